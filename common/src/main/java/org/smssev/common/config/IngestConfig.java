package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Text;

/** How a release is read. */
public record IngestConfig(
        @Setting("Sources of the release. A source is a table of patent records, with other tables joined "
                + "to it if needed.")
        List<Source> sources,

        @Setting(
                value = "Folder to which the paths of sources and joins are relative. It is absolute, or "
                        + "relative to the configuration file.",
                def = ".")
        String dataFolder,

        @Setting(
                value = "Whose country counts for a patent family: that of the APPLICANT, the INVENTOR or the "
                        + "patent OFFICE. A family is the group of publications of one invention.",
                def = "APPLICANT")
        CountryBy countryBy,

        @Setting(
                value = "If true, only the first applicant or inventor counts. If false, all of them share the "
                        + "family equally.",
                def = "false")
        boolean firstOnly,

        @Setting(
                value = "Which families count as international. TWO_OFFICES: filed at two offices or more. IP5: "
                        + "the same, and one of them is EP, JP, KR, CN or US. TRANSNATIONAL: filed at the EPO or "
                        + "under the PCT. TRIADIC: filed at the EPO, the JPO and the USPTO.",
                def = "TWO_OFFICES")
        International international,

        @Setting(
                value = "If true, utility models are left out of families, as the OECD Patent Statistics Manual "
                        + "advises. Their kind codes are U and Y, A3 to B4 in France (FR), and A4 and B4 in "
                        + "Australia (AU).",
                def = "true")
        boolean excludeUtilityModels,

        @Setting(
                value = "Which families of the sources are used: SIMPLE (DOCDB, DWPI) or EXTENDED (INPADOC).",
                def = "SIMPLE")
        Families families,

        @Setting(
                value = "Languages in order of preference, as two-letter codes. A family shows the title and "
                        + "abstract in the first of them that it has. Keywords, names and rules are matched with "
                        + "this text only.",
                def = "[en, zh]")
        List<String> languages,

        @Setting(
                value = "WIPO's inventory of all IPC symbols ever used, as a CSV file. IPC is the International "
                        + "Patent Classification. Without this file codes are not checked for being in force.",
                optional = true)
        String ipcInventory,

        @Setting(
                value = "Titles of IPC codes, as one TSV file for each language, such as {en: titles-en.tsv}. "
                        + "Without them codes have no titles, and text-scope cannot use TITLES.",
                optional = true)
        Map<String, String> ipcTitles,

        @Setting(
                value = "Thesaurus of applicants: a CSV file with the columns label and replace by. Its names "
                        + "take precedence over those that smssev harmonises. Without it only harmonised names are "
                        + "used.",
                optional = true)
        String applicantThesaurus,

        @Setting(
                value = "Limits on the quality of a release. Above `warn` the run records a warning. Above "
                        + "`fail` it stops with exit code 4 and publishes nothing.",
                optional = true)
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
            @Setting(
                    value = "Share of the records read that were rejected (quarantined).",
                    def = "{warn: 0.05, fail: 0.1}")
            Gate quarantined,

            @Setting(value = "Share of the release's publications that have no IPC code.", def = "{warn: 0.5}")
            Gate withoutIpc,

            @Setting(
                    value = "Share of the release's publications that have no country of those who count "
                            + "(ingest.country-by).",
                    def = "{warn: 0.5}")
            Gate withoutCountry,

            @Setting(
                    value = "How much smaller the release is than the one before, as a share of that one. Either the "
                            + "decrease in publications counts, or the number withdrawn because a snapshot does not "
                            + "hold them. The larger of the two is used.",
                    def = "{warn: 0.2, fail: 0.5}")
            Gate drop,

            @Setting(
                    value = "Number of releases that were begun and never published. An increment would leave them "
                            + "out. This limit is a number, not a share.",
                    def = "{fail: 0}")
            Gate leftOut) {}

    /** A limit. */
    public record Gate(
            @Setting(
                    value = "Limit above which the run records a warning. Without a limit there is no warning.",
                    optional = true)
            Double warn,

            @Setting(value = "Limit above which the run stops. Without a limit the run does not stop.", optional = true)
            Double fail) {}

    /** A source: one table of records, and tables joined to it. */
    public record Source(
            @Setting("Name of the source. It must be unique.")
            String name,

            @Setting("File, folder, or pattern with * and ?. It is relative to ingest.data-folder.")
            String path,

            @Setting(value = "How text files such as CSV are written.", optional = true)
            Text text,

            @Setting(
                    value = "Columns of the source, as field: column. Needed only for tables whose layout smssev "
                            + "does not recognise; without it smssev recognises a file by its content. A field may "
                            + "have several columns (A || B); the first one with a value counts. Fields of the "
                            + "publication: publication-number (required), office, kind, application-number, "
                            + "filing-date, publication-date, language, ipc, cited. Fields of the family: family-id, "
                            + "family-members, extended-family-id, extended-family-members, priority-numbers, "
                            + "priority-countries, priority-date. Fields of text and people: title, title-language, "
                            + "abstract, abstract-language, applicants, applicant-countries, inventors, "
                            + "inventor-countries. Fields of changes: withdrawn, and last-change (dates, with or "
                            + "without a time).",
                    optional = true)
            Map<String, String> columns,

            @Setting(
                    value = "Office of publication numbers that name no office, if no mapped column holds it. Give "
                            + "KR for the national register of Korea, for example. Without it every number must name "
                            + "its office.",
                    optional = true)
            String office,

            @Setting(
                    value = "Tables joined to the records of the source. They need the columns of the source to be "
                            + "mapped.",
                    optional = true)
            List<Join> joins) {}

    /** A table joined to the records of a source: one row or several per record. */
    public record Join(
            @Setting("File, folder, or pattern with * and ?. It is relative to ingest.data-folder.")
            String path,

            @Setting(value = "How text files such as CSV are written.", optional = true)
            Text text,

            @Setting("Column of this table that identifies the record. It holds what the source's "
                    + "publication-number column holds.")
            String key,

            @Setting(
                    value = "If true, keys are compared as publication numbers, so that different spellings of a "
                            + "number match. If false, keys must be equal.",
                    def = "false")
            boolean normaliseKey,

            @Setting("Columns of this table, as field: column. The fields are those of a source. If several "
                    + "rows have the same key, their values become a list.")
            Map<String, String> columns) {}
}
