package org.smssev.jobs.supplement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables;

/** Merges the nominations of experts with the candidates that the screen kept. */
public final class SupplementStage implements Stage {
    private static final String ROLE = "nominations";

    @Override
    public String name() {
        return "supplement";
    }

    @Override
    public String description() {
        return "Merge the nominations of experts with the screened candidates.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                ScreenTables.Candidate.class, ScreenTables.CandidateMember.class, SurveyTables.TechnologyItem.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(ScreenTables.Supplemented.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.supplement());
    }

    @Override
    public List<FileRef> files(Config config) {
        List<FileRef> files = new ArrayList<>();
        for (String pattern : config.supplement().nominations()) {
            files.add(new FileRef(ROLE, "supplement.nominations", pattern));
        }
        return files;
    }

    @Override
    public void run(StageContext context) {
        List<Nominated> nominations = new ArrayList<>();
        for (InputFile file : context.files(ROLE)) {
            nominations.addAll(NominationReader.read(file.path()));
        }
        List<ScreenTables.Candidate> candidates = context.rows(ScreenTables.Candidate.class);
        Supplementing supplementing = new Supplementing(
                context.config().supplement(),
                itemAliases(
                        context.rows(ScreenTables.CandidateMember.class),
                        context.rows(SurveyTables.TechnologyItem.class)));
        List<Supplemented> all = supplementing.supplement(candidates, nominations);
        context.quality("nominations", "", (double) nominations.size(), "nominations handed in");
        context.quality(
                "nominations_unsupported",
                "",
                (double) supplementing.unsupported(),
                "nominated names left out, as fewer organisations than supplement.min-support stand behind them");
        context.quality(
                "candidates_brought_back",
                "",
                (double) supplementing.broughtBack(),
                "candidates that the screen dropped and a nomination brought back");
        Map<String, Long> states = all.stream()
                .collect(Collectors.groupingBy(Supplemented::matchState, TreeMap::new, Collectors.counting()));
        states.forEach(
                (state, n) -> context.quality("supplemented_by_state", state, (double) n, n + " candidates: " + state));
        context.write(ScreenTables.Supplemented.class, all);
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
