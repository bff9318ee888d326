package org.smssev.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.tables.SurveyTables.ListChange;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.jobs.testing.RealData;

/** The lists of docs/real-data.md as they are; counts were made apart with Python's csv and json. */
class RealListsTest {
    @TempDir
    private Path folder;

    private static ListReader.Read read(String file, Map<String, String> only) {
        Path path = RealData.folder("lists").resolve(file);
        return ListReader.read(
                new ListFile("l", path.toString(), null, null, Map.of(), only, null, false, false, true), path);
    }

    private static ListItems items(ListReader.Read read) {
        return ListItems.of(SurveyTest.list("l"), Path.of("l"), read);
    }

    private static long orphans(ListItems items) {
        return items.all().stream()
                .map(ListItem::parent)
                .filter(p -> p != null && items.of(p).isEmpty())
                .count();
    }

    @Test
    void theUsListIsReadWithItsSupplementsAndParents() {
        ListItems items = items(read("us-ccl-2020-06-29.tsv.gz", Map.of()));

        assertThat(items.all()).hasSize(3938);
        assertThat(items.all()).filteredOn(i -> i.textEn().isEmpty()).hasSize(62);
        assertThat(orphans(items)).isZero();
        assertThat(items.all().stream().collect(Collectors.groupingBy(ListItem::regime, Collectors.counting())))
                .isEqualTo(
                        Map.of("supplement 1", 3722L, "supplement 5", 5L, "supplement 6", 162L, "supplement 7", 49L));
        ListItem sensitive = items.latest("6:1A002");
        assertThat(sensitive.regime()).isEqualTo("supplement 6");
        ListItem camera = items.latest("6A003.a.4");
        assertThat(camera.parent()).isEqualTo("6A003.a");
        assertThat(camera.parameters()).hasSize(1);
        assertThat(camera.parameters().get(0).value()).isEqualTo(1e6);
    }

    @Test
    void linesOfOtherSupplementsArePassedOverAndCounted() {
        ListReader.Read read = read("us-ccl-2020-06-29.tsv.gz", Map.of("supplement", "1"));

        assertThat(read.entries()).hasSize(3722);
        assertThat(read.passedOver()).isEqualTo(216);
    }

    @Test
    void theEuListIsReadWithItsTreeNotesAndRegimes() {
        ListItems items = items(read("eu-dual-use.json.gz", Map.of()));

        // 3,127 paragraphs are no notes, 47 of them stand below notes.
        assertThat(items.all()).hasSize(3080);
        assertThat(items.all()).filteredOn(i -> i.parent() == null).hasSize(366);
        assertThat(orphans(items)).isZero();
        Map<String, Long> regimes = items.all().stream()
                .filter(i -> i.parent() == null)
                .collect(Collectors.groupingBy(ListItem::regime, Collectors.counting()));
        assertThat(regimes)
                .containsEntry("Wassenaar Arrangement (WA)", 176L)
                .containsEntry("Missile Technology Control Regime (MTCR)", 100L)
                .containsEntry("Nuclear Suppliers Group (NSG)", 79L)
                .hasSize(5);
        ListItem tubes = items.latest("0B001.b.3");
        assertThat(tubes.parent()).isEqualTo("0B001.b");
        assertThat(tubes.parameters())
                .extracting(p -> p.comparison() + " " + p.value() + " " + p.unit())
                .containsExactly("AT_MOST 12.0 mm", "AT_LEAST 75.0 mm", "AT_MOST 650.0 mm");
        assertThat(items.latest("0A001.f").notes()).startsWith("N.B. For zirconium pressure tubes see 0A001.e.");
        assertThat(items.all()).noneMatch(i -> i.textEn().matches("(?s).*(<br>|&emsp;|\\s\\s).*"));
    }

    @Test
    void aspisTechnologiesAreReadWithTheYearsTheyCameIn() {
        ListItems items = items(read("aspi_critical_technologies.tsv", Map.of()));

        assertThat(items.all()).hasSize(74);
        assertThat(items.latest("Photovoltaics").validFrom()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(read("aspi_critical_technologies.tsv", Map.of()).entries().stream()
                        .map(ListEntry::domain)
                        .distinct())
                .hasSize(9);
    }

    /** The same list, of which one threshold is moved, one entry is taken out and one is put in. */
    @Test
    void anEditionOfTheUsListIsComparedWithTheNext() throws IOException {
        String text;
        Path file = RealData.folder("lists").resolve("us-ccl-2020-06-29.tsv.gz");
        try (var in = org.smssev.common.io.PackedText.open(file)) {
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        String next = text.replace("speed exceeding 1,000,000 frames/s", "speed exceeding 2,000,000 frames/s")
                        .replaceFirst("(?m)^1\t0A504\\.b\t.*\n", "")
                + "1\t9Z999\t\t9\t9Z\tEngines over 5 kW\n";
        Path edition = Files.writeString(folder.resolve("next.tsv"), next);

        List<ListChange> changes = ListChanges.between(
                "l",
                items(read("us-ccl-2020-06-29.tsv.gz", Map.of())),
                items(ListReader.read(SurveyTest.list("l"), edition)),
                List.of());

        assertThat(changes.stream().map(c -> c.itemNo() + " " + c.change()).collect(Collectors.toSet()))
                .isEqualTo(Set.of("0A504.b LEFT", "6A003.a.4 PARAMETERS", "9Z999 ENTERED"));
        assertThat(changes.stream().map(ListChange::after).filter(Objects::nonNull))
                .contains("Engines over 5 kW");
    }
}
