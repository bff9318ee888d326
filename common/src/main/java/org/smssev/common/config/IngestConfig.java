package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Text;

/** How a release is read. */
public record IngestConfig(
        @Setting("sources of the release") List<Source> sources,

        @Setting(
                value = "folder against which the paths of sources and joins are taken; absolute, or relative to"
                        + " the configuration file",
                def = ".")
        String dataFolder,

        @Setting(value = "whose country counts: APPLICANT, INVENTOR or OFFICE", def = "APPLICANT")
        CountryBy countryBy,

        @Setting(value = "whether only the first applicant or inventor counts", def = "false")
        boolean firstOnly,

        @Setting(value = "international filter: TWO_OFFICES, IP5, TRANSNATIONAL or TRIADIC", def = "TWO_OFFICES")
        International international,

        @Setting(
                value =
                        "whether utility models (kinds U and Y, FR A3 to B4, AU A4 and B4) are left out of families, as the"
                                + " OECD's Patent Statistics Manual advises",
                def = "true")
        boolean excludeUtilityModels,

        @Setting(value = "which given families count: SIMPLE (DOCDB, DWPI) or EXTENDED (INPADOC)", def = "SIMPLE")
        Families families,

        @Setting(
                value =
                        "languages in order of preference for the title and abstract shown, which alone are matched with"
                                + " keywords, names and rules; two letters",
                def = "[en, zh]")
        List<String> languages,

        @Setting(
                value = "WIPO's inventory of IPC symbols ever used (CSV): tells codes in force from others",
                optional = true)
        String ipcInventory,

        @Setting(value = "titles of IPC codes: language -> file (TSV)", optional = true)
        Map<String, String> ipcTitles,

        @Setting(
                value = "thesaurus of applicants (CSV: label, replace by); it wins over the harmonised name",
                optional = true)
        String applicantThesaurus,

        @Setting(value = "limits on what a release may lack", optional = true)
        Gates gates) {
    /** Stands between columns of a field of which the first that is filled counts. */
    public static final String OR = "||";

    /** The settings that tables depend on. */
    public IngestConfig withoutGates() {
        return new IngestConfig(
                sources,
                dataFolder,
                countryBy,
                firstOnly,
                international,
                excludeUtilityModels,
                families,
                languages,
                ipcInventory,
                ipcTitles,
                applicantThesaurus,
                null);
    }

    /** Whose country a family belongs to. */
    public enum CountryBy {
        APPLICANT,
        INVENTOR,
        OFFICE
    }

    /** Which of the families that sources give count. */
    public enum Families {
        SIMPLE,
        EXTENDED
    }

    /** Which families count as international. */
    public enum International {
        TWO_OFFICES,
        IP5,
        TRANSNATIONAL,
        TRIADIC
    }

    /** Limits, most of them on shares of a release: above warn it is said, above fail nothing is published (exit 4). */
    public record Gates(
            @Setting(value = "quarantined records, of those read", def = "{warn: 0.05, fail: 0.1}")
            Gate quarantined,

            @Setting(value = "publications that the release gives without an IPC code", def = "{warn: 0.5}")
            Gate withoutIpc,

            @Setting(
                    value = "publications that the release gives without a country of those who count",
                    def = "{warn: 0.5}")
            Gate withoutCountry,

            @Setting(
                    value = "publications fewer than in the release before, or withdrawn as a snapshot lacks them,"
                            + " whichever is more, as a share of it",
                    def = "{warn: 0.2, fail: 0.5}")
            Gate drop,

            @Setting(
                    value =
                            "releases that were begun and never published, which an increment would leave out; not a share,"
                                    + " but how many",
                    def = "{fail: 0}")
            Gate leftOut) {}

    /** A limit. */
    public record Gate(
            @Setting(value = "share above which a warning is recorded", optional = true)
            Double warn,

            @Setting(value = "share above which the run fails", optional = true)
            Double fail) {}

    /** A source: one table of records, and tables joined to it. */
    public record Source(
            @Setting("name of the source") String name,

            @Setting("file, folder, or pattern with * and ?; relative to ingest.data-folder")
            String path,

            @Setting(value = "how the text is written", optional = true)
            Text text,

            @Setting(
                    value = "field of a record -> column, or several (A || B) of which the first that is filled counts,"
                            + " for tables of no known layout: publication-number, office,"
                            + " kind, application-number, family-id, family-members, extended-family-id,"
                            + " extended-family-members, priority-numbers, priority-countries, priority-date, filing-date,"
                            + " publication-date, title, title-language, abstract, abstract-language, ipc,"
                            + " applicants, applicant-countries, inventors, inventor-countries, cited, language,"
                            + " withdrawn, last-change (dates, with a time or without). Without it a file is"
                            + " recognised by what it contains",
                    optional = true)
            Map<String, String> columns,

            @Setting(
                    value =
                            "office of the numbers that name none, where no mapped column has it: KR for a national register",
                    optional = true)
            String office,

            @Setting(value = "tables joined to the records", optional = true)
            List<Join> joins) {}

    /** A table joined to the records of a source: one row or several per record. */
    public record Join(
            @Setting("file, or pattern, as that of a source")
            String path,

            @Setting(value = "how the text is written", optional = true)
            Text text,

            @Setting("column of this table that holds the record's publication number (or key)")
            String key,

            @Setting(
                    value = "whether keys are compared as publication numbers, however they are spelled",
                    def = "false")
            boolean normaliseKey,

            @Setting("field of a record -> column; several rows of a key are put together as a list")
            Map<String, String> columns) {}
}
