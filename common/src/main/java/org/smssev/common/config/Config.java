package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** A project's configuration, as read from its YAML file; every key is documented where it is declared. */
public record Config(
        @Setting("what the project looks at, and for whom") Project project,

        @Setting(value = "folder of the tables, on any Hadoop file system", def = "warehouse")
        String warehouse,

        @Setting("the patent release to process") Release release,
        @Setting("how the release is read") IngestConfig ingest,
        @Setting(value = "existing lists", optional = true) SurveyConfig survey,
        @Setting(value = "clustering", optional = true) ClusterConfig cluster,

        @Setting(value = "IPC co-occurrence network", optional = true)
        NetworkConfig network,

        @Setting(value = "citation network, measured by the network stage", optional = true)
        Citations citations,

        @Setting(value = "technology gap", optional = true) Gap gap,

        @Setting(value = "selection of candidates", optional = true)
        ScreenConfig screen,

        @Setting(value = "nominations by experts", optional = true)
        SupplementConfig supplement,

        @Setting(value = "experts' scores", optional = true) Evaluate evaluate,
        @Setting(value = "levels", optional = true) GradeConfig grade,
        @Setting(value = "report page", optional = true) Report report,

        @Setting(value = "copies of the tables in plain Parquet, for tools that read no Delta", optional = true)
        Mirror mirror,

        @Setting(value = "planted truth of a generated release, to measure how well it is found", optional = true)
        Truth truth,

        @Setting(value = "how the stages are run", optional = true)
        Run run,

        @Setting(value = "settings of the embedded Spark session, e.g. spark.driver.memory", optional = true)
        Map<String, String> spark) {

    /** What the project looks at. */
    public record Project(
            @Setting("name of the project, in the report and in the tables")
            String name,

            @Setting("country whose position is judged, two letters")
            String focalCountry,

            @Setting(value = "countries it is compared with beside REST and BEST_OTHER", optional = true)
            List<String> referenceCountries,

            @Setting(value = "whether all data are synthetic; the outputs then say so", def = "false")
            boolean synthetic) {}

    /** A release. */
    public record Release(
            @Setting("name of the release, e.g. 2026-01") String id,

            @Setting(
                    value = "SNAPSHOT: what it lacks is withdrawn; INCREMENT: withdrawals are marked",
                    def = "SNAPSHOT")
            Mode mode,

            @Setting(value = "youngest years that are incomplete and so not trended", def = "2", min = 0, max = 10)
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
                    value = "character set; a byte order mark wins. Found from the file where absent, as the next two",
                    optional = true)
            String encoding,

            @Setting(value = "column separator, one character or \\t", optional = true)
            String separator,

            @Setting(value = "quotation mark; empty for none", optional = true)
            String quote,

            @Setting(value = "separator of lists in a cell", def = ";")
            String listSeparator,

            @Setting(
                    value = "pattern of dates, as java.time has it; without a day the first is meant",
                    def = "yyyy-MM-dd")
            String datePattern,

            @Setting(value = "longest cell in characters; longer ones are quarantined", def = "1000000", min = 1)
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
            @Setting(value = "whether citations are measured; if not, their tables are empty", def = "true")
            boolean measure,

            @Setting(value = "years after its own in which citations of a patent count", def = "5", min = 1, max = 30)
            int window,

            @Setting(
                    value = "citations that do not count: FAMILY (within a family) or APPLICANT (of the same first"
                            + " applicant, too)",
                    def = "APPLICANT")
            Self self,

            @Setting(
                    value = "fewest patents of a year, field and office with which a patent is compared; with fewer the"
                            + " comparison is widened",
                    def = "10",
                    min = 1)
            int minCohort,

            @Setting(value = "damping of PageRank", def = "0.85", min = 0, max = 0.99)
            double damping) {
        /** Citations of one's own. */
        public enum Self {
            FAMILY,
            APPLICANT
        }
    }

    /** Technology gap. */
    public record Gap(
            @Setting(value = "years of each of the two windows of growth", def = "5", min = 1, max = 20)
            int window,

            @Setting(
                    value = "fewest families of a subject; below it status and position are LOW_N",
                    def = "20",
                    min = 0)
            int minFamilies,

            @Setting(value = "half width of PARALLEL on the composite", def = "0.25", min = 0)
            double parallel,

            @Setting(value = "half width of PARALLEL on the quantity gap, as a ratio", def = "1.2", min = 1)
            double parallelRatio,

            @Setting(value = "codes whose gap is measured: those with most families", def = "300", min = 0)
            int nodes,

            @Setting(
                    value = "countries taken together, by the name by which project.reference-countries may call them",
                    def =
                            "{EU: [AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT,"
                                    + " RO, SE, SI, SK]}")
            Map<String, List<String>> blocs,

            @Setting(value = "bootstrap draws over families, for intervals", def = "200", min = 50)
            int draws,

            @Setting(value = "seed", def = "7") long seed) {}

    /** Experts' scores. */
    public record Evaluate(
            @Setting(value = "files of scores: XLSX, CSV, Parquet, or a Delta table's folder", optional = true)
            List<String> scores,

            @Setting(value = "file of the experts, CSV or XLSX", optional = true)
            String experts,

            @Setting(
                    value = "dimensions with their weights, summing to 1",
                    def = "{necessity: 0.4, feasibility: 0.3, impact: 0.3}")
            Map<String, Double> dimensions,

            @Setting(value = "least score", def = "0") double scaleMin,
            @Setting(value = "greatest score", def = "10") double scaleMax,

            @Setting(
                    value = "rule of the rating in use: MEAN, WEIGHTED_MEAN, MEDIAN, TRIMMED, HUBER,"
                            + " HODGES_LEHMANN or ADJUSTED",
                    def = "ADJUSTED")
            Rule rule,

            @Setting(value = "fewest scores of a rating", def = "5", min = 1)
            int quorum,

            @Setting(value = "how the panel is asked", optional = true)
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
            @Setting(value = "nodes drawn in the network", def = "150", min = 0)
            int networkNodes,

            @Setting(value = "publications listed as evidence of a technology", def = "5", min = 0)
            int evidence) {}

    /** How the stages are run; it changes no result. */
    public record Run(
            @Setting(
                    value = "most stages at once, of those that do not read one another; more than 1 takes more memory,"
                            + " and gained nothing on two cores",
                    def = "1",
                    min = 1)
            int stagesAtOnce,

            @Setting(value = "what vacuum keeps", optional = true)
            Retention retention) {}

    /** The Parquet mirror. */
    public record Mirror(
            @Setting(
                    value = "whether <warehouse>/mirror holds the tables of the last published run as Parquet",
                    def = "true")
            boolean write,

            @Setting(value = "tables that grow with patents and are mirrored as well, e.g. ingest.families", def = "[]")
            List<String> large) {}

    /**
     * What {@code vacuum} keeps: a run that any of the three rules keeps, and the run of the earlier release on which a
     * kept run builds.
     */
    public record Retention(
            @Setting(value = "the last runs, so many", def = "10", min = 1)
            int runs,

            @Setting(value = "the last run of so many of the last releases", def = "4", min = 1)
            int releases,

            @Setting(value = "runs that ended within so many days", def = "90", min = 0)
            int days,

            @Setting(
                    value = "greatest input file of which a copy is kept for verify, in GB; of a greater one only the"
                            + " digest, so that verify needs the file where it was",
                    def = "50",
                    min = 0)
            double inputGb) {
        /** The defaults, where there is no such section. */
        public static final Retention DEFAULTS = new Retention(10, 4, 90, 50);
    }

    /** Planted truth. */
    public record Truth(
            @Setting("folder of the truth files") String path) {}

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
