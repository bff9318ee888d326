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
        @Setting(value = "existing lists", optional = true) Survey survey,
        @Setting(value = "clustering", optional = true) Cluster cluster,

        @Setting(value = "IPC co-occurrence network", optional = true)
        Network network,

        @Setting(value = "citation network, measured by the network stage", optional = true)
        Citations citations,

        @Setting(value = "technology gap", optional = true) Gap gap,

        @Setting(value = "selection of candidates", optional = true)
        Screen screen,

        @Setting(value = "nominations by experts", optional = true)
        Supplement supplement,

        @Setting(value = "experts' scores", optional = true) Evaluate evaluate,
        @Setting(value = "levels", optional = true) Grade grade,
        @Setting(value = "report page", optional = true) Report report,

        @Setting(value = "planted truth of a generated release, to measure how well it is found", optional = true)
        Truth truth,

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

            @Setting(value = "pattern of dates, as java.time has it", def = "yyyy-MM-dd")
            String datePattern,

            @Setting(value = "longest cell in characters; longer ones are quarantined", def = "1000000", min = 1)
            int maxCell) {}

    /** Existing lists of technologies. */
    public record Survey(
            @Setting(value = "lists", optional = true) List<ListFile> lists,

            @Setting(value = "least score of a match, 0 to 1", def = "0.2", min = 0, max = 1)
            double minScore,

            @Setting(value = "weight of IPC against keywords in the score, 0 to 1", def = "0.5", min = 0, max = 1)
            double ipcWeight,

            @Setting(value = "distinct keywords that make the keyword part full", def = "3", min = 1)
            int fullKeywords) {}

    /** A list in CSV or XLSX. */
    public record ListFile(
            @Setting("short name of the list") String id,

            @Setting("file, CSV or XLSX; relative to the configuration file")
            String path,

            @Setting(value = "how the text is written, for CSV", optional = true)
            Text text,

            @Setting(
                    value = "field -> column: item-no, text-en, text-zh, parent, regime, domain, valid-from,"
                            + " valid-to, suspended-until, ipc, keywords, technology-id",
                    optional = true)
            Map<String, String> columns,

            @Setting(value = "whether every entry becomes a technology", def = "true")
            boolean takeOver,

            @Setting(value = "whether the list stands for controls in force", def = "false")
            boolean controlled) {}

    /** Clustering. */
    public record Cluster(
            @Setting(
                    value = "KMEANS; or BISECTING, which splits clusters in two until there are k: a poorer cost, but"
                            + " clusters of similar sizes",
                    def = "KMEANS")
            Algorithm algorithm,

            @Setting(value = "number of clusters; 0 scans k-scan", def = "0", min = 0)
            int k,

            @Setting(value = "numbers of clusters to scan", def = "[20, 40, 60, 80]")
            List<Integer> kScan,

            @Setting(
                    value = "how a scan chooses k: by the greatest SILHOUETTE, by the greatest STABILITY, or by the"
                            + " least sum of the ranks of both (BOTH); stability is that over seeds (starts 2 or more),"
                            + " or else over bootstraps; where there is neither, the silhouette decides",
                    def = "BOTH")
            Choice choice,

            @Setting(value = "components of the truncated SVD", def = "100", min = 2, max = 1000)
            int components,

            @Setting(
                    value = "families on which basis and centres are fitted (a stable sample)",
                    def = "50000",
                    min = 100)
            int sample,

            @Setting(
                    value = "starts by seed, of which the one of least cost is kept; two or more tell how stable the"
                            + " clusters are over seeds",
                    def = "1",
                    min = 1)
            int starts,

            @Setting(
                    value = "bootstraps of each k, which tell how stable each cluster is; each costs about a start; 0"
                            + " for none",
                    def = "0",
                    min = 0)
            int bootstraps,

            @Setting(value = "k-means iterations", def = "20", min = 1)
            int iterations,

            @Setting(value = "fewest families of a term", def = "5", min = 1)
            int minDf,

            @Setting(value = "greatest share of families of a term", def = "0.4", min = 0, max = 1)
            double maxDf,

            @Setting(value = "most terms", def = "60000", min = 100)
            int maxTerms,

            @Setting(
                    value =
                            "most bigrams (terms side by side) beside the terms, 0 for none; taken are those of one family"
                                    + " in 2,000 and more (and min-df), if more frequent than chance",
                    def = "5000",
                    min = 0)
            int maxBigrams,

            @Setting(value = "weight of IPC codes against terms", def = "0.25", min = 0, max = 10)
            double ipcWeight,

            @Setting(
                    value = "constant number of blocks; figures may differ in the last digits with it",
                    def = "16",
                    min = 1)
            int partitions,

            @Setting(
                    value = "least overlap (Jaccard, of families that both hold) with a cluster of the release before"
                            + " for keeping its id",
                    def = "0.3",
                    min = 0,
                    max = 1)
            double keepOverlap,

            @Setting(value = "seed", def = "7") long seed) {
        /** How clusters are found. */
        public enum Algorithm {
            KMEANS,
            BISECTING
        }

        /** How a scan chooses the number of clusters. */
        public enum Choice {
            SILHOUETTE,
            STABILITY,
            BOTH
        }
    }

    /** Co-occurrence network. */
    public record Network(
            @Setting(value = "SUBCLASS, MAIN_GROUP or SUBGROUP: the network that later stages use", def = "MAIN_GROUP")
            Level level,

            @Setting(value = "further levels whose networks are measured in the same run", optional = true)
            List<Level> furtherLevels,

            @Setting(
                    value = "periods measured beside all years, e.g. [2010-2014, 2015-2019]; later stages use all"
                            + " years",
                    optional = true)
            List<String> periods,

            @Setting(value = "fewest families of a code", def = "5", min = 1)
            int minFamilies,

            @Setting(
                    value = "families with more codes than this are left out of pairs, and counted",
                    def = "100",
                    min = 2)
            int maxCodes,

            @Setting(
                    value = "counting behind centralities and communities: NEWMAN (a family weighs as much whatever its"
                            + " number of codes), REFINED (so does each family's sum of pairs) or FULL",
                    def = "NEWMAN")
            Counting counting,

            @Setting(value = "disparity level of the backbone", def = "0.05", min = 0, max = 1)
            double alpha,

            @Setting(value = "Leiden resolution", def = "1.0", min = 0)
            double resolution,

            @Setting(value = "further Leiden resolutions, for the curve in measure.community_scan", optional = true)
            List<Double> resolutions,

            @Setting(
                    value = "further Leiden seeds at each resolution, to tell how stable the communities are",
                    def = "0",
                    min = 0,
                    max = 1000)
            int stabilitySeeds,

            @Setting(
                    value = "codes up to which shortest paths go out from each; beyond, from a sample, unless the bound"
                            + " needs them all",
                    def = "20000",
                    min = 0)
            int exactNodes,

            @Setting(value = "greatest error of a sampled betweenness", def = "0.02", min = 0.001, max = 1)
            double sampleError,

            @Setting(value = "probability with which the error may be greater", def = "0.1", min = 0.001, max = 1)
            double sampleRisk,

            @Setting(value = "weights of the centralities: ENTROPY or CRITIC", def = "CRITIC")
            Weights weights,

            @Setting(value = "key nodes", def = "40", min = 1)
            int keyNodes,

            @Setting(value = "key nodes that each community gets at least", def = "1", min = 0)
            int communityQuota,

            @Setting(
                    value = "engine of degrees, PageRank, cores, triangles, components and label propagation: COMPACT"
                            + " (arrays on the driver), GRAPHFRAMES (spread over the cluster, needs its jar), or AUTO:"
                            + " GRAPHFRAMES from large-edges on where its jar is present",
                    def = "AUTO")
            Engine engine,

            @Setting(value = "pairs from which AUTO takes GRAPHFRAMES", def = "20000000", min = 0)
            long largeEdges,

            @Setting(value = "seed", def = "7") long seed) {
        /** What measures the graph where several can. */
        public enum Engine {
            AUTO,
            COMPACT,
            GRAPHFRAMES
        }

        /** Period of all families, also of those without a year. */
        public static final String ALL_YEARS = "ALL";

        /** Whether a network is the one that later stages use: of {@code level}, over all years. */
        public boolean isMain(String ofLevel, String ofPeriod) {
            return level.name().equals(ofLevel) && ALL_YEARS.equals(ofPeriod);
        }

        /** Level of the IPC. */
        public enum Level {
            SUBCLASS,
            MAIN_GROUP,
            SUBGROUP
        }

        /** What a pair of codes weighs. */
        public enum Counting {
            FULL,
            NEWMAN,
            REFINED
        }
    }

    /** Objective weights of criteria. */
    public enum Weights {
        ENTROPY,
        CRITIC,
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

            @Setting(value = "fewest families of a subject; below it the status is LOW_N", def = "20", min = 0)
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

    /** Selection of candidates. */
    public record Screen(
            @Setting(value = "fewest families of a candidate", def = "20", min = 0)
            int minFamilies,

            @Setting(value = "positions that pass; none given: all pass", optional = true)
            List<String> states,

            @Setting(value = "whether technologies already controlled are dropped", def = "false")
            boolean dropControlled,

            @Setting(
                    value = "overlap of families (share of the smaller) from which a cluster and a technology are"
                            + " one candidate",
                    def = "0.5",
                    min = 0,
                    max = 1)
            double mergeOverlap,

            @Setting(value = "weights of the criteria: ENTROPY, CRITIC or EQUAL", def = "CRITIC")
            Weights weights,

            @Setting(value = "cut: ALL, NUMBER or QUANTILE", def = "ALL")
            Cut cut,

            @Setting(value = "how many (NUMBER), or the quantile of the score (QUANTILE)", def = "0", min = 0)
            double cutAt) {
        /** Rule of the cut. */
        public enum Cut {
            ALL,
            NUMBER,
            QUANTILE
        }
    }

    /** Nominations. */
    public record Supplement(
            @Setting(value = "files of nominations, CSV or XLSX", optional = true)
            List<String> nominations,

            @Setting(value = "match score from which a nomination is merged", def = "0.8", min = 0, max = 1)
            double autoMerge,

            @Setting(value = "match score from which a person should look", def = "0.5", min = 0, max = 1)
            double review,

            @Setting(value = "fewest organisations behind a nomination that patents and lists lack", def = "1", min = 1)
            int minSupport) {}

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
            int quorum) {
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

    /** Levels. */
    public record Grade(
            @Setting(value = "least score of Level 1", def = "8.5")
            double level1,

            @Setting(value = "least score of Level 2; no published value, so no default", optional = true)
            Double level2,

            @Setting(value = "least score of Level 3; no published value, so no default", optional = true)
            Double level3,

            @Setting(
                    value = "instead of scores: the shares of technologies above the cut of Levels 1, 2 and 3, e.g."
                            + " [0.25, 0.5, 0.75]",
                    optional = true)
            List<Double> quantiles,

            @Setting(value = "how dimensions are put together: ADDITIVE, GEOMETRIC or MINIMUM", def = "ADDITIVE")
            Aggregation aggregation,

            @Setting(value = "bootstrap draws over experts", def = "2000", min = 100)
            int draws,

            @Setting(value = "seed", def = "7") long seed) {
        /** How dimensions are put together. */
        public enum Aggregation {
            ADDITIVE,
            GEOMETRIC,
            MINIMUM
        }
    }

    /** The report page. */
    public record Report(
            @Setting(value = "nodes drawn in the network", def = "150", min = 0)
            int networkNodes,

            @Setting(value = "publications listed as evidence of a technology", def = "5", min = 0)
            int evidence) {}

    /** Planted truth. */
    public record Truth(
            @Setting("folder of the truth files") String path) {}
}
