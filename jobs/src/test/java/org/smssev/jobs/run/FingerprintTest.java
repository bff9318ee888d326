package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

class FingerprintTest {
    /** A stage that reads candidates. */
    private static Stage stage(Object setting, boolean buildsOnEarlier) {
        return stage(setting, buildsOnEarlier, List.of());
    }

    private static Stage stage(Object setting, boolean buildsOnEarlier, List<Object> limits) {
        return new Stage() {
            @Override
            public String name() {
                return "supplement";
            }

            @Override
            public String description() {
                return "";
            }

            @Override
            public List<Class<? extends Record>> reads() {
                return List.of(Candidate.class);
            }

            @Override
            public List<Class<? extends Record>> writes() {
                return List.of(Supplemented.class);
            }

            @Override
            public List<Object> settings(Config config) {
                return List.of(setting);
            }

            @Override
            public List<Object> limits(Config config) {
                return limits;
            }

            @Override
            public boolean buildsOnEarlierRelease() {
                return buildsOnEarlier;
            }

            @Override
            public void run(StageContext context) {
                throw new IllegalStateException("it is only asked what it depends on");
            }
        };
    }

    private static Map<String, List<InputFile>> files(String name, String digest) {
        return Map.of("nominations", List.of(new InputFile("nominations", Path.of("in", name), name, digest, 7)));
    }

    private static Map<String, Long> versions(long version) {
        return Map.of(TableDef.of(Candidate.class).name(), version);
    }

    private static String print(Stage stage, Map<String, List<InputFile>> files, long version, MetaTables.Run base) {
        return new Fingerprint(null, "code", Optional.ofNullable(base)).of(stage, files, versions(version));
    }

    private static MetaTables.Run base(long version) {
        String table = TableDef.of(Supplemented.class).name();
        return new MetaTables.Run(
                "r",
                "PUBLISHED",
                "2026-01",
                null,
                null,
                "code",
                null,
                List.of(new MetaTables.TableVersion(table, version)),
                List.of(),
                "",
                null,
                null);
    }

    @Test
    void everythingThatTablesDependOnCounts() {
        Stage stage = stage("a", false);
        String one = print(stage, files("n.csv", "11"), 3, null);
        assertThat(print(stage("a", false), files("n.csv", "11"), 3, null)).isEqualTo(one);
        assertThat(print(stage, files("n.csv", "22"), 3, null))
                .as("another content under the same name")
                .isNotEqualTo(one);
        assertThat(print(stage, files("m.csv", "11"), 3, null))
                .as("another name")
                .isNotEqualTo(one);
        assertThat(print(stage, Map.of(), 3, null)).as("no file").isNotEqualTo(one);
        assertThat(print(stage, files("n.csv", "11"), 4, null))
                .as("another table")
                .isNotEqualTo(one);
        assertThat(print(stage("b", false), files("n.csv", "11"), 3, null))
                .as("another setting")
                .isNotEqualTo(one);
        assertThat(new Fingerprint(null, "other", Optional.empty()).of(stage, files("n.csv", "11"), versions(3)))
                .as("other code")
                .isNotEqualTo(one);
    }

    @Test
    void limitsCountApartFromWhatTablesDependOn() {
        Stage stage = stage("a", false);
        String bare = print(stage, Map.of(), 3, null);
        assertThat(Fingerprint.ofTables(bare)).isEqualTo(bare);
        String low = print(stage("a", false, List.of(0.1)), Map.of(), 3, null);
        String high = print(stage("a", false, List.of(0.9)), Map.of(), 3, null);
        assertThat(low).isNotEqualTo(high);
        assertThat(Fingerprint.ofTables(low)).isEqualTo(bare).isEqualTo(Fingerprint.ofTables(high));
    }

    @Test
    void theEarlierReleaseCountsForStagesThatBuildOnIt() {
        assertThat(print(stage("a", true), Map.of(), 3, base(1)))
                .isNotEqualTo(print(stage("a", true), Map.of(), 3, base(2)));
        assertThat(print(stage("a", false), Map.of(), 3, base(1)))
                .isEqualTo(print(stage("a", false), Map.of(), 3, base(2)));
    }
}
