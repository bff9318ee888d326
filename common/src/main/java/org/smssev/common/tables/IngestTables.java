package org.smssev.common.tables;

import java.time.LocalDate;
import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the ingest stage. */
public final class IngestTables {
    /** Stands for a country or an office that is not known. */
    public static final String UNKNOWN = "UNKNOWN";

    private IngestTables() {}

    /** An applicant or inventor as named in the record. */
    public record Party(
            @Column(value = "name as spelled in the source", plain = true)
            String name,

            @Column(value = "two-letter country code, null where unknown", nullable = true)
            String country,

            @Column(
                    value = "name that the spellings of one applicant share, or that of the thesaurus; null for"
                            + " inventors",
                    nullable = true,
                    plain = true)
            String harmonised) {}

    /** One IPC code of a publication. */
    public record IpcCode(
            @Column(
                    value = "canonical symbol, H01M 10/0525, or H01M 10 where the source stops at the group",
                    plain = true)
            String symbol,

            @Column(value = "F first, L later, null where not given", nullable = true)
            String position,

            @Column(value = "I invention, A additional, null where not given", nullable = true)
            String value) {}

    @Table(
            name = "ingest.patents",
            comment = "One row per publication of the release, with what all sources say of it.",
            key = "publication_number",
            large = true,
            byPlace = true)
    public record Patent(
            @Column(value = "canonical number, US-7650331-B1", filled = true, plain = true)
            String publicationNumber,

            @Column(value = "publishing office, two letters", nullable = true)
            String office,

            @Column(value = "kind code, B1", nullable = true)
            String kind,

            @Column(value = "family, the publication number itself where none is known", filled = true, plain = true)
            String familyId,

            @Column(value = "earliest priority date", nullable = true, plain = true)
            LocalDate priorityDate,

            @Column(value = "filing date", nullable = true, plain = true)
            LocalDate filingDate,

            @Column(value = "publication date", nullable = true, plain = true)
            LocalDate publicationDate,

            @Column(
                    "applicants, each with its country once, in the order of the source; by name where a query gives each in a row of its own")
            List<Party> applicants,

            @Column("inventors likewise, but those of one name stay")
            List<Party> inventors,

            @Column("IPC codes in the order of the source, each once; by symbol where each has a row of its own")
            List<IpcCode> ipc,

            @Column(
                    value =
                            "canonical numbers of the publications it cites, each once; sorted where records or rows tell them differently",
                    plain = true)
            List<String> cited,

            @Column(
                    value =
                            "keys of its application and of those it claims priority from, which all spellings share, each once and sorted."
                                    + " Where the source tells neither these nor families: its office and number, if they are its"
                                    + " application's (CN-103175679)",
                    plain = true)
            List<String> applications,

            @Column(
                    value =
                            "language of the publication where the source of the title tells it, else of the title, two letters",
                    nullable = true)
            String language,

            @Column("first release that holds it, or marks it as withdrawn")
            String firstRelease,

            @Column(
                    value =
                            "last release that holds it; a release that only marks it as withdrawn counts where none held it",
                    perFile = true)
            String lastRelease,

            @Column("names of the sources it comes from") List<String> sources,

            @Column("whether a later release, or a mark in this one, withdrew it")
            boolean withdrawn,

            @Column(value = "sha256 of the record's content; a change makes it corrected", plain = true)
            String recordHash,

            @Column(value = "title", nullable = true, plain = true)
            String title,

            @Column(value = "abstract", nullable = true, plain = true)
            String abstractText,

            @Column(
                    value =
                            "digests of the publication and its family, of the record as its source spells it and of how it was"
                                    + " read, by its fields and, of text that was read in place, by its bytes, and what was"
                                    + " found in it (whether it names its family, replaced characters, what it lacks, its"
                                    + " malformed codes, the statuses of the others), by which a later snapshot knows it again;"
                                    + " those of the record are 0 where several give the publication, or only a mark of its"
                                    + " withdrawal; null or of another form in rows of older versions of the program",
                    nullable = true,
                    plain = true)
            String reading) {}

    /** The share of a family that belongs to a country. */
    public record CountryShare(
            @Column("two-letter country code, or UNKNOWN") String country,

            @Column(value = "share of the family, over 0 to 1", min = 0, max = 1)
            double weight) {}

