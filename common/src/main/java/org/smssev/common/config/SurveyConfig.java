package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Text;

/** Existing lists of technologies. */
public record SurveyConfig(
        @Setting(
                value = "Lists to read. A list is a table of technologies that are controlled or watched.",
                optional = true)
        List<ListFile> lists,

        @Setting(
                value = "File of the technologies to assess, in CSV or XLSX. Its columns are technology_id, "
                        + "name_en, name_zh, domain, items (list:number, separated by semicolons), ipc and "
                        + "keywords; see docs/lists.md. Without it technologies come only from lists with "
                        + "take-over.",
                optional = true)
        String technologies,

        @Setting(
                value = "File of experts' rules for the patents of a technology, in CSV or XLSX. Its columns are "
                        + "technology_id, or list_id and item_no, then ipc, keywords, exclude_keywords, "
                        + "exclude_ipc and confidence. Without it patents are matched by codes and texts.",
                optional = true)
        String rules,

        @Setting(
                value = "File of a sample labelled by people, in CSV or XLSX, which shows how good the matches "
                        + "are. Its columns are technology_id, one of family_id, publication_number and ipc, and "
                        + "relevant (yes or no). Without it matches are not validated.",
                optional = true)
        String labels,

        @Setting(
                value = "Largest number of technologies that whole lists may add (take-over). With more the run "
                        + "stops, because such a list is one to pick from.",
                def = "1000",
                min = 1)
        int maxTechnologies,

        @Setting(
                value = "Date on which an entry must be in force to control a technology, as yyyy-MM-dd. Without "
                        + "it smssev uses the day in release.id, or the last day of its month or year. If "
                        + "release.id names no date, all entries count as in force.",
                optional = true)
        String asOf,

        @Setting(
                value = "How IPC codes are found for technologies that come without any: by the similarity of "
                        + "texts.",
                optional = true)
        TextScope textScope,

        @Setting(
                value = "Lowest score of a match between a patent family and a technology.",
                def = "0.2",
                min = 0,
                max = 1)
        double minScore,

        @Setting(
                value = "Weight of IPC codes in the score of a match. Keywords get the rest.",
                def = "0.5",
                min = 0,
                max = 1)
        double ipcWeight,

        @Setting(value = "Number of different keywords that gives the full keyword score.", def = "3", min = 1)
        int fullKeywords) {

    /** A list: a table in CSV, TSV or XLSX, or the EU's dual-use list in JSON. */
    public record ListFile(
            @Setting("Short name of the list. It must be unique.")
            String id,

            @Setting("File of the list: CSV, TSV, XLSX or JSON, plain or gzip. It is relative to the "
                    + "configuration file.")
            String path,

            @Setting(
                    value = "Earlier edition of the list, in the same layout. The table survey.changes shows what "
                            + "changed since. Without it the list is compared with the one of the previous release.",
                    optional = true)
            String previous,

            @Setting(value = "How the text is written, for CSV.", optional = true)
            Text text,

            @Setting(
                    value = "Columns of the list, as field: column. The fields are item-no, text-en, text-zh, "
                            + "parent, regime, domain, valid-from, valid-to, suspended-until, ipc, keywords, notes and "
                            + "technology-id. Without it columns must have the names of fields with underscores, such "
                            + "as item_no. Published lists that smssev recognises need no columns; see docs/lists.md.",
                    optional = true)
            Map<String, String> columns,

            @Setting(
                    value = "Lines to read, as column: value, such as {supplement: 1}. Without it all lines are read.",
                    optional = true)
            Map<String, String> only,

            @Setting(
                    value = "Date from which entries without a date are valid, as yyyy-MM-dd. Without it they have "
                            + "always been valid.",
                    optional = true)
            String validFrom,

            @Setting(value = "If true, a comma in a number marks decimals, as in the lists of the EU.", def = "false")
            boolean decimalComma,

            @Setting(
                    value = "If true, every entry becomes a technology. If false, technologies are picked in "
                            + "survey.technologies.",
                    def = "true")
            boolean takeOver,

            @Setting(value = "If true, the list stands for controls. If false, it is a watch list.", def = "false")
            boolean controlled) {}

    /** Likeness of texts. */
    public record TextScope(
            @Setting(
                    value = "How similarity is measured. COSINE: of terms weighted by rarity (TF-IDF), for codes "
                            + "with a z of min-z or more, up to max-rank codes. BM25: the max-rank best codes. NONE: "
                            + "no codes are found.",
                    def = "COSINE")
            Method method,

            @Setting(
                    value = "Which text stands for a code. TITLES: its title and those of the codes below it, from "
                            + "ingest.ipc-titles. ABSTRACTS: the titles and abstracts of its families together.",
                    def = "TITLES")
            Against against,

            @Setting(
                    value = "Level of the IPC codes: SUBCLASS (such as H01M) or MAIN_GROUP (such as H01M 10).",
                    def = "MAIN_GROUP")
            Level level,

            @Setting(
                    value = "Largest number of codes for a technology. The most similar ones are taken.",
                    def = "5",
                    min = 1,
                    max = 1000)
            int maxRank,

            @Setting(
                    value = "Lowest z of a cosine that is taken. The z is the distance from the mean of all codes, "
                            + "in standard deviations.",
                    def = "3",
                    min = 0)
            double minZ,

            @Setting(
                    value = "Smallest share of a technology's terms, weighted by rarity, that the text of a code "
                            + "must hold. If it has more than five terms, the five rarest make the whole.",
                    def = "0.5",
                    min = 0,
                    max = 1)
            double minCover,

            @Setting(
                    value = "Number of families whose texts are taken for ABSTRACTS. The sample is stable: every run "
                            + "draws the same families.",
                    def = "50000",
                    min = 100)
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
