package org.smssev.jobs.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.config.Config;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.PanelTables.Round;

/** The figures of quality and the conventions of the panel. */
final class PanelQuality {
    private static final String SCORES = "evaluate.scores";

    private PanelQuality() {}

    static void tell(
            StageContext context,
            ScoreReader reader,
            List<RejectedCell> rejected,
            Evaluation evaluation,
            List<Comment> comments) {
        context.quality("scores_taken", SCORES, (double) reader.taken().scores().size(), "scores accepted");
        context.quality("cells_rejected", SCORES, (double) rejected.size(), "cells rejected");
        new TreeMap<>(rejected.stream().collect(Collectors.groupingBy(RejectedCell::reason, Collectors.counting())))
                .forEach((reason, n) ->
                        context.quality("cells_rejected_" + reason, SCORES, (double) n, "cells rejected: " + reason));
        UnknownTechnologies.tell(context, reader.rejected());
        if (reader.late() > 0) {
            context.quality("late_rows", SCORES, (double) reader.late(), "late rows, accepted");
        }
        for (Round round : evaluation.rounds()) {
            rounds(context, round);
        }
        long parted = evaluation.sectors().stream().filter(row -> row.parted()).count();
        if (!evaluation.sectors().isEmpty()) {
            context.quality("sectors_part", SCORES, (double) parted, "questions on which the sectors disagree");
        }
        if (!comments.isEmpty()) {
            context.quality("comments", "evaluate.comments", (double) comments.size(), "comments of a consultation");
            long open = comments.stream().filter(row -> row.answer() == null).count();
            context.quality("comments_open", "evaluate.comments", (double) open, "comments without an answer");
        }
        conventions(context);
    }

    private static void rounds(StageContext context, Round round) {
        double least = context.config().evaluate().panel().delphi().response();
        String subject = "round " + round.round();
        if (round.response() != null) {
            context.warnAbove(
                    "no_response",
                    subject,
                    1 - round.response(),
                    1 - least,
                    "Only " + round.returned() + " of " + round.sent()
                            + " experts answered. Remind the others, or lower" + " evaluate.panel.delphi.response.");
        }
        context.quality(
                "settled",
                subject,
                round.settled(),
                "share of questions that are agreed or stable; " + round.decision() + ", " + round.dropouts()
                        + " dropouts");
    }

    private static void conventions(StageContext context) {
        Config.Evaluate settings = context.config().evaluate();
        Map<String, String[]> conventions = new TreeMap<>();
        conventions.put("rating.rule", new String[] {
            settings.rule().name(),
            "ADJUSTED is Huber's estimate over the scores of the last round. It subtracts each expert's severity and"
                    + " weights by familiarity. With fewer than five scores, the robust rules are the median."
        });
        conventions.put("panel.consensus", new String[] {
            String.valueOf(settings.panel().delphi().consensus()),
            "A question is agreed if all of these hold: CV <= "
                    + settings.panel().delphi().cv() + ", IQR <= "
                    + settings.panel().delphi().iqr() + ", WITHIN one point of the median >= "
                    + settings.panel().delphi().within()
        });
        conventions.put("panel.r_wg", new String[] {
            "A = " + ScoreBook.plain(Delphi.points(settings.scaleMin(), settings.scaleMax())),
            "A is the number of whole points on the scale, ends included (11 for 0 to 10). Values below 0 are"
                    + " reported as 0."
        });
        conventions.put("panel.authority", new String[] {
            "Cr = (Ca + Cs)/2",
            "If an expert names one basis, it counts as large and the others as small. Missing answers are replaced by"
                    + " the panel's median."
        });
        conventions.put("panel.weights", new String[] {
            settings.panel().ahp().weights().name(),
            "random index " + settings.panel().ahp().randomIndex() + "; judges with a ratio of "
                    + settings.panel().ahp().maxRatio() + " or more are left out; AIP is the arithmetic mean"
        });
        conventions.forEach((name, words) -> context.convention(name, words[0], words[1]));
    }
}
