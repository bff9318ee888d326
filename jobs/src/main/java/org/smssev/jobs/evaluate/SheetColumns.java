package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the sheet of scores of one expert: who and what, the evidence, the round before, the cells to fill in. */
final class SheetColumns {
    private static final int NARROW = 12;
    private static final int WIDE = 36;

    private final Questionnaire asked;
    private final Feedback feedback;
    private final int round;
    private final String expertId;

    SheetColumns(Questionnaire asked, Feedback feedback, int round, String expertId) {
        this.asked = asked;
        this.feedback = feedback;
        this.round = round;
        this.expertId = expertId;
    }

    List<SheetColumn> all() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(SheetColumn.hidden(Questionnaire.ROUND, (dossier, number) -> round));
        columns.add(SheetColumn.hidden(Questionnaire.EXPERT, (dossier, number) -> expertId));
        columns.add(SheetColumn.hidden(Questionnaire.TECHNOLOGY_ID, (dossier, number) -> dossier.technologyId()));
        columns.add(SheetColumn.shown("number", asked.said(SheetTexts.NUMBER), 6, (dossier, number) -> number));
        columns.add(SheetColumn.shown(
                Questionnaire.TECHNOLOGY,
                asked.label(Questionnaire.TECHNOLOGY),
                WIDE,
                (dossier, number) -> name(dossier)));
        evidence(columns);
        for (String name : asked.asked()) {
            if (feedback.round() > 0) {
                before(columns, name);
            }
            columns.add(SheetColumn.input(name, asked.label(name), NARROW, List.of()));
        }
        columns.add(SheetColumn.input(
                Questionnaire.FAMILIARITY,
                asked.label(Questionnaire.FAMILIARITY),
                NARROW,
                List.of("1", "2", "3", "4", "5")));
        List<List<String>> bases = Arrays.stream(Authority.Basis.values())
                .map(Authority.Basis::words)
                .toList();
        columns.add(SheetColumn.input(Questionnaire.BASIS, asked.label(Questionnaire.BASIS), 16, asked.choices(bases)));
        columns.add(SheetColumn.input(
                Questionnaire.CONFLICT, asked.label(Questionnaire.CONFLICT), NARROW, asked.choices(SheetTexts.YES_NO)));
        columns.add(SheetColumn.input(Questionnaire.PARAMETER, asked.label(Questionnaire.PARAMETER), WIDE, List.of()));
        columns.add(SheetColumn.input(Questionnaire.COMMENT, asked.label(Questionnaire.COMMENT), WIDE, List.of()));
        return columns;
    }

    private void evidence(List<SheetColumn> columns) {
        columns.add(SheetColumn.shown(
                "domain", asked.said(SheetTexts.DOMAIN), NARROW, (dossier, number) -> dossier.domain()));
        columns.add(SheetColumn.shown(
                "source",
                asked.said(SheetTexts.SOURCE),
                NARROW,
                (dossier, number) -> dossier.provenance().stream()
                        .map(code -> said(SheetTexts.SOURCES, code))
                        .collect(Collectors.joining(", "))));
        columns.add(SheetColumn.shown(
                "families", asked.said(SheetTexts.FAMILIES), NARROW, (dossier, number) -> dossier.families()));
        columns.add(SheetColumn.shown("trend", asked.said(SheetTexts.TREND), 26, (dossier, number) -> trend(dossier)));
        columns.add(SheetColumn.shown(
                "position",
                asked.said(SheetTexts.POSITION),
                NARROW,
                (dossier, number) ->
                        dossier.position() == null ? null : said(SheetTexts.POSITIONS, dossier.position())));
        columns.add(SheetColumn.shown(
                "network", asked.said(SheetTexts.NETWORK), 24, (dossier, number) -> lines(dossier.network())));
        columns.add(SheetColumn.shown(
                "lists", asked.said(SheetTexts.LISTS), 20, (dossier, number) -> lines(dossier.lists())));
        columns.add(SheetColumn.shown(
                "patents", asked.said(SheetTexts.PATENTS), 48, (dossier, number) -> lines(dossier.patents())));
        columns.add(SheetColumn.shown(
                "consultation", asked.said(SheetTexts.COMMENTS), 24, (dossier, number) -> opinions(dossier)));
    }

    private void before(List<SheetColumn> columns, String name) {
        columns.add(SheetColumn.shown(
                name + "_panel",
                asked.said(List.of(
                        asked.words(name).get(0) + ": " + SheetTexts.QUARTILES.get(0),
                        asked.words(name).get(1) + "：" + SheetTexts.QUARTILES.get(1))),
                16,
                (dossier, number) -> panel(feedback.panel(dossier.technologyId(), name))));
        columns.add(SheetColumn.shown(
                name + "_own",
                asked.said(List.of(
                        asked.words(name).get(0) + ": " + SheetTexts.OWN.get(0),
                        asked.words(name).get(1) + "：" + SheetTexts.OWN.get(1))),
                NARROW,
                (dossier, number) -> feedback.own(expertId, dossier.technologyId(), name)));
    }

    private String name(Dossier dossier) {
        return dossier.nameZh() == null ? dossier.nameEn() : asked.said(List.of(dossier.nameEn(), dossier.nameZh()));
    }

    private String panel(Feedback.Panel panel) {
        return panel == null
                ? asked.said(SheetTexts.NOT_YET)
                : String.format(Locale.ROOT, "%.2f (%.2f - %.2f)", panel.median(), panel.q1(), panel.q3());
    }

    private static String trend(Dossier dossier) {
        List<Integer> trend = dossier.trend();
        if (trend.isEmpty()) {
            return null;
        }
        int last = dossier.firstYear() + trend.size() - 1;
        return Sparkline.of(trend) + "\n" + dossier.firstYear() + ": " + trend.get(0) + ", " + last + ": "
                + trend.get(trend.size() - 1);
    }

    private String opinions(Dossier dossier) {
        Dossier.Opinions said = dossier.comments();
        if (said.support() + said.oppose() + said.neutral() == 0
                && said.parameters().isEmpty()) {
            return null;
        }
        String counts = asked.said(List.of(
                String.format(
                        Locale.ROOT, "%d for, %d against, %d neutral", said.support(), said.oppose(), said.neutral()),
                String.format(Locale.ROOT, "赞成%d，反对%d，中立%d", said.support(), said.oppose(), said.neutral())));
        return said.parameters().isEmpty() ? counts : counts + "\n" + lines(said.parameters());
    }

    private String said(Map<String, List<String>> words, String code) {
        return asked.said(ScoreBook.words(words, code)).replace("\n", " ");
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
