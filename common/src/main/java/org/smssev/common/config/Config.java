package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** A project's configuration, as read from its YAML file; every key is documented where it is declared. */
public record Config(
        @Setting("The project: what it assesses, and for which country.")
        Project project,

        @Setting(
                value = "Folder of all tables, called the warehouse. It is absolute, or relative to the "
                        + "configuration file. It may be on any file system that Hadoop supports, such as s3a:// "
                        + "or hdfs://.",
                def = "warehouse")
        String warehouse,

        @Setting("The patent release to process. A release is one delivery of patent data.")
        Release release,

        @Setting("How the release is read.") IngestConfig ingest,

        @Setting(
                value = "Existing lists of technologies, such as control lists, and the technologies to assess.",
                optional = true)
        SurveyConfig survey,

        @Setting(value = "Clustering of patent families by their texts and IPC codes.", optional = true)
        ClusterConfig cluster,

        @Setting(
                value = "Network of IPC codes. Two codes are linked if they occur in the same patent family.",
                optional = true)
        NetworkConfig network,

        @Setting(value = "Citations between patents. The network stage measures them.", optional = true)
        Citations citations,

        @Setting(
                value = "Technology gap: how far the focal country is ahead of other countries, or behind them.",
                optional = true)
        Gap gap,

        @Setting(
                value = "Screening: which technologies, clusters, communities and codes become candidates for "
                        + "the experts.",
                optional = true)
        ScreenConfig screen,

        @Setting(value = "Nominations: technologies that experts propose in addition.", optional = true)
        SupplementConfig supplement,

        @Setting(value = "Scores of the experts.", optional = true)
        Evaluate evaluate,

        @Setting(value = "Levels: how scores become grades.", optional = true)
        GradeConfig grade,

        @Setting(value = "The report page.", optional = true)
        Report report,

        @Setting(value = "Copies of the tables in Parquet, for tools that cannot read Delta.", optional = true)
        Mirror mirror,

        @Setting(
                value = "Planted truth of a generated release, to measure how much of it the run finds. Only the "
                        + "stage truth needs it.",
                optional = true)
        Truth truth,

        @Setting(value = "How the stages are run. These settings change no result.", optional = true)
        Run run,

        @Setting(
                value = "Settings of the embedded Spark session, such as spark.driver.memory. Without it the "
                        + "defaults of smssev apply.",
                optional = true)
        Map<String, String> spark) {

    /** What the project looks at. */
    public record Project(
            @Setting("Name of the project, as shown in the report and in the tables.")
            String name,

            @Setting("Country whose position is assessed, as a two-letter ISO code such as CN.")
            String focalCountry,

            @Setting(
                    value = "Countries or blocs to compare with, such as [US, EU]. The comparison with all other "
                            + "countries together (REST) and with the best other country (BEST_OTHER) is always made. "
                            + "Without this setting it is the only one.",
                    optional = true)
            List<String> referenceCountries,

            @Setting(
                    value = "Set this to true if all data are generated. Every output then states that its data are "
                            + "synthetic.",
                    def = "false")
            boolean synthetic) {}

    /** A release. */
    public record Release(
            @Setting("Name of the release, such as 2026-01. It also names a folder in the warehouse.")
            String id,

            @Setting(
                    value = "How the release relates to the one before. SNAPSHOT: it is complete, so publications "
                            + "missing from it are withdrawn. INCREMENT: it holds new and changed records only, and "
                            + "marks withdrawals itself.",
                    def = "SNAPSHOT")
            Mode mode,

            @Setting(
                    value = "Number of latest years whose patents are not all published yet. Trends leave these "
                            + "years out.",
                    def = "2",
                    min = 0,
                    max = 10)
            int truncatedYears) {
        /** How a release relates to the one before. */
        public enum Mode {
            SNAPSHOT,
            INCREMENT
        }
    }

    /** How delimited text is written. */
    public record Text(
            @Setting(
                    value = "Character set, such as UTF-8. A byte order mark in the file takes precedence. Without "
                            + "this setting smssev detects the character set from the file.",
                    optional = true)
            String encoding,

            @Setting(
                    value = "Column separator: one character, or \\t for a tab. Without it smssev detects the "
                            + "separator from the file.",
                    optional = true)
            String separator,

            @Setting(
                    value = "Quotation mark: one character, or empty for none. Without it smssev detects the "
                            + "quotation mark from the file.",
                    optional = true)
            String quote,

            @Setting(value = "Separator between several values in one cell.", def = ";")
            String listSeparator,

            @Setting(
                    value = "Pattern of dates, in the notation of Java's DateTimeFormatter. If a pattern has no day "
                            + "or no month, the first one is used.",
                    def = "yyyy-MM-dd")
            String datePattern,

            @Setting(
                    value = "Longest cell, in characters. Longer cells are rejected (quarantined).",
                    def = "1000000",
                    min = 1)
            int maxCell) {}

    /** Objective weights of criteria. */
    public enum Weights {
        ENTROPY,
        CRITIC,
        /** CRITIC by rank correlations. */
        CRITIC_SPEARMAN,
        EQUAL
    }

    /** Citation network. */
    public record Citations(
            @Setting(value = "If true, citations are measured. If false, their tables are empty.", def = "true")
            boolean measure,

            @Setting(
                    value = "Number of years after the year of a patent in which citations of it count.",
                    def = "5",
                    min = 1,
                    max = 30)
            int window,

            @Setting(
                    value = "Which self-citations do not count. FAMILY: citations within a family. APPLICANT: also "
                            + "citations between families of the same first applicant.",
                    def = "APPLICANT")
            Self self,

            @Setting(
                    value = "Smallest group of patents of the same year, field and office to compare a patent with. "
                            + "If there are fewer, the group is widened.",
                    def = "10",
                    min = 1)
            int minCohort,

            @Setting(
                    value = "Damping factor of PageRank, which ranks patents by their citations.",
                    def = "0.85",
                    min = 0,
                    max = 0.99)
            double damping) {
        /** Citations of one's own. */
        public enum Self {
            FAMILY,
            APPLICANT
        }
    }

    /** Technology gap. */
    public record Gap(
            @Setting(
                    value = "Length in years of each of the two periods that growth compares.",
                    def = "5",
                    min = 1,
                    max = 20)
            int window,

            @Setting(
                    value = "Fewest families of a subject, such as a technology or an IPC code. With fewer, its "
                            + "status and position are LOW_N.",
                    def = "20",
                    min = 0)
            int minFamilies,

            @Setting(
                    value = "Half width of the band around zero in which the composite gap means PARALLEL (neither "
                            + "ahead nor behind).",
                    def = "0.25",
                    min = 0)
            double parallel,

            @Setting(value = "Half width of that band for the quantity gap, as a ratio.", def = "1.2", min = 1)
            double parallelRatio,

            @Setting(
                    value = "Number of IPC codes whose gap is measured. These are the codes with the most families.",
                    def = "300",
                    min = 0)
            int nodes,

            @Setting(
                    value = "Blocs: groups of countries that count as one, by name. These names can be used in "
                            + "project.reference-countries.",
                    def =
                            "{EU: [AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT,"
                                    + " RO, SE, SI, SK]}")
            Map<String, List<String>> blocs,

            @Setting(
                    value = "Number of bootstrap draws over families (sets of families drawn with replacement), for "
                            + "intervals.",
                    def = "200",
                    min = 50)
            int draws,

            @Setting(value = "Seed of the random numbers. The same seed gives the same results.", def = "7")
            long seed) {}

    /** Experts' scores. */
    public record Evaluate(
            @Setting(
                    value = "Files of scores: XLSX, CSV, Parquet, or the folder of a Delta table. Without them no "
                            + "technology is rated or graded.",
                    optional = true)
            List<String> scores,

            @Setting(
                    value = "File of the experts, in CSV or XLSX. Without it the experts are those who occur in the "
                            + "scores.",
                    optional = true)
            String experts,

            @Setting(
                    value = "Dimensions on which experts score a technology, with their weights. The weights must "
                            + "sum to 1.",
                    def = "{necessity: 0.4, feasibility: 0.3, impact: 0.3}")
            Map<String, Double> dimensions,

            @Setting(value = "Lowest score of the scale.", def = "0")
            double scaleMin,

            @Setting(value = "Highest score of the scale.", def = "10")
            double scaleMax,

            @Setting(
                    value = "How scores become the rating in use: MEAN, WEIGHTED_MEAN, MEDIAN, TRIMMED, HUBER, "
                            + "HODGES_LEHMANN or ADJUSTED. ADJUSTED corrects for the severity of each expert.",
                    def = "ADJUSTED")
            Rule rule,

            @Setting(value = "Fewest scores for a rating. With fewer, a rating is INSUFFICIENT.", def = "5", min = 1)
            int quorum,

            @Setting(value = "How the panel of experts is asked.", optional = true)
            PanelConfig panel) {
        /** The settings with those of the panel as they are by default. */
        public Evaluate(
                List<String> scores,
                String experts,
                Map<String, Double> dimensions,
                double scaleMin,
                double scaleMax,
                Rule rule,
                int quorum) {
            this(scores, experts, dimensions, scaleMin, scaleMax, rule, quorum, PanelConfig.DEFAULTS);
        }

        /** The same settings with other weights of the dimensions. */
        public Evaluate withDimensions(Map<String, Double> others) {
            return new Evaluate(scores, experts, others, scaleMin, scaleMax, rule, quorum, panel);
        }

        /** Rule by which scores become a rating. */
        public enum Rule {
            MEAN,
            WEIGHTED_MEAN,
            MEDIAN,
            TRIMMED,
            HUBER,
            HODGES_LEHMANN,
            ADJUSTED
        }
    }

    /** The report page. */
    public record Report(
            @Setting(value = "Number of nodes in the picture of the network.", def = "150", min = 0)
            int networkNodes,

            @Setting(value = "Number of publications listed as evidence of a technology.", def = "5", min = 0)
            int evidence) {}

    /** How the stages are run; it changes no result. */
    public record Run(
            @Setting(
                    value = "Largest number of stages to run at the same time, if they do not read one another's "
                            + "tables. More than 1 takes more memory, and saved no time on two cores.",
                    def = "1",
                    min = 1)
            int stagesAtOnce,

            @Setting(
                    value = "Which runs the command vacuum keeps. A run stays if any of these rules keeps it.",
                    optional = true)
            Retention retention) {}

    /** The Parquet mirror. */
    public record Mirror(
            @Setting(
                    value = "If true, the folder <warehouse>/mirror holds the tables of the last published run in "
                            + "Parquet.",
                    def = "true")
            boolean write,

            @Setting(
                    value = "Large tables to copy as well, such as ingest.families. These are the tables that grow "
                            + "with the number of patents.",
                    def = "[]")
            List<String> large) {}

    /**
     * What {@code vacuum} keeps: a run that any of the three rules keeps, and the run of the earlier release on which a
     * kept run builds.
     */
    public record Retention(
            @Setting(value = "Number of latest runs to keep.", def = "10", min = 1)
            int runs,

            @Setting(value = "Number of latest releases. The last run of each is kept.", def = "4", min = 1)
            int releases,

            @Setting(value = "Number of days to keep a run after its end.", def = "90", min = 0)
            int days,

            @Setting(
                    value = "Largest input file, in GB, that is copied for the command verify. Of a larger file only "
                            + "the digest (checksum) is kept. To verify it, leave the file where it is.",
                    def = "50",
                    min = 0)
            double inputGb) {
        /** The defaults, where there is no such section. */
        public static final Retention DEFAULTS = new Retention(10, 4, 90, 50);
    }

    /** Planted truth. */
    public record Truth(
            @Setting("Folder of the truth files.") String path) {}

    /** Most stages at once. */
    public int stagesAtOnce() {
        return run == null ? 1 : run.stagesAtOnce();
    }

    /** What vacuum keeps. */
    public Retention retention() {
        return run == null || run.retention() == null ? Retention.DEFAULTS : run.retention();
    }

    /** The same project with its tables in another folder. */
    public Config withWarehouse(String folder) {
        return new Config(
                project,
                folder,
                release,
                ingest,
                survey,
                cluster,
                network,
                citations,
                gap,
                screen,
                supplement,
                evaluate,
                grade,
                report,
                mirror,
                truth,
                run,
                spark);
    }

    /** The same project with other settings of Spark. */
    public Config withSpark(Map<String, String> settings) {
        return new Config(
                project,
                warehouse,
                release,
                ingest,
                survey,
                cluster,
                network,
                citations,
                gap,
                screen,
                supplement,
                evaluate,
                grade,
                report,
                mirror,
                truth,
                run,
                settings);
    }
}
