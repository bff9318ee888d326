package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The demo's input through spark-submit on YARN with two nodes: the tables of the embedded run, bit for bit. */
@EnabledIfSystemProperty(
        named = "smssev.yarn",
        matches = ".+",
        disabledReason = "needs jars: -Dsmssev.yarn, see docs/reliability.md")
class YarnTest {
    @TempDir
    private Path folder;

    private final Demo demo = Demo.once();

    @Test
    void clientModeGivesTheTablesOfTheEmbeddedRun() throws Exception {
        Path warehouse = Demo.folder("yarn-client");
        try (YarnCluster yarn = new YarnCluster(folder, System.getProperty("smssev.yarn"));
                Child submit = yarn.submit("submit", "client", List.of(), run(warehouse))) {
            assertThat(submit.exit()).as(submit.output() + yarn.containers()).isZero();
            assertThat(submit.output()).contains("Published run");
            assertThat(yarn.containers()).contains("YarnCoarseGrainedExecutorBackend");
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }

    @Test
    void clusterModeGivesTheTablesOfTheEmbeddedRunWithoutFurtherOptions() throws Exception {
        Path warehouse = Demo.folder("yarn-cluster");
        try (YarnCluster yarn = new YarnCluster(folder, System.getProperty("smssev.yarn"));
                Child submit = yarn.submit("submit", "cluster", List.of(), run(warehouse))) {
            assertThat(submit.exit()).as(submit.output() + yarn.containers()).isZero();
            assertThat(yarn.containers()).contains("Published run", "YarnCoarseGrainedExecutorBackend");
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }

    /** As YARN is mostly found: HDFS is where a path without a file system lies. */
    @Test
    void clusterModeOnHdfsGivesTheTablesOfTheEmbeddedRun() throws Exception {
        String jars = System.getProperty("smssev.yarn");
        String warehouse = "/wäre house/demo";
        try (HdfsServer hdfs = new HdfsServer(folder, jars);
                YarnCluster yarn = new YarnCluster(folder, jars, hdfs.address())) {
            try (Child submit = yarn.submit(
                    "submit",
                    "cluster",
                    List.of("--conf", "spark.yarn.stagingDir=/staging"),
                    "run",
                    "--config",
                    demo.config.toString(),
                    "--warehouse",
                    warehouse)) {
                assertThat(submit.exit())
                        .as(submit.output() + yarn.containers())
                        .isZero();
            }
            TableDigest.assertSame(TableDigest.of(hdfs.address() + warehouse), demo.tables);
        }
    }

    @Test
    void pathThatTheDriverCannotReadIsRefused() throws Exception {
        try (YarnCluster yarn = new YarnCluster(folder, System.getProperty("smssev.yarn"));
                Child submit = yarn.submit(
                        "submit",
                        "cluster",
                        List.of("--conf", "spark.yarn.appMasterEnv.LC_ALL=C"),
                        "run",
                        "--config",
                        demo.config.toString(),
                        "--warehouse",
                        folder + "/wäre house")) {
            assertThat(submit.exit()).as(submit.output()).isEqualTo(1);
            assertThat(yarn.containers()).contains("spark.yarn.appMasterEnv.LC_ALL=C.UTF-8");
        }
    }

    @Test
    void failureInClusterModeIsToldByTheExitCode() throws Exception {
        Path config = folder.resolve("missing.yaml");
        try (YarnCluster yarn = new YarnCluster(folder, System.getProperty("smssev.yarn"));
                Child submit = yarn.submit("submit", "cluster", List.of(), "run", "--config", config.toString())) {
            assertThat(submit.exit()).as(submit.output()).isEqualTo(1);
            assertThat(yarn.containers()).contains("missing.yaml");
        }
    }

    private String[] run(Path warehouse) {
        assertThat(Files.exists(warehouse)).isFalse();
        return new String[] {"run", "--config", demo.config.toString(), "--warehouse", warehouse.toString()};
    }
}
