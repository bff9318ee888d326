package org.smssev.jobs.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.ScreenTables;

/** Compares levels and biased experts with the planted ones. */
final class GradeTruth {
    private final Truth truth;

    GradeTruth(Truth truth) {
        this.truth = truth;
    }

    void measure(StageContext context) {
        Map<String, Integer> byName = new HashMap<>();
        truth.names().forEach((id, name) -> byName.putIfAbsent(name, id));
        Map<String, Integer> idOf = new HashMap<>();
        for (ScreenTables.Supplemented c : context.rows(ScreenTables.Supplemented.class)) {
            java.util.stream.Stream.concat(java.util.stream.Stream.of(c.nameEn()), c.aliases().stream())
                    .map(n -> byName.get(Truth.normalised(n)))
                    .filter(id -> id != null)
                    .findFirst()
                    .ifPresent(id -> idOf.put(c.candidateId(), id));
        }
        List<GradeTables.Technology> graded = context.rows(GradeTables.Technology.class).stream()
                .filter(t -> t.score() != null && idOf.containsKey(t.technologyId()))
                .toList();
        long right = graded.stream().filter(t -> right(t, idOf)).count();
        long flagged =
                graded.stream().filter(GradeTables.Technology::borderline).count();
        long rightClear =
                graded.stream().filter(t -> !t.borderline() && right(t, idOf)).count();
        double share = graded.isEmpty() ? 0 : (double) right / graded.size();
        TruthStage.tell(
                context,
                "truth_grades",
                "technologies",
                share,
                "levels as planted: %d of %d technologies (%d planted)",
                right,
                graded.size(),
                truth.grades().size());
        long clear = graded.size() - flagged;
        TruthStage.tell(
                context,
                "truth_grades_clear",
                "technologies",
                clear == 0 ? null : (double) rightClear / clear,
                "levels as planted, without borderline technologies: %d of %d (%d borderline)",
                rightClear,
                clear,
                flagged);
        List<String> biased = context.rows(EvaluateTables.Expert.class).stream()
                .filter(EvaluateTables.Expert::isBiased)
                .map(EvaluateTables.Expert::expertId)
                .toList();
        TruthStage.tell(
                context,
                "truth_biased_experts",
                String.join(" ", biased).isEmpty() ? "none" : String.join(" ", biased),
                (double) biased.size(),
                "experts flagged as biased: %s",
                String.join(", ", biased));
    }

    private boolean right(GradeTables.Technology t, Map<String, Integer> idOf) {
        return t.level().equals(truth.grades().get(idOf.get(t.technologyId())));
    }
}
