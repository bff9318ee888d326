package org.smssev.jobs.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smssev.common.io.Csv;

/** The truth files: what was planted, for measuring how well it is found. */
final class Truth {
    private final World world;
    private final Lists lists;
    private final TrueScores scores;
    private final List<Draft> living;

    /** Families with at least one accepted publication, by technology and country of the first applicant. */
    private final int[][] families;

    private int familyCount;

    /**
     * The truth of a release.
     *
     * @param living publications of the release, the spoiled included, in their order
     */
    Truth(World world, Lists lists, TrueScores scores, List<Draft> living) {
        this.world = world;
        this.lists = lists;
        this.scores = scores;
        this.living = living;
        families = new int[world.technologies.size()][Offices.COUNTRIES.length];
        Set<Draft> counted = new HashSet<>();
        for (Draft draft : living) {
            boolean accepted = draft.bad == null || !draft.bad.rejected();
            if (accepted && counted.add(draft.original)) {
                families[draft.technology][draft.country]++;
                familyCount++;
            }
        }
    }

    int families() {
        return familyCount;
    }

    /** Spoiled records by kind. */
    Map<String, Integer> bad() {
        Map<String, Integer> counts = new TreeMap<>();
        for (BadKind kind : BadKind.values()) {
            counts.put(kind.name(), (int)
                    living.stream().filter(d -> d.bad == kind).count());
        }
        return counts;
    }

    /** Writes all truth files but summary.json. */
    void write(Path folder, Changes changes) throws IOException {
        patents(folder.resolve("patent_truth.csv"));
        technologies(folder.resolve("technologies.csv"));
        codes(folder.resolve("planted_codes.csv"));
        shares(folder.resolve("country_shares.csv"));
        dirty(folder.resolve("dirty.csv"));
        releases(folder.resolve("release_log.csv"), changes);
    }

    private void patents(Path file) throws IOException {
        List<String> rows = new ArrayList<>(living.size() + 1);
        rows.add("publication_number,family_id,technology_id,is_family_duplicate,purity,first_country,filing_year,"
                + "second_technology_id,bad\n");
        for (Draft d : living) {
            rows.add(Csv.row(
                    d.number,
                    d.family(),
                    world.technologies.get(d.technology).id(),
                    d.isMember() ? 1 : 0,
                    decimals(d.purity),
                    World.country(d.country),
                    LocalDate.ofEpochDay(d.filing).getYear(),
                    world.technologies.get(d.second).id(),
                    d.bad == null ? "" : d.bad.name()));
        }
        Csv.write(file, rows);
    }

    private void technologies(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add(
                "technology_id,technology,technology_zh,domain,score_id,references,has_patents,controlled,"
                        + "families,midpoint_year,speed,true_necessity,true_feasibility,true_impact,composite,grade,focal_role\n");
        for (Technology t : world.technologies) {
            int total = 0;
            for (int n : families[t.index()]) {
                total += n;
            }
            double[] score = scores.of(t);
            rows.add(Csv.row(
                    t.id(),
                    t.nameEn(),
                    t.nameZh(),
                    t.domain(),
                    lists.scoreId(t),
                    String.join(";", lists.references(t)),
                    t.hasPatents(),
                    t.controlled(),
                    total,
                    t.hasPatents() ? decimals(world.midpoint[t.index()]) : "",
                    t.hasPatents() ? decimals(world.speed[t.index()]) : "",
                    decimals(score[0]),
                    decimals(score[1]),
                    decimals(score[2]),
                    decimals(scores.composite(t)),
                    scores.level(t),
                    world.role[t.index()]));
        }
        Csv.write(file, rows);
    }

