package org.smssev.jobs.supplement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables;
import org.smssev.common.tables.SurveyTables;
import org.smssev.jobs.measure.gap.model.GapModel;

/** Merges the nominations of experts with the candidates that the screen kept. */
public final class SupplementStage implements Stage {
    private static final String ROLE = "nominations";
    private static final String DECISIONS = "decisions";

    @Override
    public String name() {
        return "supplement";
    }

    @Override
    public String description() {
        return "Merge expert nominations with the screened candidates.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return Stream.concat(
                        GapModel.READS.stream(),
                        Stream.of(
                                ScreenTables.Candidate.class,
                                ScreenTables.CandidateMember.class,
                                SurveyTables.TechnologyItem.class,
                                GapSummary.class))
                .toList();
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                ScreenTables.Supplemented.class,
                SupplementTables.NominationFate.class,
                SupplementTables.NominatedGap.class,
                SupplementTables.NominatedFamily.class,
                SupplementTables.Support.class,
                SupplementTables.Completeness.class,
                SupplementTables.Disagreement.class);
    }

    @Override
    public List<String> artifacts() {
        return List.of(ReviewQueue.FILE);
    }

    @Override
    public List<Object> settings(Config config) {
        return Stream.concat(GapModel.settings(config).stream(), Stream.of(config.supplement()))
                .toList();
    }

    @Override
    public List<FileRef> files(Config config) {
        List<FileRef> files = new ArrayList<>();
        for (String pattern : config.supplement().nominations()) {
            files.add(new FileRef(ROLE, "supplement.nominations", pattern));
        }
        for (String pattern : config.supplement().decisions()) {
            files.add(new FileRef(DECISIONS, "supplement.decisions", pattern));
        }
        return files;
    }

    @Override
    public void run(StageContext context) {
        List<Nominated> nominations = NominationReader.read(paths(context, ROLE));
        Map<String, Decision> decisions = DecisionReader.read(paths(context, DECISIONS));
        List<ScreenTables.Candidate> candidates = context.rows(ScreenTables.Candidate.class);
        Supplementing supplementing = new Supplementing(
                context.config().supplement(),
                itemAliases(
                        context.rows(ScreenTables.CandidateMember.class),
                        context.rows(SurveyTables.TechnologyItem.class)),
                decisions);
        List<Supplemented> merged = supplementing.supplement(candidates, nominations);
        NominatedPatents patents = NominatedPatents.of(context, merged);
        List<Supplemented> all = merged.stream().map(patents::with).toList();
        Panel panel = new Panel(candidates, supplementing.fates());
        SupplementTables.Completeness completeness = panel.completeness();
        context.progress("write the review queue");
        new ReviewQueue(context.config())
                .write(queue(supplementing.fates()), decisions)
                .ifPresent(
                        kept -> context.warnAbove(
                                "review_kept",
                                kept,
                                1,
                                0,
                                "The review queue itself was edited, so this copy was kept. Name the copy in supplement.decisions."));
        new SupplementReport(context).record(all, nominations.size(), supplementing, completeness);
        context.write(ScreenTables.Supplemented.class, all);
        context.write(SupplementTables.NominationFate.class, panel.nominations());
        context.write(
                SupplementTables.NominatedGap.class,
                patents.gaps().stream().map(SupplementTables.NominatedGap::of).toList());
        context.write(SupplementTables.NominatedFamily.class, patents.families());
        context.write(
                SupplementTables.Support.class,
                panel.support(context.config().supplement().eligibleOrganisations()));
        context.write(SupplementTables.Completeness.class, List.of(completeness));
        context.write(SupplementTables.Disagreement.class, panel.disagreements());
    }

    private static List<Path> paths(StageContext context, String role) {
        return context.files(role).stream().map(InputFile::path).toList();
    }

    /** What waits for a person, then what a person decided. */
    private static List<Review> queue(List<Supplementing.Fate> fates) {
        List<Review> queue = new ArrayList<>();
        for (boolean isOpen : new boolean[] {true, false}) {
            for (Supplementing.Fate fate : fates) {
                if (isOpen ? fate.state().equals(Supplementing.REVIEW) : fate.decision() != null) {
                    queue.add(new Review(
                            fate.group(), Supplementing.organisations(fate.group()), fate.match(), fate.decision()));
                }
            }
        }
        return queue;
    }

    /** The numbers of the list items behind each candidate, as {@code list:number} and alone. */
    static Map<String, List<String>> itemAliases(
            List<CandidateMember> members, List<SurveyTables.TechnologyItem> items) {
        Map<String, Set<String>> byTechnology = new HashMap<>();
        for (SurveyTables.TechnologyItem item : items) {
            Set<String> names = byTechnology.computeIfAbsent(item.technologyId(), k -> new LinkedHashSet<>());
            names.add(item.listId() + ":" + item.itemNo());
            names.add(item.itemNo());
        }
        Map<String, List<String>> aliases = new HashMap<>();
        for (CandidateMember member : members) {
            if (member.memberKind().equals("TECHNOLOGY") && byTechnology.containsKey(member.memberId())) {
                aliases.computeIfAbsent(member.candidateId(), k -> new ArrayList<>())
                        .addAll(byTechnology.get(member.memberId()));
            }
        }
        return aliases;
    }
}
