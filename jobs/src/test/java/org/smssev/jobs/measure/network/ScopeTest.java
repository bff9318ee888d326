package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.config.NetworkConfig;

class ScopeTest {
    @TempDir
    private Path folder;

    private NetworkConfig network(String settings) {
        Path file = folder.resolve("test.yaml");
        try {
            Files.writeString(file, """
                project: {name: Test, focal-country: CN}
                release: {id: 2026-01}
                ingest:
                  sources:
                    - name: main
                      path: patents.csv
                      columns: {publication-number: number}
                network: {%s}
                """.formatted(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConfigReader.read(file, Map.of()).network();
    }

    @Test
    void networkOfLaterStagesComesFirst() {
        NetworkConfig settings =
                network("level: MAIN_GROUP, further-levels: [SUBCLASS, MAIN_GROUP], periods: [2010-2014, 2015-2019]");
        assertThat(Scope.of(settings))
                .extracting(Scope::label)
                .containsExactly(
                        "MAIN_GROUP ALL",
                        "MAIN_GROUP 2010-2014",
                        "MAIN_GROUP 2015-2019",
                        "SUBCLASS ALL",
                        "SUBCLASS 2010-2014",
                        "SUBCLASS 2015-2019");
        assertThat(settings.isMain("MAIN_GROUP", "ALL")).isTrue();
        assertThat(settings.isMain("SUBCLASS", "ALL")).isFalse();
        assertThat(settings.isMain("MAIN_GROUP", "2010-2014")).isFalse();
    }

    @Test
    void periodHoldsItsYearsAndNoFamilyWithoutOne() {
        Scope period = Scope.of(network("periods: [2010-2014]")).get(1);
        assertThat(period.holds(2010)).isTrue();
        assertThat(period.holds(2014)).isTrue();
        assertThat(period.holds(2015)).isFalse();
        assertThat(period.holds(0)).isFalse();
        assertThat(Scope.of(network("")).get(0).holds(0)).isTrue();
    }

    @Test
    void periodsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> network("periods: [2019-2015, 2010-2014, recent]"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("network.periods[0]")
                .hasMessageContaining("must be two years, the earlier first, such as 2015-2019, but is recent");
    }

    @Test
    void engineThatIsNotOnTheClassPathIsNamedWithTheRemedy() {
        NetworkConfig settings = network("engine: GRAPHFRAMES");
        boolean present = ServiceLoader.load(GraphEngine.class).findFirst().isPresent();
        assumeFalse(present, "the engine is on the class path");
        assertThatThrownBy(() -> Engines.distributed(settings, 10))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("--packages io.graphframes:graphframes-spark4_2.13:0.12.3");
        assertThat(Engines.distributed(network("engine: AUTO"), 30_000_000)).isEmpty();
        assertThat(Engines.distributed(network("engine: COMPACT"), 10)).isEmpty();
    }
}
