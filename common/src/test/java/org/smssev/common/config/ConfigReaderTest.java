package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;

class ConfigReaderTest {
    private static final String LEAST = """
            project: {name: Test, focal-country: CN}
            release: {id: 2026-01}
            ingest:
              sources:
                - name: main
                  path: patents.csv
                  columns: {publication-number: number}
            """;

    private static Config parse(String yaml, Map<String, String> overrides) {
        return ConfigReader.parse(yaml, "test.yaml", overrides);
    }

    @Test
    void theLeastConfigurationIsFilledWithDefaults() {
        Config c = parse(LEAST, Map.of());

        assertThat(c.warehouse()).isEqualTo("warehouse");
        assertThat(c.cluster().components()).isEqualTo(100);
        assertThat(c.cluster().kScan()).containsExactly(20, 40, 60, 80);
        assertThat(c.evaluate().dimensions()).containsEntry("necessity", 0.4);
        assertThat(c.grade().level1()).isEqualTo(8.5);
        assertThat(c.grade().level2()).isNull();
        assertThat(c.truth()).isNull();
        assertThat(c.release().mode()).isEqualTo(Config.Release.Mode.SNAPSHOT);
    }

    @Test
    void whatASectionDoesNotSayKeepsItsDefault() {
        String gates = LEAST.indent(0) + "  gates:\n    quarantined: {warn: 0.02}\n    drop: {fail: 0.3, warn: null}\n";
        IngestConfig.Gates read =
                parse(gates, Map.of("ingest.gates.left-out.warn", "0")).ingest().gates();
        assertThat(read.quarantined()).isEqualTo(new IngestConfig.Gate(0.02, 0.1));
        assertThat(read.drop()).isEqualTo(new IngestConfig.Gate(null, 0.3));
        assertThat(read.leftOut()).isEqualTo(new IngestConfig.Gate(0.0, 0.0));
        assertThat(read.withoutIpc()).isEqualTo(new IngestConfig.Gate(0.5, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "@x", "[a"})
    void anOverrideThatIsNoYamlIsRefusedInWords(String value) {
        refused(LEAST, Map.of("project.name", value), "-D project.name: its value is not valid YAML");
    }

    @Test
    void deepConfigurationsAndAliasesOfAliasesAreRefusedInWords() {
        StringBuilder aliases = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String of = "*a" + (i - 1);
            aliases.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(9, of)) + "]\n");
        }
        refused(
                LEAST.replace("name: Test", "name: *a11").transform(y -> aliases + y),
                Map.of(),
                "test.yaml: not valid YAML");
        refused("a: " + "[".repeat(10_000) + "]".repeat(10_000), Map.of(), "test.yaml: not valid YAML");
    }

    @Test
    void aReleaseOfALongNameOrWithControlCharactersIsRefused() {
        refused(
                LEAST,
                Map.of("release.id", "第".repeat(60)),
                "release.id: too long for the name of a folder. Use at most 150 bytes");
        refused(LEAST, Map.of("release.id", "\"1\\a2\""), "The value is '1?2'");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithThatReason(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("c.yaml"), LEAST.replace("Test", "Prüf").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ConfigReader.read(file, Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("c.yaml: configuration not readable: it is not UTF-8. Save it as UTF-8.");
    }

    private static void refused(String yaml, Map<String, String> overrides, String says) {
        assertThatThrownBy(() -> parse(yaml, overrides))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(UserException.Exit.USAGE))
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "a/b", "files", ".", " ", "a\\b"})
    void aReleaseIsNamedSoThatItCanBeAFolder(String id) {
        assertThatThrownBy(() -> parse(LEAST, Map.of("release.id", "'" + id + "'")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("release.id: not usable as the name of a folder");
        refused(
                LEAST,
                Map.of("release.id", "''"),
                "Begin with a letter, a digit or _, use only these, blanks, . and -, and do not call it files. The value is ''");
        assertThat(parse(LEAST, Map.of("release.id", "'2026-01 第一版'")).release().id())
                .isEqualTo("2026-01 第一版");
    }

    @Test
    void thePanelHasTheSameDefaultsInCodeAndFile() {
        assertThat(parse(LEAST, Map.of()).evaluate().panel()).isEqualTo(PanelConfig.DEFAULTS);
    }

    @Test
    void settingsOfThePanelAreCheckedTogether() {
        String panel = """
                evaluate:
                  panel:
                    indicators: {impact: {jobs: 0.5, necessity: 0.6}, profit: {x: 1}}
                    labels: {impact: [Impact], nothing: [a, b]}
                    deadlines: {first: 2026-03-31, 2: soon}
                    familiarity: [1, 0.5]
                    ahp: {weights: AIJ}
                """;
        assertThatThrownBy(() -> parse(LEAST + panel, Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("evaluate.panel.indicators.impact: the weights must sum to 1")
                .hasMessageContaining("evaluate.panel.indicators.impact.necessity: name used twice")
                .hasMessageContaining("evaluate.panel.indicators.profit: not a dimension")
                .hasMessageContaining("evaluate.panel.labels.impact: must be two names")
                .hasMessageContaining("evaluate.panel.labels.nothing: not a dimension")
                .hasMessageContaining("evaluate.panel.deadlines.first: must be the number of a round")
                .hasMessageContaining("evaluate.panel.deadlines.2: must be a date")
                .hasMessageContaining("evaluate.panel.familiarity: must be five figures")
                .hasMessageContaining("evaluate.panel.ahp.pairwise: missing");
    }

    @Test
    void allProblemsAreToldTogetherWithKeyAndLine() {
        String yaml = """
                project:
                  name: Test
                release: {id: 2026-01}
                clutser: {k: 3}
                cluster:
                  k: many
                ingest:
                  sources:
                    - name: main
                      path: patents.csv
                      columns: {publication-number: number, titel: t}
                network:
                  level: GROUP
                  alpha: 2
                """;

        assertThatThrownBy(() -> parse(yaml, Map.of()))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(UserException.Exit.USAGE))
                .hasMessageContaining("test.yaml: 6 problems.")
                .hasMessageContaining(
                        "line 1: project.focal-country: missing. Add this setting: Country whose position is assessed")
                .hasMessageContaining("line 4: clutser: unknown setting. Did you mean cluster?")
                .hasMessageContaining("line 6: cluster.k: must be a whole number, but is many")
                .hasMessageContaining("line 13: network.level: must be one of [SUBCLASS, MAIN_GROUP, SUBGROUP]")
                .hasMessageContaining("line 14: network.alpha: must be between 0 and 1, but is 2")
                .hasMessageContaining("ingest.sources[0].columns.titel: unknown field");
    }

    @Test
    void referencesAreCountriesOrBlocs() {
        String given = LEAST.replace("focal-country: CN}", "focal-country: CN, reference-countries: [EU, US, Nordic]}");

        assertThat(parse(LEAST, Map.of()).gap().blocs().get("EU")).hasSize(27).contains("DE", "FR");
        assertThatThrownBy(() -> parse(given, Map.of()))
                .hasMessageContaining(
                        "Nordic is neither a country nor a bloc. Give a two-letter code such as CN, or one of gap.blocs: [EU");
        Config c = parse(given.replace("EU, ", "") + "gap: {blocs: {Nordic: [DK, FI, SE]}}\n", Map.of());
        assertThat(c.gap().blocs()).containsOnlyKeys("Nordic");
        assertThatThrownBy(() -> parse(LEAST + "gap: {blocs: {REST: [DK]}}\n", Map.of()))
                .hasMessageContaining("gap.blocs.REST: reserved by smssev");
    }

    @Test
    void anOverrideWinsOverTheFileAndIsChecked() {
        Config c = parse(LEAST, Map.of("cluster.k", "12", "spark.driver.memory", "1g"));

        assertThat(c.cluster().k()).isEqualTo(12);
        assertThat(c.spark()).containsEntry("spark.driver.memory", "1g");
        assertThatThrownBy(() -> parse(LEAST, Map.of("cluster.k", "-1")))
                .hasMessageContaining("-D cluster.k: must be 0 or more, but is -1");
        assertThatThrownBy(() -> parse(LEAST, Map.of("cluster.kk", "1"))).hasMessageContaining("Did you mean k?");
    }

    @Test
    void levelsTwoAndThreeAreAskedForWhereThereAreScores() {
        String scored = LEAST + "evaluate: {scores: [scores.csv]}\n";

        assertThatThrownBy(() -> parse(scored, Map.of()))
                .hasMessageContaining("grade.level-2: missing. Set it, because there are scores")
                .hasMessageContaining("grade.level-3: missing. Set it, because there are scores");
        assertThat(parse(scored, Map.of("grade.level-2", "7", "grade.level-3", "5.5"))
                        .grade()
                        .level3())
                .isEqualTo(5.5);
    }

    @Test
    void aMissingFileIsAUsageError() {
        assertThatThrownBy(() -> ConfigReader.read(Path.of("no-such.yaml"), Map.of()))
                .hasMessage(
                        "no-such.yaml: file not found. Give an existing configuration with --config, or create one with `smssev init`.");
    }

    @Test
    void aKeyThatComesTwiceIsRefusedWithItsLine() {
        assertThatThrownBy(() -> parse(LEAST + "release: {id: again}\n", Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the key 'release' occurs twice")
                .hasMessageContaining("line");
        assertThatThrownBy(() -> parse(LEAST, Map.of("ingest.gates", "{drop: {warn: 0.1, warn: 0.2}}")))
                .hasMessageContaining("the key 'warn' occurs twice");
        assertThatThrownBy(() -> parse("project: &a\n  name: x\n  b: *a\n", Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void sharesCountriesAndLanguagesAreChecked() {
        assertThatThrownBy(() -> parse(
                        LEAST,
                        Map.of(
                                "ingest.gates.quarantined.warn", "5",
                                "ingest.gates.without-ipc.fail", "-0.1",
                                "ingest.languages", "[EN, zh, jp]",
                                "project.focal-country", "UK")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ingest.gates.quarantined.warn: must be a share from 0 to 1, but is 5.0")
                .hasMessageContaining("ingest.gates.without-ipc.fail: must be a share")
                .hasMessageContaining("ingest.languages: must be two small letters each, such as en, but one is EN")
                .hasMessageContaining("ingest.languages: jp is not the code of a language. Did you mean ja?")
                .hasMessageContaining("project.focal-country: must be two capital letters")
                .hasMessageContaining("(GB for UK)");
        assertThat(parse(LEAST, Map.of("ingest.gates.left-out.fail", "3"))
                        .ingest()
                        .gates()
                        .leftOut()
                        .fail())
                .isEqualTo(3.0);
    }

    @Test
    void patternsThatReadNoDatesAreRefusedByKeyWithWhatMayBeMeant() {
        refused(
                LEAST,
                Map.of("ingest.sources", "[{name: a, path: a.csv, text: {date-pattern: DD/MM/YYYY}}]"),
                "ingest.sources[0].text.date-pattern: not a pattern of dates (DD/MM/YYYY): Y is the year of a week,"
                        + " and y the year of a date. Did you mean dd/MM/yyyy?");
    }

    @Test
    void countriesThatThereAreNotAreRefused() {
        String given = LEAST.replace("CN}", "CN, reference-countries: [XX, UK, US]}");

        assertThatThrownBy(() -> parse(given + "gap: {blocs: {Nordic: [DK, XY]}}\n", Map.of()))
                .hasMessageContaining("3 problems.")
                .hasMessageContaining("project.reference-countries: XX is neither a country nor a bloc. Give a"
                        + " two-letter code such as CN, or one of gap.blocs: [Nordic]")
                .hasMessageContaining("(GB for UK)")
                .hasMessageContaining("gap.blocs.Nordic: must be two capital letters");
        assertThatThrownBy(() -> parse(LEAST, Map.of("project.focal-country", "XX")))
                .hasMessageContaining("-D project.focal-country: must be two capital letters")
                .hasMessageContaining("but is XX, which is not a country");
    }

    @Test
    void titlesOfCodesAreNamedByLanguage() {
        assertThatThrownBy(() -> parse(LEAST, Map.of("ingest.ipc-titles", "{english: titles.tsv}")))
                .hasMessageContaining("ingest.ipc-titles.english: not a language. Give two small letters");
    }

    @Test
    void aWarningThatNeverComesIsRefused() {
        assertThatThrownBy(() -> parse(LEAST, Map.of("ingest.gates.quarantined", "{warn: 0.2, fail: 0.1}")))
                .hasMessageContaining("ingest.gates.quarantined.warn: must be at most"
                        + " ingest.gates.quarantined.fail (0.1), but is 0.2");
        assertThatThrownBy(() -> parse(LEAST, Map.of("ingest.gates.drop.warn", "0.6")))
                .hasMessageContaining("ingest.gates.drop.fail (0.5)");
        // A failure that is stricter than the warning by default takes nothing away.
        assertThat(parse(LEAST, Map.of("ingest.gates.quarantined.fail", "0.01"))
                        .ingest()
                        .gates()
                        .quarantined())
                .isEqualTo(new IngestConfig.Gate(0.05, 0.01));
    }
}
