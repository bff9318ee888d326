package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.jobs.Stages;
import org.smssev.jobs.measure.cluster.ClusterStage;
import org.smssev.jobs.run.Runner;

class DryRunTest {
    private static final long HEAP = 2L << 30;

    private static Runner.Forecast forecast(boolean assumed, Need... needs) {
        return new Runner.Forecast(
                new Runner.StageState("network", false, "never computed"),
                2,
                3_500_000,
                new ExpectedRows(Map.of("measure.ipc_nodes", 1_200L), assumed),
                List.of(needs));
    }

    @Test
    void itTellsWhyInputSizesAndMemory() {
        StringWriter text = new StringWriter();

        DryRun.print(
                List.of(forecast(true, new Need("The network of 1,200 codes", 50_000_000, ", or less"))),
                HEAP,
                new PrintWriter(text));

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                          network    never computed
                                     input: 2 files, 3.5 MB
                                     expected rows from the size of the input: ipc_nodes 1,200
                                     The network of 1,200 codes: about 50 MB of memory (2,147 MB available)
                        """);
    }

    @Test
    void whatCannotFitIsRefusedWithTheRemedyAfterAllWasTold() {
        StringWriter text = new StringWriter();

        assertThatThrownBy(() -> DryRun.print(
                        List.of(
                                forecast(false, new Need("The network", 4L << 30, ", choose a higher network.level")),
                                forecast(false)),
                        HEAP,
                        new PrintWriter(text)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exit()).isEqualTo(UserException.Exit.USAGE))
                .hasMessageContaining("The network: about 4.0 GB of memory needed (the driver has 2.0 GB)")
                .hasMessageContaining("SMSSEV_HEAP=6g")
                .hasMessageEndingWith(", choose a higher network.level.");
        assertThat(text.toString().lines().filter(l -> l.contains("never computed")))
                .hasSize(2);
    }

    @Test
    void stagesThatHoldAReleaseOnTheDriverSayWhatTwoMillionFamiliesTake() throws Exception {
        var config = ConfigReader.read(
                java.nio.file.Path.of("src/main/resources/org/smssev/jobs/bench/bench.yaml"), Map.of());
        ExpectedRows expected = new ExpectedRows(
                Map.of(
                        name(IngestTables.Patent.class), 2_000_000L,
                        name(IngestTables.Family.class), 2_000_000L,
                        name(NetworkTables.IpcNode.class), 8_000L,
                        name(NetworkTables.IpcEdge.class), 600_000L),
                false);

        for (String stage : List.of("cluster", "network", "gap", "screen")) {
            Stage s = Stages.all().stream()
                    .filter(x -> x.name().equals(stage))
                    .findFirst()
                    .orElseThrow();
            assertThat(s.needs(config, expected))
                    .isNotEmpty()
                    .allSatisfy(n -> assertThat(n.bytes()).isBetween(100_000_000L, 6_000_000_000L));
        }
    }

    @Test
    void clustersTakeMoreTheLargerTheirSampleAndNoMoreThanThereAreFamilies() {
        assertThat(clusters(50_000, 2_000_000)).isGreaterThan(clusters(10_000, 2_000_000));
        assertThat(clusters(50_000, 10_000)).isEqualTo(clusters(10_000, 10_000));
    }

    private static long clusters(int sample, long families) {
        var config = ConfigReader.read(
                java.nio.file.Path.of("src/main/resources/org/smssev/jobs/bench/bench.yaml"),
                Map.of("cluster.sample", String.valueOf(sample)));
        return new ClusterStage()
                .needs(config, new ExpectedRows(Map.of(name(IngestTables.Family.class), families), false))
                .get(0)
                .bytes();
    }

    private static String name(Class<? extends Record> table) {
        return org.smssev.common.table.TableDef.of(table).name();
    }
}
