package org.smssev.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelTest {
    @TempDir
    Path folder;

    @Test
    void sheetsHoldThePlantedFaults() throws IOException {
        World world = new World(3);
        Lists lists = new Lists(world);
        int books = new Panel(world, lists, new TrueScores(world)).write(folder);
        assertThat(books).isEqualTo(40);
        assertThat(sheet("round-1-E03.xlsx")).contains("<v>11.5</v>");
        assertThat(sheet("round-2-E03.xlsx")).doesNotContain("<v>11.5</v>");
        int rows = 1 + world.technologies.size();
        assertThat(count(sheet("round-2-E10.xlsx"), "<row ")).isEqualTo(rows);
        assertThat(count(sheet("round-2-E11.xlsx"), "<row ")).isEqualTo(rows + 1);
    }

    @Test
    void theOrganisationWithTheConflictIsOnThePanelOnce() {
        World world = new World(3);
        assertThat(Experts.panel(world.technologies).stream()
                        .filter(e -> e.organisation().equals(Experts.CONFLICT)))
                .extracting(Experts.Expert::id)
                .containsExactly("E05");
        assertThat(Experts.panel(world.technologies).stream()
                        .map(Experts.Expert::sector)
                        .distinct())
                .containsExactly("INDUSTRY", "GOVERNMENT", "ACADEMIA");
    }

    @Test
    void everyTechnologyHasAReferenceForItsScores() {
        World world = new World(3);
        Lists lists = new Lists(world);
        assertThat(world.technologies.stream().map(lists::scoreId))
                .allMatch(id -> id.matches("(CTL|FWL|NOM)-[0-9]{3}"))
                .doesNotHaveDuplicates();
    }

    private String sheet(String book) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve("scores").resolve(book).toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