    private void codes(Path file) throws IOException {
        Map<String, List<String>> hubs = new TreeMap<>();
        Map<String, List<String>> bridges = new TreeMap<>();
        for (Technology t : world.technologies) {
            t.hubs()
                    .forEach(code -> hubs.computeIfAbsent(Lists.mainGroup(code), key -> new ArrayList<>())
                            .add(t.id()));
            t.bridges()
                    .forEach(code -> bridges.computeIfAbsent(Lists.mainGroup(code), key -> new ArrayList<>())
                            .add(t.id()));
        }
        List<String> rows = new ArrayList<>(List.of("main_group,role,technologies\n"));
        hubs.forEach((code, ids) -> rows.add(Csv.row(code, "hub", String.join(";", ids))));
        bridges.forEach((code, ids) -> rows.add(Csv.row(code, "bridge", String.join(";", ids))));
        Csv.write(file, rows);
    }

    /** Shares by the country of the first applicant; rta = share in the technology / share in all of them. */
    private void shares(Path file) throws IOException {
        int countries = Offices.COUNTRIES.length;
        double[] byCountry = new double[countries];
        for (int[] counts : families) {
            for (int c = 0; c < countries; c++) {
                byCountry[c] += counts[c];
            }
        }
        List<String> rows = new ArrayList<>();
        rows.add("technology_id,country,planted_base_share,families,share,rta\n");
        for (Technology t : world.technologies) {
            int[] counts = families[t.index()];
            double total = 0;
            for (int n : counts) {
                total += n;
            }
            for (int c = 0; c < countries && t.hasPatents(); c++) {
                boolean defined = total > 0 && byCountry[c] > 0;
                double share = counts[c] / total;
                rows.add(Csv.row(
                        t.id(),
                        World.country(c),
                        decimals(world.shares[t.index()][c]),
                        counts[c],
                        total > 0 ? decimals(share) : "",
                        defined ? decimals(share / (byCountry[c] / familyCount)) : ""));
            }
        }
        Csv.write(file, rows);
    }

    private void dirty(Path file) throws IOException {
        List<String> rows = new ArrayList<>(List.of("publication_number,kind,rejected\n"));
        for (Draft d : living) {
            if (d.bad != null) {
                rows.add(Csv.row(d.number, d.bad.name(), d.bad.rejected()));
            }
        }
        Csv.write(file, rows);
    }

    private static void releases(Path file, Changes changes) throws IOException {
        List<String> rows = new ArrayList<>(List.of("release,publication_number,change,bad\n"));
        for (Changes.Change c : changes.log()) {
            rows.add(Csv.row(
                    GenerateOptions.releaseOf(c.block()),
                    c.draft().number,
                    c.what(),
                    c.draft().bad == null ? "" : c.draft().bad.name()));
        }
        Csv.write(file, rows);
    }

    /** The summary as JSON. */
    static String json(GenerateOptions options, GenerateSummary s) {
        String bad = s.bad().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                {
                  "synthetic": true,
                  "note": "SYNTHETIC data: nothing in it is about real applicants, patents, experts or controls",
                  "release": "%s",
                  "seed": %d,
                  "records_asked": %d,
                  "bad_share": %s,
                  "technologies": %d,
                  "records_in_csv": %d,
                  "records_distinct": %d,
                  "records_rejected": %d,
                  "records_duplicate": %d,
                  "families": %d,
                  "new": %d,
                  "corrected": %d,
                  "withdrawn": %d,
                  "dirty": {%s},
                  "biased_experts": {"E07": %s, "E14": %s},
                  "conflict_of_interest": {"expert": "E05", "technology": "advanced high-strength automotive steel"},
                  "out_of_range_scores": 1,
                  "duplicate_score_rows": 1,
                  "grade_rule": "0.4 necessity + 0.3 feasibility + 0.3 impact; Levels 1, 2, 3 from 8.5, 7.0, 5.5"
                }
                """,
                s.release(),
                options.seed(),
                options.records(),
                options.badShare(),
                s.technologies(),
                s.rows(),
                s.publications(),
                s.rejected(),
                s.duplicates(),
                s.families(),
                s.newRecords(),
                s.corrected(),
                s.withdrawn(),
                bad,
                Panel.LENIENCE,
                Panel.SEVERITY);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
