package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.run.LockCases;

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

    @Test
    @EnabledIfSystemProperty(named = "smssev.minicluster", matches = ".+")
    void warehouseOnHdfsHoldsTheTablesOfTheEmbeddedRun() throws Exception {
        try (HdfsServer hdfs = new HdfsServer(folder, System.getProperty("smssev.minicluster"));
                StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g")) {
            String warehouse = hdfs.address() + "/wäre house/demo";
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

    @Test
    @EnabledIfSystemProperty(named = "smssev.minicluster", matches = ".+")
    void lockHoldsOnHdfs() throws Exception {
        try (HdfsServer hdfs = new HdfsServer(folder, System.getProperty("smssev.minicluster"))) {
            String warehouse = hdfs.address() + "/wäre house";
            LockCases cases = new LockCases(
                    new org.apache.hadoop.fs.Path(warehouse).getFileSystem(new Configuration()), warehouse);
            cases.oneOfManyTakesIt();
            cases.lockOfADeadOwnerIsTakenOver();
            cases.lockOfADeadOwnerIsTakenOverByOneOfMany();
            cases.renewedLockIsNeverGone();
            cases.lostLockIsNoticedAndLeftAlone();
        }
    }

    private String[] run(Path warehouse) {
        assertThat(Files.exists(warehouse)).isFalse();
        return new String[] {"run", "--config", demo.config.toString(), "--warehouse", warehouse.toString()};
    }
}
