package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** Puts together, per technology, what the graded list and its details show; figures are passed on as they are. */
final class TechnologyView {
    private static final List<String> EVIDENCE_ORDER =
            List.of("PUBLICATION", "NODE", "CLUSTER", "LIST_ITEM", "NOMINATION", "GAP");

    private final ReportData data;
    private final GapView gaps;
    private final Map<String, List<Explain>> explain;
    private final Map<String, List<Rating>> ratings;
    private final Map<String, List<Evidence>> evidence;
    private final Map<String, List<Sensitivity>> sensitivity;
    private final Map<String, Supplemented> supplemented;
    private final Map<String, Candidate> candidates;

    TechnologyView(ReportData data) {
        this.data = data;
        ReportData.Tables tables = data.tables();
        gaps = new GapView(tables.gaps(), data.header().focalCountry());
        explain = grouped(tables.explain(), Explain::technologyId, Comparator.comparing(Explain::term));
        ratings = grouped(tables.ratings(), Rating::candidateId, Comparator.comparing(Rating::dimension));
        evidence = grouped(
                tables.evidence(),
                Evidence::technologyId,
                Comparator.comparingInt((Evidence row) -> EVIDENCE_ORDER.indexOf(row.kind()))
                        .thenComparing(Evidence::value, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Evidence::ref));
        sensitivity =
                grouped(tables.sensitivity(), Sensitivity::technologyId, Comparator.comparing(Sensitivity::scenario));
        supplemented = tables.supplemented().stream()
                .collect(Collectors.toMap(Supplemented::candidateId, Function.identity()));
        candidates =
                tables.candidates().stream().collect(Collectors.toMap(Candidate::candidateId, Function.identity()));
    }

    /** The technologies, best rank first; those without a rank last, by id. */
    List<Map<String, Object>> all() {
        return data.tables().technologies().stream()
                .sorted(Comparator.comparing(Technology::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Technology::technologyId))
                .map(this::view)
                .toList();
    }

    private Map<String, Object> view(Technology technology) {
        String id = technology.technologyId();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("en", technology.nameEn());
        view.put("zh", technology.nameZh());
        view.put("domain", technology.domain());
        view.put("score", technology.score());
        view.put("level", technology.level());
        view.put("rank", technology.rank());
        view.put("lo", technology.lo95());
        view.put("hi", technology.hi95());
        view.put(
                "p",
                Arrays.asList(
                        technology.pLevel1(), technology.pLevel2(), technology.pLevel3(), technology.pNotListed()));
        view.put("borderline", technology.borderline());
        view.put("why", technology.borderlineReasons());
        view.put("position", technology.position());
        view.put("provenance", technology.provenance());
        view.put("n", technology.nScores());
        view.put("code", technology.reasonCode());
        view.put("reasonEn", technology.reasonEn());
        view.put("reasonZh", technology.reasonZh());
        view.put("explain", explain.getOrDefault(id, List.of()));
        view.put("ratings", ratings.getOrDefault(id, List.of()));
        view.put("evidence", listed(evidence.getOrDefault(id, List.of())));
        view.put("scenarios", sensitivity.getOrDefault(id, List.of()));
        view.put("origin", origin(id));
        view.put("gap", gaps.of(id).map(TechnologyView::gap).orElse(null));
        return view;
    }

    /** All evidence but single scores, and at most as many publications as are asked for, strongest first. */
    private List<Evidence> listed(List<Evidence> rows) {
        List<Evidence> listed = new ArrayList<>();
        int publications = 0;
        for (Evidence row : rows) {
            boolean isListed = row.kind().equals("PUBLICATION")
                    ? publications++ < data.header().evidence()
                    : !row.kind().equals("SCORE");
            if (isListed) {
                listed.add(row);
            }
        }
        return listed;
    }

    private Map<String, Object> origin(String id) {
        Map<String, Object> origin = new LinkedHashMap<>();
        Candidate candidate = candidates.get(id);
        Supplemented merged = supplemented.get(id);
        if (merged != null) {
            origin.put("families", merged.families());
            origin.put("screenScore", merged.screenScore());
            origin.put("ipc", merged.ipcScope());
            origin.put("aliases", merged.aliases());
            origin.put("support", merged.support());
            origin.put("match", merged.matchState());
        } else if (candidate != null) {
            origin.put("families", candidate.families());
            origin.put("screenScore", candidate.score());
            origin.put("ipc", candidate.ipcScope());
        }
        if (candidate != null) {
            origin.put("screenRank", candidate.rank());
            origin.put("controlled", candidate.alreadyControlled());
        }
        return origin;
    }

    private static Map<String, Object> gap(GapSummary gap) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("composite", gap.composite());
        view.put("state", gap.state());
        view.put("quantityState", gap.quantityState());
        view.put("quantity", GapView.quantity(gap).map(GapPart::value).orElse(null));
        view.put("quantityMeasure", GapView.quantity(gap).map(GapPart::measure).orElse(null));
        view.put("growth", GapView.growth(gap).map(GapPart::value).orElse(null));
        view.put("reference", gap.reference());
        view.put("parts", gap.parts());
        view.put("n", gap.nObs());
        view.put("status", gap.status());
        return view;
    }

    private static <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> key, Comparator<T> order) {
        return rows.stream().sorted(order).collect(Collectors.groupingBy(key));
    }
}
