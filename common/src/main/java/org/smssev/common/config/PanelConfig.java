package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** How the panel of experts is asked, over how many rounds, and what its judgements weigh. */
public record PanelConfig(
        @Setting(
                value = "Sub-indicators of a dimension with their weights, as dimension: {indicator: weight}. "
                        + "The weights within a dimension must sum to 1. If an expert does not score the dimension "
                        + "itself, the weighted mean of the indicators counts. Without it experts score only "
                        + "dimensions.",
                optional = true)
        Map<String, Map<String, Double>> indicators,

        @Setting(
                value = "Smallest share of a dimension's sub-indicators that an expert must score for their mean "
                        + "to count.",
                def = "0.6",
                min = 0,
                max = 1)
        double leastIndicators,

        @Setting(
                value = "Names of dimensions and sub-indicators on the sheets, as name: [English, Chinese]. "
                        + "Without it smssev uses its own names, or those of the settings.",
                optional = true)
        Map<String, List<String>> labels,

        @Setting(value = "Language of the score sheets: EN, ZH or BOTH.", def = "BOTH")
        Language language,

        @Setting(
                value = "Last day of each round, as round: date. A workbook saved later is late, and so is a row "
                        + "with a later date in a column `submitted`. Without it no sheet is late.",
                optional = true)
        Map<String, String> deadlines,

        @Setting(
                value = "What happens to late sheets. REFUSE: they do not count. TAKE: they count, and the run "
                        + "reports them.",
                def = "REFUSE")
        Late late,

        @Setting(
                value = "If true, cells that cannot be used stop the run, which lists them all. If false, they "
                        + "are only kept in evaluate.rejected_cells.",
                def = "false")
        boolean strict,

        @Setting(
                value = "Number of patent families from which an expert has a conflict of interest on a "
                        + "technology. Its first applicant must be the expert's organisation. The expert's scores "
                        + "of the technology are then left out. 0 stands for never.",
                def = "3",
                min = 0)
        int applicantConflict,

        @Setting(value = "When the rounds of the panel may end.", optional = true)
        Delphi delphi,

        @Setting(
                value = "Weights of the dimensions by pairwise comparison (analytic hierarchy process, AHP).",
                optional = true)
        Ahp ahp,

        @Setting(
                value = "The coefficients Cs for familiarity 1 to 5. An expert's authority coefficient is Cr = "
                        + "(Ca + Cs)/2.",
                def = "[0.2, 0.4, 0.6, 0.8, 1.0]",
                min = 0,
                max = 1)
        List<Double> familiarity,

        @Setting(
                value = "Smallest difference between the medians of two sectors, in points, for the sectors to "
                        + "disagree on a technology. A statistical test must confirm it.",
                def = "1.0",
                min = 0)
        double sectorsPart,

        @Setting(
                value = "Files of comments from a consultation, in CSV or XLSX. They change no score. Without "
                        + "them the tables of comments are empty.",
                optional = true)
        List<String> comments) {
    /** Settings of which none is given. */
    public static final PanelConfig DEFAULTS = new PanelConfig(
            Map.of(),
            .6,
            Map.of(),
            Language.BOTH,
            Map.of(),
            Late.REFUSE,
            false,
            3,
            new Delphi(3, .5, .05, List.of(Consensus.WITHIN), .25, 2, .75, .9, .7),
            new Ahp(null, Group.GIVEN, Priority.EIGENVECTOR, RandomIndex.SAATY, .1),
            List.of(.2, .4, .6, .8, 1.0),
            1,
            List.of());

    /** Language of the sheets. */
    public enum Language {
        EN,
        ZH,
        BOTH
    }

    /** What becomes of late sheets. */
    public enum Late {
        REFUSE,
        TAKE
    }

    /** Rules by which a question is agreed. */
    public enum Consensus {
        CV,
        IQR,
        WITHIN
    }

    /** Rules of the rounds; to be fixed before the first. */
    public record Delphi(
            @Setting(value = "Largest number of rounds.", def = "3", min = 1, max = 20)
            int rounds,

            @Setting(
                    value = "A question is stable if its median changes by less than this, in points, from the round "
                            + "before.",
                    def = "0.5",
                    min = 0)
            double medianChange,

            @Setting(
                    value = "For a stable question the coefficient of variation (standard deviation over mean) must "
                            + "change by less than this, too.",
                    def = "0.05",
                    min = 0)
            double cvChange,

            @Setting(
                    value = "Rules of consensus. All that are named must hold. CV: the coefficient of variation is "
                            + "small. IQR: the interquartile range is small. WITHIN: a large share of the scores is "
                            + "within one point of the median.",
                    def = "[WITHIN]")
            List<Consensus> consensus,

            @Setting(value = "Largest coefficient of variation for consensus.", def = "0.25", min = 0)
            double cv,

            @Setting(value = "Largest interquartile range for consensus, in points.", def = "2", min = 0)
            double iqr,

            @Setting(
                    value = "Smallest share of scores within one point of the median for consensus.",
                    def = "0.75",
                    min = 0,
                    max = 1)
            double within,

            @Setting(
                    value = "Share of the questions that must be agreed, or stable, for the rounds to end.",
                    def = "0.9",
                    min = 0,
                    max = 1)
            double settled,

            @Setting(
                    value = "Smallest share of experts who answer. Below it the run records a warning.",
                    def = "0.7",
                    min = 0,
                    max = 1)
            double response) {}

    /** Weights of the dimensions. */
    public enum Group {
        /** As evaluate.dimensions gives them. */
        GIVEN,
        /** Of the geometric mean of the experts' judgements. */
        AIJ,
        /** Arithmetic mean of the experts' weights. */
        AIP
    }

    /** How weights follow from comparisons. */
    public enum Priority {
        EIGENVECTOR,
        GEOMETRIC
    }

    /** Tables of the consistency of random comparisons. */
    public enum RandomIndex {
        SAATY,
        ALONSO_LAMATA
    }

    /** Pairwise comparison. */
    public record Ahp(
            @Setting(
                    value = "File of comparisons, in CSV or XLSX. Its columns are expert_id, i, j and value (how "
                            + "much more i counts than j, from 1/9 to 9). It is needed unless weights is GIVEN.",
                    optional = true)
            String pairwise,

            @Setting(
                    value = "Weights of the dimensions in use. GIVEN: those of evaluate.dimensions. AIJ: from the "
                            + "geometric means of the experts' judgements. AIP: the mean of the experts' weights. The "
                            + "tables hold all three.",
                    def = "GIVEN")
            Group weights,

            @Setting(
                    value = "How weights follow from comparisons: by EIGENVECTOR, or by GEOMETRIC means of the rows.",
                    def = "EIGENVECTOR")
            Priority priority,

            @Setting(
                    value = "Random index that decides on consistency: SAATY or ALONSO_LAMATA. The tables hold the "
                            + "ratios of both.",
                    def = "SAATY")
            RandomIndex randomIndex,

            @Setting(value = "Consistency ratio from which an expert's comparisons are left out.", def = "0.1", min = 0)
            double maxRatio) {}
}
