package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smssev.common.tables.GradeTables.Technology;

/** Who disagreed, by sector and by the id of the expert. */
record ExplainDissent(Facts facts, Words words, List<String> lines) {
    private static final int SHOWN = 3;

    /** An expert who scores so many points above or below the panel in general is told as such. */
    private static final double STRICT = 1;

    void add() {
        lines.add("");
        lines.add(words.say("Who disagreed", "谁有不同意见"));
        Technology technology = facts.technology();
        Dissent dissent = Dissent.of(technology.technologyId(), facts.scores(), facts.experts(), facts.dimensions());
        if (dissent.voices().isEmpty()) {
            lines.add("  " + words.say("The scores of single experts are not available.", "没有单个专家的评分。"));
            return;
        }
        places(dissent);
        sectors(dissent);
        extremes(dissent);
        if (technology.influentialExpert() != null) {
            String without = words.points(technology.score() - technology.influence());
            lines.add("  "
                    + words.say(
                            "The single expert who moves the score most is " + technology.influentialExpert()
                                    + ". Without this expert, the score is " + without + ".",
                            "影响最大的专家是 " + technology.influentialExpert() + "：去掉后得分为 " + without + "。"));
        }
    }

    private void places(Dissent dissent) {
        int[] places = dissent.places(facts.levels());
        List<String> parts = new ArrayList<>();
        for (int place = 0; place < places.length; place++) {
            if (places[place] > 0) {
                parts.add(places[place] + words.say(" at ", " 人评为") + words.of(Levels.NAMES.get(place)));
            }
        }
        lines.add("  " + words.say("By their own scores, the ", "按各自评分，")
                + dissent.voices().size()
                + words.say(" experts put it: ", " 位专家中：") + String.join(words.say(", ", "，"), parts)
                + words.say(".", "。"));
    }

    private void sectors(Dissent dissent) {
        List<String> parts = new ArrayList<>();
        for (Dissent.Group group : dissent.sectors()) {
            double apart = group.mean() - dissent.mean();
            String mark = Math.abs(apart) < Dissent.APART
                    ? ""
                    : apart > 0 ? words.say(", clearly higher", "，明显偏高") : words.say(", clearly lower", "，明显偏低");
            parts.add(words.of(group.sector()) + " " + words.points(group.mean()) + words.say(" (", "（")
                    + group.experts() + words.say(group.experts() == 1 ? " expert" : " experts", " 人") + mark
                    + words.say(")", "）"));
        }
        if (!parts.isEmpty()) {
            lines.add("  " + words.say("Means of their scores as given: ", "原始评分均值：")
                    + String.join(words.say(", ", "，"), parts) + words.say("; all ", "；全体 ")
                    + words.points(dissent.mean()) + words.say(".", "。"));
        }
    }

    private void extremes(Dissent dissent) {
        List<Dissent.Voice> voices = dissent.voices();
        int n = Math.min(SHOWN, voices.size() / 2);
        if (n > 0) {
            lines.add("  " + words.say("Highest: ", "最高：") + named(voices.subList(0, n)));
            List<Dissent.Voice> lowest = new ArrayList<>(voices.subList(voices.size() - n, voices.size()));
            Collections.reverse(lowest);
            lines.add("  " + words.say("Lowest: ", "最低：") + named(lowest));
        }
    }

    private String named(List<Dissent.Voice> voices) {
        return String.join(
                words.say(", ", "，"), voices.stream().map(this::named).toList());
    }

    private String named(Dissent.Voice voice) {
        String sector = voice.sector() == null ? "" : words.say(", ", "，") + words.of(voice.sector());
        String habit = "";
        if (Math.abs(voice.severity()) >= STRICT) {
            habit = words.say("; in general ", "；总体")
                    + words.points(Math.abs(voice.severity()))
                    + (voice.severity() > 0
                            ? words.say(" above the panel", " 高于全体")
                            : words.say(" below the panel", " 低于全体"));
        }
        String about = (sector + habit).replaceFirst("^[,;，；] ?", "");
        return voice.expertId() + " " + words.points(voice.score())
                + (about.isEmpty() ? "" : words.say(" (", "（") + about + words.say(")", "）"));
    }
}
