package org.smssev.jobs.supplement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.jobs.measure.gap.model.GapModel;
import org.smssev.jobs.measure.gap.model.Subject;

/**
 * The patents of candidates that the screen lacks and that were nominated with an IPC scope: the families that hold a
 * code of it, and the gap over these. What was nominated without a scope, or with one that no family is in, has neither.
 */
final class NominatedPatents {
    /** Strength of a membership by a code, which alone says little; so it is for the codes of the screen. */
    private static final double BY_CODE = .25;

    /** Kinds that may set the scale of gaps, the first that was measured does. */
    private static final List<String> SCALES =
            List.of(Subject.TECHNOLOGY, Subject.CLUSTER, Subject.COMMUNITY, Subject.NODE);

    private final List<NominatedFamily> families = new ArrayList<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private List<GapSummary> gaps = List.of();

    private NominatedPatents() {}

    /** The patents of candidates, of which those with families or without a scope are passed over. */
    static NominatedPatents of(StageContext context, List<Supplemented> candidates) {
        NominatedPatents patents = new NominatedPatents();
        List<Supplemented> scoped = candidates.stream()
                .filter(c -> c.families() == null && !c.ipcScope().isEmpty())
                .toList();
        if (!scoped.isEmpty()) {
            context.progress("measure gaps of " + scoped.size() + " nominated candidates");
            patents.measure(GapModel.of(context), scoped, context.rows(GapSummary.class));
        }
        return patents;
    }

    private void measure(GapModel model, List<Supplemented> scoped, List<GapSummary> measured) {
        String scale = SCALES.stream()
                .filter(kind ->
                        measured.stream().anyMatch(gap -> gap.subjectKind().equals(kind)))
                .findFirst()
                .orElse(Subject.TECHNOLOGY);
        List<Subject> subjects = new ArrayList<>();
        for (Supplemented candidate : scoped) {
            int[] own = model.families().inScope(candidate.ipcScope());
            if (own.length > 0) {
                String id = candidate.candidateId();
                sizes.put(id, (long) own.length);
                subjects.add(Subject.candidate(id, scale, own));
                for (int family : own) {
                    families.add(new NominatedFamily(id, model.families().ids.key(family), BY_CODE));
                }
            }
        }
        gaps = model.measureCandidates(subjects, measured).summaries();
        gaps.stream()
                .filter(gap -> GapModel.givesPosition(gap.reference(), gap.familyFilter()))
                .forEach(gap -> states.put(gap.subjectId(), gap.state()));
    }

    /** A candidate with its families and its position, where it has patents of its own here. */
    Supplemented with(Supplemented c) {
        return sizes.containsKey(c.candidateId())
                ? new Supplemented(
                        c.candidateId(),
                        c.nameEn(),
                        c.nameZh(),
                        c.domain(),
                        c.provenance(),
                        c.aliases(),
                        c.ipcScope(),
                        c.nominations(),
                        c.support(),
                        c.matchScore(),
                        c.matchState(),
                        sizes.get(c.candidateId()),
                        c.screenScore(),
                        states.get(c.candidateId()))
                : c;
    }

    /** The families of each. */
    List<NominatedFamily> families() {
        return families;
    }

    /** The gap of each. */
    List<GapSummary> gaps() {
        return gaps;
    }
}
