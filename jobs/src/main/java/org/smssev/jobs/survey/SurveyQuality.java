package org.smssev.jobs.survey;

import java.util.List;
import org.smssev.common.config.SurveyConfig;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.SurveyTables.Technology;

/** Figures and conventions of the survey, for the method card. */
final class SurveyQuality {
    private SurveyQuality() {}

    /** Records them. */
    static void record(StageContext context, List<Technology> made) {
        SurveyConfig settings = context.config().survey();
        long unscoped = made.stream()
                .filter(t -> t.scopeMethod().equals("NONE") && t.keywords().isEmpty())
                .count();
        long unvalidated =
                made.stream().filter(t -> t.scopeStatus().equals("UNVALIDATED")).count();
        context.quality("technologies", "", (double) made.size(), "technologies picked or taken over from lists");
        context.quality(
                "technologies_without_scope",
                "",
                (double) unscoped,
                "technologies have neither IPC codes nor keywords. Only the words of their names are matched.");
        context.quality(
                "technologies_unvalidated",
                "",
                (double) unvalidated,
                "technologies are not in a labelled sample (survey.labels). Their mapping is unvalidated.");
        context.convention(
                "MATCH",
                "ipc-weight " + settings.ipcWeight() + ", min-score " + settings.minScore(),
                "A family belongs to every technology with a score of min-score or more. The highest score gives its main"
                        + " technology. Rare codes and keywords count more. If a technology has experts' rules, only"
                        + " they decide, and their confidence is the score.");
        TextScope text = settings.textScope();
        context.convention(
                "TEXT_SCOPE",
                text.method() + " against " + text.against() + " of level " + text.level() + ", rank " + text.maxRank()
                        + (text.method() == TextScope.Method.COSINE ? ", z " + text.minZ() : ""),
                "Technologies without IPC codes get the codes with the most similar texts. The measure is BM25 (k1 1.2,"
                        + " b 0.75) or the cosine of TF-IDF, with z over all codes.");
    }
}
