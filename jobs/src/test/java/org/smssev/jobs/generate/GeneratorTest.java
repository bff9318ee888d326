package org.smssev.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

class GeneratorTest {
    private static final long SEED = 11;
    private static final int FIELDS = 13;

    @TempDir
    Path folder;

    @Test
    void sameOptionsGiveTheSameBytesOnOneAndTwoThreads() throws Exception {
        generate("a", 5000, GenerateOptions.FIRST_RELEASE, 1);
        generate("b", 5000, GenerateOptions.FIRST_RELEASE, 2);
        assertThat(hashes("b")).isEqualTo(hashes("a")).hasSizeGreaterThan(50);
    }

    @Test
    void anotherSeedGivesOtherPatents() throws Exception {
        generate("a", 600, GenerateOptions.FIRST_RELEASE, 2);
        Generator.generate(
                new GenerateOptions(folder.resolve("b"), 600, SEED + 1, GenerateOptions.FIRST_RELEASE), text -> {});
        assertThat(hashes("b").get("patents.csv")).isNotEqualTo(hashes("a").get("patents.csv"));
    }

    @Test
    void ledgerOfTheTruthAddsUp() throws Exception {
        GenerateSummary summary = generate("a", 6000, GenerateOptions.FIRST_RELEASE, 2);
        List<List<String>> rows = rows("a/patents.csv");
        Set<String> seen = new HashSet<>();
        int noNumber = 0;
        int duplicates = 0;
        int fieldCount = 0;
        for (List<String> row : rows) {
            noNumber += row.get(0).isEmpty() ? 1 : 0;
            fieldCount += row.size() == FIELDS ? 0 : 1;
            duplicates += row.get(0).isEmpty() || seen.add(row.get(0)) ? 0 : 1;
        }
        Map<String, Integer> bad = summary.bad();
        assertThat(bad.values().stream().mapToInt(n -> n).sum()).isBetween(120, 240);
        assertThat(noNumber).isEqualTo(bad.get("MISSING_NUMBER")).isPositive();
        assertThat(fieldCount).isEqualTo(bad.get("FIELD_COUNT")).isPositive();
        assertThat(duplicates).isEqualTo(bad.get("DUPLICATE")).isEqualTo(summary.duplicates());
        assertThat(rows).hasSize(summary.rows());
        assertThat(summary.rows()).isEqualTo(summary.publications() + summary.duplicates());
        Map<String, Integer> told = new TreeMap<>();
        rows("a/truth/dirty.csv").forEach(row -> told.merge(row.get(1), 1, Integer::sum));
        assertThat(told).isEqualTo(bad);
        assertThat(rows("a/truth/patent_truth.csv")).hasSize(summary.publications());
        assertThat(rows("a/truth/technologies.csv").stream()
                        .mapToInt(row -> Integer.parseInt(row.get(8)))
                        .sum())
                .isEqualTo(summary.families());
    }

    @Test
    void aFifthIsChineseAndAFifthAreFurtherFamilyMembers() throws Exception {
        generate("a", 6000, GenerateOptions.FIRST_RELEASE, 2);
        double chinese = rows("a/patents.csv").stream()
                        .filter(row -> row.get(2).codePoints().anyMatch(Character::isIdeographic))
                        .count()
                / 6000.0;
        double members = rows("a/truth/patent_truth.csv").stream()
                        .filter(row -> row.get(3).equals("1"))
                        .count()
                / 6000.0;
        assertThat(chinese).isBetween(.17, .24);
        assertThat(members).isBetween(.17, .23);
    }

    @Test
    void nobodyIsCitedBeforePublication() throws Exception {
        generate("a", 3000, GenerateOptions.FIRST_RELEASE, 2);
        Map<String, String> published = new HashMap<>();
        List<List<String>> rows = rows("a/patents.csv").stream()
                .filter(row -> row.size() == FIELDS && !row.get(0).isEmpty())
                .toList();
        rows.forEach(row -> published.put(row.get(0), row.get(7)));
        int resolved = 0;
        for (List<String> row : rows) {
            for (String cited : row.get(12).split(";")) {
                if (published.containsKey(cited) && row.get(6).matches("20[0-2][0-9]-[01][0-9]-[0-2][0-8]")) {
                    assertThat(published.get(cited)).isLessThan(row.get(6));
                    resolved++;
                }
            }
        }
        assertThat(resolved).isGreaterThan(1000);
    }

