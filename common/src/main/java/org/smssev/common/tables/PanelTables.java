package org.smssev.common.tables;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the evaluate stage on the panel as such: its rounds, questions, sectors, weights, and comments from outside. */
public final class PanelTables {
    private PanelTables() {}

    @Table(name = "evaluate.rounds", comment = "The rounds of the panel and whether they may end.", key = "round")
    public record Round(
            @Column(value = "round", min = 1) int round,

            @Column(value = "experts who were sent a sheet: those of the file of experts, or all seen", min = 0)
            int sent,

            @Column(value = "experts with at least one score", min = 0)
            int returned,

            @Column(value = "returned over sent", nullable = true, min = 0, max = 1)
            Double response,

            @Column(value = "experts of the round before without a score in this", min = 0)
            int dropouts,

            @Column(value = "experts with a score in every round up to this", min = 0)
            int completers,

            @Column(value = "questions (technology and dimension) with a score", min = 0)
            int questions,

            @Column(value = "share of them that are agreed", nullable = true, min = 0, max = 1)
            Double agreed,

            @Column(value = "share that are stable since the round before", nullable = true, min = 0, max = 1)
            Double stable,

            @Column(value = "share that are agreed or stable", nullable = true, min = 0, max = 1)
            Double settled,

            @Column(value = "the same with the scores of the completers only", nullable = true, min = 0, max = 1)
            Double settledCompleters,

            @Column(
                    value = "AGREED or STABLE: the rounds may end; LAST: they end with this; else CONTINUE",
                    oneOf = {"AGREED", "STABLE", "LAST", "CONTINUE"})
            String decision) {}

    @Table(
            name = "evaluate.questions",
            comment =
                    "How far the panel is at one on each question in each round, and what changed since the round before.",
            key = {"round", "candidate_id", "dimension"})
    public record Question(
            @Column(value = "round", min = 1) int round,
            @Column("candidate") String candidateId,
            @Column("dimension") String dimension,
            @Column(value = "scores that count", min = 0) int n,

            @Column(value = "mean", nullable = true) Double mean,

            @Column(value = "standard deviation", nullable = true)
            Double sd,

            @Column(value = "coefficient of variation sd/mean", nullable = true)
            Double cv,

            @Column(value = "first quartile (R-7)", nullable = true)
            Double q1,

            @Column(value = "median", nullable = true) Double median,

            @Column(value = "third quartile", nullable = true)
            Double q3,

            @Column(value = "share of the scores within one point of the median", nullable = true, min = 0, max = 1)
            Double within,

            @Column(
                    value = "r_wg, 0 to 1: agreement against even chances over the scale",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double rWg,

            @Column(value = "median less that of the round before", nullable = true)
            Double medianChange,

            @Column(value = "coefficient of variation less that of the round before", nullable = true)
            Double cvChange,

            @Column(value = "completers who answered", min = 0)
            int nCompleters,

            @Column(value = "median of the completers", nullable = true)
            Double medianCompleters,

            @Column("whether the configured rules of consensus hold")
            boolean agreed,

            @Column("whether median and variation stay as they were")
            boolean stable,

            @Column(
                    value = "LOW_N below five scores",
                    oneOf = {"OK", "LOW_N", "UNDEFINED"})
            String status) {}

    @Table(
            name = "evaluate.sectors",
            comment = "What industry, government and academia hold of each question, and where they part.",
            key = {"round", "candidate_id", "dimension"})
    public record Sectors(
            @Column(value = "round", min = 1) int round,
            @Column("candidate") String candidateId,
            @Column("dimension") String dimension,

            @Column(value = "median of industry", nullable = true)
            Double industry,

            @Column(value = "median of government", nullable = true)
            Double government,

            @Column(value = "median of academia", nullable = true)
            Double academia,

            @Column(value = "scores of industry", min = 0) int nIndustry,
            @Column(value = "scores of government", min = 0) int nGovernment,
            @Column(value = "scores of academia", min = 0) int nAcademia,

            @Column(value = "greatest less least median of the sectors with three scores or more", nullable = true)
            Double difference,

            @Column(value = "Kruskal and Wallis's H with the correction for ties, over these sectors", nullable = true)
            Double kruskalH,

            @Column(value = "tail of the chi-squared distribution", nullable = true, min = 0, max = 1)
            Double p,

            @Column("whether the difference reaches evaluate.panel.sectors-part and p is below .05")
            boolean parted,

            @Column(
                    value = "LOW_N where fewer than two sectors have three scores",
                    oneOf = {"OK", "LOW_N", "UNDEFINED"})
            String status) {}

    @Table(
            name = "evaluate.weights",
            comment = "Weights of the dimensions: as given, of each judge's comparisons, and of the group's.",
            key = {"source", "judge", "dimension"})
    public record Weight(
            @Column(
                    value = "GIVEN, JUDGE, or AIJ and AIP of all consistent judges",
                    oneOf = {"GIVEN", "JUDGE", "AIJ", "AIP"})
            String source,

            @Column("expert, of a JUDGE; else empty") String judge,
            @Column("dimension") String dimension,

            @Column(value = "weight; those of a source and judge sum to 1", min = 0, max = 1)
            double weight,

            @Column(value = "principal eigenvalue of the comparisons", nullable = true)
            Double lambda,

            @Column(value = "consistency ratio by Saaty's random index", nullable = true)
            Double crSaaty,

            @Column(value = "consistency ratio by the random index of Alonso and Lamata (2006)", nullable = true)
            Double crAlonsoLamata,

            @Column(value = "geometric consistency index", nullable = true)
            Double gci,

            @Column("whether the ratio in use is within its limit; a judge beyond it is left out of AIJ and AIP")
            boolean consistent,

            @Column("whether technologies are graded by these")
            boolean inUse) {}

    @Table(
            name = "evaluate.comments",
            comment = "What a consultation said of each technology. Comments move no score.",
            key = {"technology_id", "comment_no"})
    public record Comment(
            @Column("technology") String technologyId,
            @Column("number of the comment") String commentNo,

            @Column(value = "who commented", nullable = true)
            String commenter,

            @Column(value = "sector, in the words of the file or INDUSTRY, GOVERNMENT, ACADEMIA", nullable = true)
            String sector,

            @Column(
                    value = "position on controlling it",
                    nullable = true,
                    oneOf = {"SUPPORT", "OPPOSE", "NEUTRAL"})
            String position,

            @Column(value = "text", nullable = true, plain = true)
            String text,

            @Column(value = "control parameter that the commenter proposes", nullable = true)
            String parameter,

            @Column(value = "answer to the comment", nullable = true, plain = true)
            String answer) {}
}