    @Table(
            name = "ingest.families",
            comment = "One row per patent family with at least one publication that is not withdrawn.",
            key = "family_id",
            large = true)
    public record Family(
            @Column(value = "family", filled = true, plain = true)
            String familyId,

            @Column(value = "year of the earliest priority, else filing, date", nullable = true)
            Integer priorityYear,

            @Column("whether priority_year comes from the filing date, as no priority is given")
            boolean yearFromFiling,

            @Column("publishing offices, sorted") List<String> offices,

            @Column("whether the family passes the configured international filter")
            boolean isInternational,

            @Column("fractional countries, sorted by code, summing to 1")
            List<CountryShare> countries,

            @Column(value = "canonical IPC symbols of all members, sorted, each once", plain = true)
            List<String> ipc,

            @Column(value = "publications in the family that are not withdrawn", min = 1)
            int nPublications,

            @Column(
                    value = "earliest publication (then least number), whose title and abstract stand for the family",
                    plain = true)
            String representative,

            @Column(
                    value = "harmonised name of the first applicant of the representative",
                    nullable = true,
                    plain = true)
            String applicant,

            @Column(value = "title of the representative", nullable = true, plain = true)
            String title,

            @Column(value = "abstract of the representative", nullable = true, plain = true)
            String abstractText) {}

    @Table(
            name = "ingest.ipc_codes",
            comment =
                    "One row per IPC symbol of the release's publications, their main groups and subclasses included.",
            key = "symbol")
    public record IpcUse(
            @Column("canonical symbol, H01M 10/0525, H01M 10 or H01M")
            String symbol,

            @Column(
                    value = "level of the symbol",
                    oneOf = {"SUBCLASS", "MAIN_GROUP", "SUBGROUP"})
            String level,

            @Column(value = "publications, not withdrawn, with it or a symbol below it", min = 0)
            long publications,

            @Column(
                    value = "IN_FORCE, NOT_IN_FORCE, NEVER_EXISTED, CPC or CUT_OFF by the inventory; null without one",
                    nullable = true)
            String status,

            @Column(value = "first day of the symbol, by the inventory", nullable = true)
            LocalDate validFrom,

            @Column(value = "last day of the symbol; null where in force or unknown", nullable = true)
            LocalDate validTo,

            @Column(value = "title, in the first of ingest.languages that has one", nullable = true)
            String title) {}

    @Table(
            name = "ingest.quarantine",
            comment = "Every rejected record of the release, with its reason and raw text.",
            key = {"release", "file_sha256", "record_no"},
            large = true)
    public record Quarantined(
            @Column("release") String release,
            @Column("sha256 of the file") String fileSha256,

            @Column("number of the record in its file, from 1, header not counted")
            long recordNo,

            @Column("name of the source") String source,
            @Column("path of the file in the source") String file,

            @Column("reason code, e.g. NO_PUBLICATION_NUMBER, FIELD_COUNT, BAD_DATE")
            String reason,

            @Column("what was seen, in words") String detail,

            @Column(value = "raw text of the record", nullable = true, plain = true)
            String raw) {}

    @Table(
            name = "ingest.ledger",
            comment = "What became of the records of each file: read = new + corrected + unchanged + duplicate +"
                    + " quarantined + withdrawn_marked.",
            key = {"release", "file_sha256"})
    public record LedgerEntry(
            @Column("release") String release,
            @Column("sha256 of the file") String fileSha256,
            @Column("name of the source") String source,
            @Column("path of the file in the source") String file,
            @Column(value = "records read", min = 0) long read,

            @Column(value = "publications not known before", min = 0)
            long newRecords,

            @Column(value = "publications whose content changed, or that came back after they were withdrawn", min = 0)
            long corrected,

            @Column(value = "publications as they were", min = 0)
            long unchanged,

            @Column(value = "records of a publication that an earlier record already gave", min = 0)
            long duplicate,

            @Column(value = "rejected records", min = 0) long quarantined,

            @Column(value = "records that mark a withdrawal", min = 0)
            long withdrawnMarked,

            @Column(value = "publications that this snapshot lacks; on the first file of the release", min = 0)
            long withdrawnAbsent) {}
}