    @Test
    void followUpReleaseChangesWhatItsLogSaysAndRepeatsTheRest() throws Exception {
        generate("a", 4000, "2026-01", 2);
        GenerateSummary summary = generate("b", 4000, "2026-02", 2);
        Map<String, String> before = lines("a");
        Map<String, String> after = lines("b");
        Map<String, Set<String>> log = new HashMap<>();
        for (List<String> row : rows("b/truth/release_log.csv")) {
            assertThat(row.get(0)).isEqualTo("2026-02");
            if (row.get(3).isEmpty()) {
                log.computeIfAbsent(row.get(2), key -> new HashSet<>()).add(row.get(1));
            }
        }
        Set<String> added = new HashSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        Set<String> changed = new HashSet<>();
        before.forEach((number, line) -> {
            if (after.containsKey(number) && !after.get(number).equals(line)) {
                changed.add(number);
            }
        });
        assertThat(gone).isEqualTo(log.get("withdrawn")).hasSize(4);
        assertThat(changed).isEqualTo(log.get("corrected")).hasSize(40);
        assertThat(added).containsAll(log.get("new"));
        assertThat(summary.newRecords()).isEqualTo(200);
        assertThat(summary.corrected()).isEqualTo(40);
        assertThat(summary.withdrawn()).isEqualTo(4);
        assertThat(hashes("b").get("scores/round-1-E01.xlsx"))
                .isEqualTo(hashes("a").get("scores/round-1-E01.xlsx"));
    }

    @Test
    void smallReleaseIsWhole() throws Exception {
        GenerateSummary summary = generate("a", 600, "2026-03", 2);
        assertThat(summary.technologies()).isGreaterThanOrEqualTo(66);
        assertThat(folder.resolve("a/scores").toFile().list()).hasSize(40);
        assertThat(Files.readString(folder.resolve("a/README.md"))).contains("SYNTHETIC");
        assertThat(Files.readString(folder.resolve("a/truth/summary.json"))).contains("\"synthetic\": true");
        for (List<String> row : rows("a/patents.csv")) {
            assertThat(String.join(",", row)).containsIgnoringCase("synthetic");
        }
    }

    @Test
    void noBadRecordsAtRateZero() throws Exception {
        GenerateSummary summary =
                Generator.generate(new GenerateOptions(folder.resolve("a"), 600, SEED, "2026-01", 0), text -> {});
        assertThat(summary.rejected() + summary.duplicates()).isZero();
        assertThat(rows("a/patents.csv")).hasSize(600);
    }

    @Test
    void configurationNamesEveryInput() {
        GenerateOptions options = new GenerateOptions(folder, 600, SEED, "2026-02");
        String yaml = Generator.configYaml(Path.of("demo", "2026-02"), "tables", options);
        assertThat(yaml)
                .contains("path: \"demo/2026-02/patents.csv\"", "scores: [\"demo/2026-02/scores/*.xlsx\"]")
                .contains(
                        "id: \"2026-02\"",
                        "synthetic: true",
                        "k: 60",
                        "warehouse: \"tables\"",
                        "path: \"demo/2026-02/truth\"")
                .doesNotContain("{dir}", "{columns}", "\t");
    }

    @Test
    void wrongOptionsAreRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> new GenerateOptions(folder, 10, SEED, "2026-01"))
                .isInstanceOf(UserException.class)
                .hasMessage("The number of records is 10, but must be 100 to 10000000");
        assertThatThrownBy(() -> new GenerateOptions(folder, 600, SEED, "2025-12"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("must be a month from 2026-01");
    }

    private GenerateSummary generate(String name, int records, String release, int threads) {
        return Generator.generate(
                new GenerateOptions(folder.resolve(name), records, SEED, release), text -> {}, threads);
    }

    private Map<String, String> hashes(String name) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return hashes;
    }

    /** Rows by publication number. */
    private Map<String, String> lines(String name) throws IOException {
        Map<String, String> lines = new HashMap<>();
        for (List<String> row : rows(name + "/patents.csv")) {
            if (!row.get(0).isEmpty()) {
                lines.put(row.get(0), String.join("|", row));
            }
        }
        return lines;
    }

    /** Rows without the header; bytes that are not UTF-8 become replacement marks. */
    private List<List<String>> rows(String file) throws IOException {
        String text = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(Arrays.asList(quoted, row.isEmpty())).containsExactly(false, true);
        return rows.subList(1, rows.size());
    }
}
