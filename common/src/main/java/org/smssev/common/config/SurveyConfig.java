package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Text;

/** Existing lists of technologies. */
public record SurveyConfig(
        @Setting(value = "lists", optional = true) List<ListFile> lists,

        @Setting(
                value = "file of the technologies looked at, CSV or XLSX: technology_id, name_en, name_zh, domain,"
                        + " items (list:number, with semicolons), ipc, keywords; see docs/lists.md",
                optional = true)
        String technologies,

        @Setting(
                value = "file of experts' rules, CSV or XLSX: technology_id, or list_id and item_no; ipc, keywords,"
                        + " exclude_keywords, exclude_ipc, confidence",
                optional = true)
        String rules,

        @Setting(
                value = "file of a labelled sample, CSV or XLSX: technology_id; family_id, publication_number or ipc;"
                        + " relevant (yes or no)",
                optional = true)
        String labels,

        @Setting(
                value = "most technologies that the lists may make when they are taken over whole; a longer list is"
                        + " one to pick from",
                def = "1000",
                min = 1)
        int maxTechnologies,

        @Setting(
                value = "date at which an entry must be in force to control a technology, yyyy-MM-dd; without it the"
                        + " day, or the last day of the month or year, that release.id names",
                optional = true)
        String asOf,

        @Setting(value = "IPC codes of technologies that come with none, by likeness of texts", optional = true)
        TextScope textScope,

        @Setting(value = "least score of a match, 0 to 1", def = "0.2", min = 0, max = 1)
        double minScore,

        @Setting(value = "weight of IPC against keywords in the score, 0 to 1", def = "0.5", min = 0, max = 1)
        double ipcWeight,

        @Setting(value = "distinct keywords that make the keyword part full", def = "3", min = 1)
        int fullKeywords) {

    /** A list: a table in CSV, TSV or XLSX, or the EU's dual-use list in JSON. */
    public record ListFile(
            @Setting("short name of the list") String id,

            @Setting("file, CSV, TSV, XLSX or JSON, plain or gzip; relative to the configuration file")
            String path,

            @Setting(
                    value = "the edition before, of the same form; survey.changes tells what moved. Without it the"
                            + " list of the run of the release before is compared",
                    optional = true)
            String previous,

            @Setting(value = "how the text is written, for CSV", optional = true)
            Text text,

            @Setting(
                    value = "field -> column: item-no, text-en, text-zh, parent, regime, domain, valid-from,"
                            + " valid-to, suspended-until, ipc, keywords, notes, technology-id",
                    optional = true)
            Map<String, String> columns,

            @Setting(
                    value = "column -> the value that a line must have to be read, e.g. {supplement: 1}",
                    optional = true)
            Map<String, String> only,

            @Setting(value = "date from which entries without one are valid, yyyy-MM-dd", optional = true)
            String validFrom,

            @Setting(value = "whether a comma in a number marks decimals, as in the lists of the EU", def = "false")
            boolean decimalComma,

            @Setting(value = "whether every entry becomes a technology", def = "true")
            boolean takeOver,

            @Setting(value = "whether the list stands for controls", def = "false")
            boolean controlled) {}

    /** Likeness of texts. */
    public record TextScope(
            @Setting(
                    value = "COSINE (of TF-IDF; z of min-z and more, and rank up to max-rank), BM25 (the max-rank best"
                            + " codes) or NONE",
                    def = "COSINE")
            Method method,

            @Setting(
                    value = "what stands for a code: TITLES (its own and those below it, of ingest.ipc-titles) or"
                            + " ABSTRACTS (titles and abstracts of its families, pooled)",
                    def = "TITLES")
            Against against,

            @Setting(value = "level of the codes: SUBCLASS or MAIN_GROUP", def = "MAIN_GROUP")
            Level level,

            @Setting(value = "worst rank of a code that is taken", def = "5", min = 1, max = 1000)
            int maxRank,

            @Setting(value = "least z of a cosine that is taken", def = "3", min = 0)
            double minZ,

            @Setting(
                    value = "least share of a technology's terms, by their rarity, that the text of a code must hold;"
                            + " of its five rarest terms where it has more",
                    def = "0.5",
                    min = 0,
                    max = 1)
            double minCover,

            @Setting(value = "families that are pooled (a stable sample)", def = "50000", min = 100)
            int sample) {
        /** How likeness is measured. */
        public enum Method {
            BM25,
            COSINE,
            NONE
        }

        /** What stands for a code. */
        public enum Against {
            TITLES,
            ABSTRACTS
        }

        /** Level of the codes. */
        public enum Level {
            SUBCLASS,
            MAIN_GROUP
        }
    }
}
