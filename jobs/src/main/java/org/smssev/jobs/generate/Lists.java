package org.smssev.jobs.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.smssev.common.io.Csv;

/** The lists of existing technologies and the nominations. */
final class Lists {
    private static final String LIST_HEADER =
            "item_no,text_en,text_zh,domain,ipc,keywords,valid_from,valid_to,suspended_until\n";
    private static final String NOMINATION_HEADER =
            "nomination_no,expert_id,organisation,technology_en,technology_zh,domain,ipc,rationale,evidence,date,essential\n";

    /** Listed technologies that are nominated again, and under which name. */
    private static final Map<String, String> REPEATED = Map.of(
            "carbon electrodes for perovskite solar cells", "perovskite solar cells with carbon electrodes",
            "graphdiyne preparation", "preparation of graphdiyne",
            "space robots", "robots for use in space");

    private final List<Technology> technologies;
    private final List<Experts.Expert> panel;
    private final List<String> controlled = new ArrayList<>();
    private final List<String> watched = new ArrayList<>();
    private final List<String> nominations = new ArrayList<>();

    /** Item or nomination under which the panel scores a technology. */
    private final Map<Technology, String> scoreIds = new LinkedHashMap<>();

    /** All items and nominations of a technology. */
    private final Map<Technology, List<String>> references = new LinkedHashMap<>();

    Lists(World world) {
        technologies = world.technologies;
        panel = Experts.panel(technologies);
        controlled.add(LIST_HEADER);
        watched.add(LIST_HEADER);
        nominations.add(NOMINATION_HEADER);
        for (Technology t : technologies) {
            if (t.controlled()) {
                item(t, "CTL", controlled);
            }
        }
        for (Technology t : technologies) {
            if (t.watched()) {
                item(t, "FWL", watched);
            }
        }
        nominate(Streams.of(world.seed, Streams.Purpose.PANEL, 1, 0));
    }

    /** Writes the lists and the nominations. */
    void write(Path out) throws IOException {
        Csv.write(out.resolve("lists/controlled.csv"), controlled);
        Csv.write(out.resolve("lists/foreign-watch.csv"), watched);
        Csv.write(out.resolve("lists/foreign-watch-before.csv"), watchedBefore());
        Csv.write(out.resolve("nominations.csv"), nominations);
        List<String> experts = new ArrayList<>(List.of("expert_id,organisation,sector,field\n"));
        for (Experts.Expert e : panel) {
            experts.add(Csv.row(e.id(), e.organisation(), e.sector(), e.field()));
        }
        Csv.write(out.resolve("experts.csv"), experts);
    }

    /** Identifier of a technology in the score sheets: its first item, else its first nomination. */
    String scoreId(Technology technology) {
        return scoreIds.get(technology);
    }

    /** All items and nominations of a technology. */
    List<String> references(Technology technology) {
        return references.get(technology);
    }

    /** The edition before: the last two entries were not on it yet, the first had other words, and one has left since. */
    private List<String> watchedBefore() {
        List<String> before = new ArrayList<>(watched.subList(0, Math.max(1, watched.size() - 2)));
        technologies.stream().filter(Technology::watched).findFirst().ifPresent(first -> {
            String name = first.nameEn();
            before.replaceAll(row -> row.startsWith("FWL-001,") ? row.replace(name, "Technology of " + name) : row);
        });
        before.add(Csv.row("FWL-000", "SYNTHETIC technology that left the list", "", "", "", "", "2023-07-01", "", ""));
        return before;
    }

    private void item(Technology t, String prefix, List<String> list) {
        int n = list.size();
        String item = String.format(Locale.ROOT, "%s-%03d", prefix, n);
        refer(t, item);
        List<String> keywords = new ArrayList<>(t.wordsEn().subList(0, 10));
        keywords.addAll(t.wordsZh().subList(0, 5));
        list.add(Csv.row(
                item,
                t.nameEn(),
                t.nameZh(),
                t.domain(),
                scopes(t, 5),
                String.join(";", keywords),
                prefix.equals("CTL") ? "2024-01-01" : "2025-07-01",
                "",
                prefix.equals("CTL") && n % 10 == 5 ? "2027-06-30" : ""));
    }

    /** The main groups of the first symbols of a technology. */
    private static String scopes(Technology t, int symbols) {
        return t.ipc().stream().limit(symbols).map(Lists::mainGroup).distinct().collect(Collectors.joining(";"));
    }

    /** H01M 10 of H01M 10/0525. */
    static String mainGroup(String symbol) {
        return symbol.substring(0, symbol.indexOf('/'));
    }

    private void nominate(SplittableRandom random) {
        for (Technology t : technologies) {
            if (t.listed() == Technology.Listed.N || t.listed() == Technology.Listed.X) {
                int supporters = 1 + (t.index() + 1) % 3;
                int first = random.nextInt(Experts.COUNT);
                for (int i = 0; i < supporters; i++) {
                    nomination(t, t.nameEn(), panel.get((first + 3 * i) % Experts.COUNT));
                }
            } else if (REPEATED.containsKey(t.nameEn())) {
                nomination(t, REPEATED.get(t.nameEn()), panel.get(random.nextInt(Experts.COUNT)));
            }
        }
    }

    private void nomination(Technology t, String name, Experts.Expert expert) {
        int n = nominations.size();
        String number = String.format(Locale.ROOT, "NOM-%03d", n);
        refer(t, number);
        nominations.add(Csv.row(
                number,
                expert.id(),
                expert.organisation(),
                name,
                t.nameZh(),
                t.domain(),
                scopes(t, 4),
                "SYNTHETIC rationale: concerns "
                        + String.join(", ", t.wordsEn().subList(0, 6)) + "; "
                        + String.join("、", t.wordsZh().subList(0, 3)),
                "SYNTHETIC evidence",
                "2026-01-" + String.format(Locale.ROOT, "%02d", 1 + n % 28),
                n % 6 == 0 ? "no" : "yes"));
    }

    private void refer(Technology t, String reference) {
        scoreIds.putIfAbsent(t, reference);
        references.computeIfAbsent(t, key -> new ArrayList<>()).add(reference);
    }
}
