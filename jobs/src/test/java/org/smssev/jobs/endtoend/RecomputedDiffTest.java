package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two releases of a small project, between which settings, lists and patents changed. What each change did is known by how
 * many families the technologies have.
 */
class RecomputedDiffTest {
    @TempDir
    private static Path folder;

    private static final Map<String, String> CODES = Map.of(
            "battery", "H01M 4/38",
            "steel", "C22C 38/02",
            "graphene", "C01B 32/182",
            "satellite", "B64G 1/10",
            "laser", "H01S 3/00");

    @BeforeAll
    static void twoReleases() throws IOException {
        run(
                "2026-01",
                10,
                List.of("battery", "steel", "graphene", "laser"),
                Map.of("battery", 14, "steel", 6, "graphene", 3, "satellite", 12, "laser", 12));
        run(
                "2026-02",
                5,
                List.of("steel", "graphene", "satellite", "laser"),
                Map.of("battery", 14, "steel", 6, "graphene", 13, "satellite", 12, "laser", 2));
    }

    private static void run(String release, int least, List<String> listed, Map<String, Integer> families)
            throws IOException {
        Files.writeString(
                folder.resolve("list.csv"),
                listed.stream()
                        .map(name -> name + "," + name + "," + CODES.get(name) + "\n")
                        .collect(Collectors.joining("", "item_no,text_en,ipc\n", "")));
        StringBuilder patents = new StringBuilder("number,title,ipc,filed,country\n");
        CODES.keySet().stream().sorted().forEach(name -> {
            for (int i = 0; i < families.get(name); i++) {
                int number = 1_000_000 + 1_000 * name.length() + 100 * (name.charAt(0) - 'a') + i;
                patents.append("US")
                        .append(number)
                        .append("A1,")
                        .append(name)
                        .append(" device with ")
                        .append(name)
                        .append(" part,")
                        .append(CODES.get(name))
                        .append(",20")
                        .append(10 + i % 10)
                        .append("-03-01,")
                        .append(i % 2 == 0 ? "CN" : "US")
                        .append('\n');
            }
        });
        Files.writeString(folder.resolve("patents.csv"), patents);
        Files.writeString(folder.resolve("project.yaml"), """
                project: {name: Small, focal-country: CN}
                release: {id: %s}
                warehouse: w
                ingest:
                  sources:
                    - name: patents
                      path: patents.csv
                      columns: {publication-number: number, title: title, ipc: ipc, filing-date: filed,
                        applicant-countries: country}
                survey: {lists: [{id: own, path: list.csv}]}
                cluster: {k: 2}
                screen: {sources: [TECHNOLOGY], min-families: %d, cut: ALL}
                """.formatted(release, least));
        Console run = call("run", "--quiet", "--master", "local[2]");
        assertThat(run.exit()).as("%s%s", run.out(), run.err()).isZero();
    }

    private static Console call(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(more));
        args.addAll(List.of("--config", folder.resolve("project.yaml").toString()));
        return Console.run(args.toArray(String[]::new));
    }

    @Test
    void inputsThatBroughtATechnologyInOrTookItOutAreToldApartByComputingTheSelectionAgain() {
        Console guess = call("diff");
        Console told = call("diff", "--recompute");

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(guess.out()).contains("add --recompute");
        assertThat(cause(guess, "steel")).isEqualTo("LISTS or PATENTS or SETTINGS");
        assertThat(cause(guess, "laser")).isEqualTo("LISTS or PATENTS or SETTINGS");
        assertThat(cause(told, "steel")).isEqualTo("SETTINGS");
        assertThat(cause(told, "satellite")).isEqualTo("LISTS");
        assertThat(cause(told, "graphene")).isEqualTo("PATENTS");
        assertThat(cause(told, "battery")).isEqualTo("LISTS");
        assertThat(cause(told, "laser")).isEqualTo("PATENTS");
        assertThat(folder.resolve("w/_scratch"))
                .satisfiesAnyOf(
                        scratch -> assertThat(scratch).doesNotExist(),
                        scratch -> assertThat(scratch).isEmptyDirectory());
    }

    /** The line below that of the technology, up to the note. */
    private static String cause(Console diff, String name) {
        List<String> lines = diff.out().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("  " + name + ": ")) {
                return lines.get(i + 1).strip().replaceAll(";.*", "");
            }
        }
        return "no row of " + name;
    }
}
