package org.smssev.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.config.IngestConfig.Source;

class ProjectInitTest {
    private static final String LENS = "#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Publication Year,"
            + "Application Number,Application Date,Priority Numbers,Earliest Priority Date,Title,Abstract,Applicants,"
            + "Inventors,IPCR Classifications,URL\n";

    @TempDir
    private Path folder;

    private void lens(String name, String... offices) throws IOException {
        StringBuilder text = new StringBuilder(LENS);
        for (int i = 0; i < offices.length; i++) {
            text.append(String.format(
                    "%d,%s,A1,%2$s 2020/000000%1$d A1,x,2020-01-02,2020,,2019-01-01,,2018-01-01,A cell,,Acme,,H01M10/05,u%n",
                    i + 1, offices[i]));
        }
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private ProjectInit.Outcome init() {
        return new ProjectInit(folder, LocalDate.of(2026, 3, 14)).run(() -> {
            throw new AssertionError("Spark is not needed");
        });
    }

    private Config written() {
        return ConfigReader.read(folder.resolve("smssev.yaml"), Map.of());
    }

    @Test
    void writesAConfigurationThatReadsTheFilesThatHoldPatents() throws IOException {
        lens("a.csv", "US", "WO", "WO");
        lens("more/b-1.csv", "AU");
        lens("more/b-2.csv", "US");
        Files.writeString(folder.resolve("notes.txt"), "not a patent");
        ProjectInit.Outcome outcome = init();
        Config config = written();
        assertThat(config.release().id()).isEqualTo("2026-03");
        assertThat(config.project().focalCountry())
                .as("WO is no country")
                .isEqualTo("US")
                .isEqualTo(outcome.country());
        assertThat(config.ingest().countryBy()).isEqualTo(CountryBy.OFFICE);
        assertThat(config.ingest().sources()).extracting(Source::name).containsExactly("lens", "lens-2");
        assertThat(config.ingest().sources()).extracting(Source::path).containsExactly("a.csv", "more/*.csv");
        assertThat(outcome.others()).containsOnlyKeys(Path.of("notes.txt"));
        assertThat(outcome.written())
                .containsExactly("smssev.yaml", "templates/experts.csv", "templates/scores.csv", "templates/list.csv")
                .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    }

    @Test
    void namesFilesOneByOneWhereAPatternWouldTakeOthersToo() throws IOException {
        lens("x.csv", "US");
        lens("y.csv", "US");
        Files.writeString(folder.resolve("z.csv"), "some,other,table\n1,2,3\n");
        init();
        assertThat(written().ingest().sources()).extracting(Source::path).containsExactly("x.csv", "y.csv");
    }

    @Test
    void neverReplacesAConfigurationOrATemplate() throws IOException {
        lens("a.csv", "US");
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates/experts.csv"), "mine");
        init();
        assertThat(folder.resolve("templates/experts.csv")).hasContent("mine");
        Files.writeString(folder.resolve("smssev.yaml"), "mine");
        assertThatThrownBy(this::init)
                .hasMessageContaining("smssev.yaml: file exists already")
                .hasMessageContaining("remove it");
        assertThat(folder.resolve("smssev.yaml")).hasContent("mine");
    }

    @Test
    void aFolderWithoutPatentsIsAnErrorThatNamesWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a patent");
        assertThatThrownBy(this::init)
                .hasMessageContaining(folder + ": no patent files found (1 other file: notes.txt)")
                .hasMessageContaining("smssev inspect");
        assertThat(folder.resolve("smssev.yaml")).doesNotExist();
    }

    @Test
    void namesThatYamlWouldReadOtherwiseAreQuoted() {
        assertThat(ProjectInit.scalar("NO")).isEqualTo("'NO'");
        assertThat(ProjectInit.scalar("US")).isEqualTo("US");
        assertThat(ProjectInit.scalar("it's: 1")).isEqualTo("'it''s: 1'");
    }
}
