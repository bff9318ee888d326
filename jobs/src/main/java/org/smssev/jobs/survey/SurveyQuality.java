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
        context.quality("technologies", "", (double) made.size(), "technologies picked and taken over from the lists");
        context.quality(
                "technologies_without_scope",
                "",
                (double) unscoped,
                "technologies with neither IPC prefixes nor keywords, matched by the words of their names only");
        context.quality(
                "technologies_unvalidated",
                "",
                (double) unvalidated,
                "technologies whose scope no labelled sample (survey.labels) holds: their mapping is unvalidated");
        context.convention(
                "MATCH",
                "ipc-weight " + settings.ipcWeight() + ", min-score " + settings.minScore(),
                "A family belongs to each technology whose score reaches min-score, and first of all to the one with"
                        + " the highest score; codes and keywords count by their rarity. Where a technology has experts'"
                        + " rules, they alone decide, and their confidence is the score.");
        TextScope text = settings.textScope();
        context.convention(
                "TEXT_SCOPE",
                text.method() + " against " + text.against() + " of level " + text.level() + ", rank " + text.maxRank()
                        + (text.method() == TextScope.Method.COSINE ? ", z " + text.minZ() : ""),
                "Technologies that come with no IPC codes get those whose texts are most like theirs; BM25 with k1 1.2"
                        + " and b 0.75, or cosine of TF-IDF with z over all codes.");
    }
}
