package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The demo's input through spark-submit on a Master and two Workers: the tables of the embedded run, bit for bit. */
class ClusterTest {
    /** What Spark gives a driver in all modes but this one. */
    private static final List<String> OPEN_MODULES = List.of(
            "--conf",
            "spark.driver.extraJavaOptions=" + JavaModuleOptions.defaultModuleOptions() + " "
                    + Distribution.systemProperties());

    @TempDir
    private Path folder;

    private final Demo demo = Demo.once();

    @Test
    void clientModeGivesTheTablesOfTheEmbeddedRunThoughAnExecutorDies() throws Exception {
        Path warehouse = Demo.folder("submitted");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g");
                Child submit = cluster.submit("submit", "client", List.of(), run(warehouse))) {
            submit.await(out -> out.contains(" ingest "));
            List<ProcessHandle> executors = cluster.executors();
            assertThat(executors).as(cluster.output()).hasSize(2);
            executors.get(0).destroyForcibly();

            assertThat(submit.exit()).as(submit.output()).isZero();
            assertThat(submit.output()).contains("Published run");
            assertThat(cluster.output()).contains("Registered app smssev", "exited with code 137");
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.cluster", matches = "all")
    void clusterModeGivesTheTablesOfTheEmbeddedRun() throws Exception {
        Path warehouse = Demo.folder("submitted-cluster");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g");
                Child submit = cluster.submit("submit", "cluster", OPEN_MODULES, run(warehouse))) {
            assertThat(submit.exit()).as(submit.output() + cluster.output()).isZero();
            assertThat(cluster.drivers()).contains("Published run");
            assertThat(cluster.output()).contains("Registered app smssev", "Launching driver");
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.cluster", matches = "all")
    void failureInClusterModeIsTold() throws Exception {
        Path config = folder.resolve("missing.yaml");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 1, "1g");
                Child submit =
                        cluster.submit("submit", "cluster", OPEN_MODULES, "run", "--config", config.toString())) {
            // Spark's own exit code does not tell in this mode, the state of the driver does.
            assertThat(submit.exit()).isZero();
            assertThat(submit.output()).contains("is FAILED");
            assertThat(cluster.drivers()).contains("missing.yaml");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "smssev.cluster", matches = "all")
    void clusterModeWithoutSparksOptionsIsRefusedWithThem() throws Exception {
        Path warehouse = Demo.folder("submitted-closed");
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 1, "1g");
                Child submit = cluster.submit("submit", "cluster", List.of(), run(warehouse))) {
            submit.exit();
            assertThat(cluster.drivers())
                    .contains("spark.driver.extraJavaOptions=" + JavaModuleOptions.defaultModuleOptions());
        }
    }

    /** HDFS of a name node and two data nodes, in a process with the jars that the switch names. */
    @Test
    @EnabledIfSystemProperty(named = "smssev.minicluster", matches = ".+")
    void warehouseOnHdfsHoldsTheTablesOfTheEmbeddedRun() throws Exception {
        Path source = Path.of("src", "test", "hdfs", "MiniHdfs.java").toAbsolutePath();
        try (Child hdfs = Child.java(
                        folder.resolve("hdfs.log"),
                        Map.of(),
                        List.of(
                                "-cp",
                                System.getProperty("smssev.minicluster"),
                                source.toString(),
                                folder.resolve("hdfs").toString()));
                StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g")) {
            hdfs.await(out -> out.contains("HDFS at "));
            String address = hdfs.output().replaceAll("(?s).*HDFS at (\\S+).*", "$1");
            String warehouse = address + "/wäre house/demo";
            try (Child submit = cluster.submit(
                    "submit",
                    "client",
                    List.of(),
                    "run",
                    "--config",
                    demo.config.toString(),
                    "--warehouse",
                    warehouse)) {
                assertThat(submit.exit()).as(submit.output()).isZero();
                assertThat(submit.output()).contains("Published run");
            }
            TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
        }
    }

    private String[] run(Path warehouse) {
        assertThat(Files.exists(warehouse)).isFalse();
        return new String[] {"run", "--config", demo.config.toString(), "--warehouse", warehouse.toString()};
    }
}
