package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** How the panel of experts is asked, over how many rounds, and what its judgements weigh. */
public record PanelConfig(
        @Setting(
                value =
                        "sub-indicators: dimension -> indicator -> its weight within the dimension. An expert's score of a"
                                + " dimension is the one given, else the weighted mean of the indicators given",
                optional = true)
        Map<String, Map<String, Double>> indicators,

        @Setting(
                value = "least share of the sub-indicators of a dimension that an expert must give for their mean to"
                        + " count",
                def = "0.6",
                min = 0,
                max = 1)
        double leastIndicators,

        @Setting(
                value = "what dimensions and sub-indicators are called on the sheets: name -> [English, Chinese]",
                optional = true)
        Map<String, List<String>> labels,

        @Setting(value = "language of the score sheets: EN, ZH or BOTH", def = "BOTH")
        Language language,

        @Setting(
                value = "last day of each round: round -> date. A workbook saved later (or a row with a later date in a"
                        + " column submitted) is late",
                optional = true)
        Map<String, String> deadlines,

        @Setting(value = "what becomes of late sheets: REFUSE, or TAKE and tell", def = "REFUSE")
        Late late,

        @Setting(
                value =
                        "whether a cell that cannot be taken ends the run, with all of them told; else they are only kept"
                                + " in evaluate.rejected_cells",
                def = "false")
        boolean strict,

        @Setting(
                value =
                        "patent families of a technology, by an expert's organisation as first applicant, from which the"
                                + " expert's scores of it are left out; 0 for never",
                def = "3",
                min = 0)
        int applicantConflict,

        @Setting(value = "when the rounds of the panel may end", optional = true)
        Delphi delphi,

        @Setting(value = "weights of the dimensions by pairwise comparison", optional = true)
        Ahp ahp,

        @Setting(
                value = "Cs of familiarity 1 to 5 in the authority coefficient Cr = (Ca + Cs)/2",
                def = "[0.2, 0.4, 0.6, 0.8, 1.0]",
                min = 0,
                max = 1)
        List<Double> familiarity,

        @Setting(
                value = "points by which the medians of two sectors must differ for a technology to be told as one on"
                        + " which they part",
                def = "1.0",
                min = 0)
        double sectorsPart,

        @Setting(value = "files of comments of a consultation, CSV or XLSX; they move no score", optional = true)
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
            @Setting(value = "most rounds", def = "3", min = 1, max = 20)
            int rounds,

            @Setting(value = "a median that changes by less, in points, is stable", def = "0.5", min = 0)
            double medianChange,

            @Setting(value = "with a coefficient of variation that changes by less", def = "0.05", min = 0)
            double cvChange,

            @Setting(
                    value =
                            "what must hold for consensus: CV, IQR, WITHIN (a share of the scores within one point of the"
                                    + " median), or several of them",
                    def = "[WITHIN]")
            List<Consensus> consensus,

            @Setting(value = "greatest coefficient of variation of consensus", def = "0.25", min = 0)
            double cv,

            @Setting(value = "greatest interquartile range of consensus, in points", def = "2", min = 0)
            double iqr,

            @Setting(value = "least share within one point of the median", def = "0.75", min = 0, max = 1)
            double within,

            @Setting(
                    value = "share of the questions that must be agreed, or stable, for the rounds to end",
                    def = "0.9",
                    min = 0,
                    max = 1)
            double settled,

            @Setting(value = "least share of experts who answer; below it a warning", def = "0.7", min = 0, max = 1)
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
                    value =
                            "file of comparisons, CSV or XLSX: expert_id, i, j, value (how much more i counts than j, 1/9"
                                    + " to 9)",
                    optional = true)
            String pairwise,

            @Setting(
                    value =
                            "weights of the dimensions in use: GIVEN (those of evaluate.dimensions), AIJ (of the geometric"
                                    + " means of the judgements) or AIP (mean of the experts' weights); all are told",
                    def = "GIVEN")
            Group weights,

            @Setting(value = "EIGENVECTOR, or GEOMETRIC row means", def = "EIGENVECTOR")
            Priority priority,

            @Setting(value = "random index that decides: SAATY or ALONSO_LAMATA; both ratios are told", def = "SAATY")
            RandomIndex randomIndex,

            @Setting(value = "consistency ratio from which a judge is left out", def = "0.1", min = 0)
            double maxRatio) {}
}
