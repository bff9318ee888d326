package org.smssev.common.tables;

import java.time.LocalDate;
import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the survey stage that tell what is listed and looked at; what came of it stands in {@link ScopeTables}. */
public final class SurveyTables {
    private SurveyTables() {}

    /** A threshold that an entry names. */
    public record Parameter(
            @Column("the words that name it, e.g. wavelength exceeding 400 nm")
            String words,

            @Column(
                    value = "which values it takes in: GREATER, AT_LEAST, LESS, AT_MOST, or the better side where only"
                            + " that is said: BETTER, AT_LEAST_AS_GOOD",
                    oneOf = {"GREATER", "AT_LEAST", "LESS", "AT_MOST", "BETTER", "AT_LEAST_AS_GOOD"})
            String comparison,

            @Column("value, in the unit") double value,

            @Column("unit as written, without blanks; empty where none is")
            String unit) {}

    @Table(
            name = "survey.list_items",
            comment = "Every entry of the given lists as it stands there.",
            key = {"list_id", "item_no", "valid_from"})
    public record ListItem(
            @Column("list") String listId,

            @Column("number of the entry in its list; with #2, #3 where a known list repeats it")
            String itemNo,

            @Column("date from which the entry is valid; 0001-01-01 where the list gives none")
            LocalDate validFrom,

            @Column(value = "last date on which it is", nullable = true)
            LocalDate validTo,

            @Column(value = "last date on which it is suspended", nullable = true)
            LocalDate suspendedUntil,

            @Column(value = "item number of the entry above it", nullable = true)
            String parent,

            @Column(value = "control regime", nullable = true)
            String regime,

            @Column("text in English, empty where the list has none")
            String textEn,

            @Column(value = "text in Chinese", nullable = true)
            String textZh,

            @Column(value = "notes to it", nullable = true) String notes,

            @Column("thresholds that its texts name, in their order")
            List<Parameter> parameters) {}

    @Table(
            name = "survey.technologies",
            comment = "The technologies that the operator looks at, with their scope.",
            key = "technology_id")
    public record Technology(
            @Column("technology; kept for life") String technologyId,
            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,

            @Column("IPC prefixes of its scope, canonical: section, class, subclass, main group or subgroup")
            List<String> ipcScope,

            @Column("keywords of its scope, lower case") List<String> keywords,

            @Column("whether an entry of a list that stands for controls is in force for it at the date of the survey")
            boolean alreadyControlled,

            @Column(
                    value = "where its IPC prefixes come from: RULE (experts' rules), LIST (given with list or"
                            + " technology), BM25 or COSINE (likeness of texts), NONE (it has none)",
                    oneOf = {"RULE", "LIST", "BM25", "COSINE", "NONE"})
            String scopeMethod,

            @Column(
                    value = "VALIDATED where a labelled sample holds this technology, else UNVALIDATED",
                    oneOf = {"VALIDATED", "UNVALIDATED"})
            String scopeStatus) {}

    @Table(
            name = "survey.technology_items",
            comment = "The list entries that stand behind each technology.",
            key = {"technology_id", "list_id", "item_no"})
    public record TechnologyItem(
            @Column("technology") String technologyId,
            @Column("list") String listId,
            @Column("number of the entry") String itemNo) {}

    @Table(
            name = "survey.controls",
            comment = "Whether each technology is under control by each list that stands for controls, at the date of"
                    + " the survey.",
            key = {"technology_id", "list_id"})
    public record Control(
            @Column("technology") String technologyId,
            @Column("list") String listId,

            @Column(
                    value = "date at which this holds; null where none is known, then dates of entries do not count",
                    nullable = true)
            LocalDate asOf,

            @Column(
                    value = "IN_FORCE if any of its entries is; else what comes nearest: SUSPENDED, NOT_YET, EXPIRED;"
                            + " NOT_LISTED without an entry",
                    oneOf = {"IN_FORCE", "SUSPENDED", "NOT_YET", "EXPIRED", "NOT_LISTED"})
            String status,

            @Column("numbers of its entries of that status, sorted")
            List<String> items) {}

    @Table(
            name = "survey.changes",
            comment = "What moved between the edition before and the present edition of a list.",
            key = {"list_id", "item_no", "change"})
    public record ListChange(
            @Column("list") String listId,
            @Column("number of the entry") String itemNo,

            @Column(
                    value = "ENTERED, LEFT, REWORDED (other words, numbers aside) or PARAMETERS (other thresholds); an"
                            + " entry may have the last two",
                    oneOf = {"ENTERED", "LEFT", "REWORDED", "PARAMETERS"})
            String change,

            @Column(value = "text before", nullable = true) String before,

            @Column(value = "text now", nullable = true) String after,

            @Column("thresholds that it named before and names no longer")
            List<Parameter> droppedParameters,

            @Column("thresholds that it names now and did not before")
            List<Parameter> addedParameters,

            @Column("technologies that stand on the entry or on one above it, sorted")
            List<String> technologies,

            @Column(value = "families of these technologies, each once", min = 0)
            long families) {}

    @Table(
            name = "survey.matches",
            comment = "Which families a technology covers, and how that was found.",
            key = {"technology_id", "family_id"},
            large = true)
    public record Match(
            @Column("technology") String technologyId,
            @Column(value = "family", plain = true) String familyId,

            @Column(
                    value = "RULE: by an expert's rule; IPC, KEYWORD or BOTH: by codes or keywords given with list or"
                            + " technology; TEXT or TEXT_BOTH: the same, by codes found by likeness of texts",
                    oneOf = {"RULE", "IPC", "KEYWORD", "BOTH", "TEXT", "TEXT_BOTH"})
            String method,

            @Column(
                    value = "strength of the match, 0 to 1; the confidence of the rule where one matched",
                    min = 0,
                    max = 1)
            double score,

            @Column("whether this is the family's best technology (highest score, then the first listed)")
            boolean isPrimary) {}
}
