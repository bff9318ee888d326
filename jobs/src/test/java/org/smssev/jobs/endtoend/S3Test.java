package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.exceptions.KernelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.LockCases;
import org.smssev.jobs.run.RunHistory;

/** A warehouse on S3, its path with a blank and an ä: the tables of the embedded run on a local disk, bit for bit. */
@EnabledIfSystemProperty(
        named = "smssev.s3.server",
        matches = ".+",
        disabledReason = "needs jars: -Dsmssev.s3.client and -Dsmssev.s3.server, see docs/reliability.md")
class S3Test {
    private static final String WAREHOUSE = "s3a://" + S3Server.BUCKET + "/wäre house/demo";

    @TempDir
    private Path folder;

    private S3Server s3;
    private Configuration hadoop;

    @BeforeEach
    void start() throws IOException {
        s3 = new S3Server(folder);
        hadoop = s3.hadoop();
    }

    @AfterEach
    void stop() throws IOException {
        // The next server has another port.
        FileSystem.closeAll();
        s3.close();
    }

    @Test
    void everyCommandWorksOnItAndNothingTellsTheSecret() throws Exception {
        Demo demo = Demo.once();
        assertThat(answer(demo, "run")).contains("Published run");
        TableDigest.assertSame(TableDigest.of(WAREHOUSE, hadoop), demo.tables);
        assertThat(answer(demo, "run")).contains("Nothing new");
        assertThat(answer(demo, "status")).contains("report     up to date");
        assertThat(answer(demo, "sql", "SELECT count(*) FROM grade.technologies"))
                .contains(String.valueOf(demo.tables.get("grade.technologies").size()));
        assertThat(answer(
                        demo,
                        "export",
                        "--format",
                        "csv",
                        "--out",
                        folder.resolve("csv").toString()))
                .contains("csv");
        assertThat(answer(demo, "verify")).contains("tables are equal, row by row");
        assertThat(answer(demo, "vacuum")).contains("Kept: ");
        TableDigest.assertSame(TableDigest.of(WAREHOUSE, hadoop), demo.tables);
        nothingTellsTheSecret();
    }

    @Test
    void killedRunIsRunAgainAndEndsWithTheSameTables() throws Exception {
        Demo demo = Demo.once();
        try (Child run = run(demo, "killed", "run")) {
            run.await(out -> out.contains(" cluster "));
            run.kill();
        }
        assertThat(new RunHistory(new Warehouse(WAREHOUSE, hadoop)).latest()).isEmpty();
        assertThat(answer(demo, "run")).contains("Published run", "ingest     up to date");
        TableDigest.assertSame(TableDigest.of(WAREHOUSE, hadoop), demo.tables);
    }

    @Test
    void clusterOfTwoWorkersMakesTheSameTables() throws Exception {
        Demo demo = Demo.once();
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2, "1g", S3Server.clientJars());
                Child submit = cluster.submit(
                        "submit",
                        "client",
                        S3Server.credentials(),
                        s3.conf(),
                        "run",
                        "--config",
                        demo.config.toString(),
                        "--warehouse",
                        WAREHOUSE)) {
            assertThat(submit.exit()).as(submit.output()).isZero();
            assertThat(submit.output()).contains("Published run");
        }
        TableDigest.assertSame(TableDigest.of(WAREHOUSE, hadoop), demo.tables);
        nothingTellsTheSecret();
    }

    @Test
    void lockHolds() throws Exception {
        LockCases cases = new LockCases(new org.apache.hadoop.fs.Path(WAREHOUSE).getFileSystem(hadoop), WAREHOUSE);
        cases.oneOfManyTakesIt();
        cases.lockOfADeadOwnerIsTakenOverByOneOfMany();
        cases.renewedLockIsNeverGone();
        cases.lostLockIsNoticedAndLeftAlone();
    }

    @Test
    void secondCommitOfAVersionIsRefused() throws Exception {
        Warehouse warehouse = new Warehouse(WAREHOUSE, hadoop);
        warehouse.overwrite(MetaTables.Pruned.class, List.of());
        org.apache.hadoop.fs.Path second =
                new org.apache.hadoop.fs.Path(WAREHOUSE, "meta/pruned/_delta_log/00000000000000000001.json");
        List<Warehouse> writers = List.of(warehouse, new Warehouse(WAREHOUSE, hadoop));
        List<Throwable> refused = new ArrayList<>();
        List<Thread> threads = writers.stream()
                .map(w -> new Thread(() -> {
                    try {
                        w.overwrite(MetaTables.Pruned.class, List.of());
                    } catch (KernelException e) {
                        synchronized (refused) {
                            refused.add(e);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread t : threads) {
            t.join();
        }
        // Either one was refused, or it began after the other had ended and has a version of its own.
        long versions = warehouse.headOf("meta.pruned").orElseThrow();
        assertThat(versions + refused.size()).isEqualTo(2);
        assertThat(second.getFileSystem(hadoop).exists(second)).isTrue();
    }

    private Child run(Demo demo, String name, String... command) {
        return s3.smssev(
                folder.resolve(name + ".log"),
                Stream.concat(
                                Arrays.stream(command),
                                Stream.of("--config", demo.config.toString(), "--warehouse", WAREHOUSE))
                        .toArray(String[]::new));
    }

    private String answer(Demo demo, String... command) throws IOException {
        Path log = Files.createTempFile(folder, command[0], ".log");
        try (Child child = run(demo, log.getFileName().toString().replace(".log", ""), command)) {
            assertThat(child.exit()).as(child.output()).isZero();
            return child.output();
        }
    }

    /** Neither outputs nor files and tables of the warehouse. */
    private void nothingTellsTheSecret() throws IOException {
        byte[] secret = S3Server.SECRET.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> logs = Files.walk(folder)) {
            for (Path log : logs.filter(f -> f.toString().matches(".*(\\.log|stdout|stderr|\\.csv)"))
                    .toList()) {
                assertThat(contains(Files.readAllBytes(log), secret))
                        .as(log.toString())
                        .isFalse();
            }
        }
        org.apache.hadoop.fs.Path top = new org.apache.hadoop.fs.Path(WAREHOUSE);
        FileSystem fs = top.getFileSystem(hadoop);
        int files = 0;
        for (RemoteIterator<LocatedFileStatus> all = fs.listFiles(top, true); all.hasNext(); files++) {
            org.apache.hadoop.fs.Path file = all.next().getPath();
            try (InputStream in = fs.open(file)) {
                assertThat(contains(in.readAllBytes(), secret))
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(files).isGreaterThan(100);
        // Data files are compressed.
        Warehouse warehouse = new Warehouse(WAREHOUSE, hadoop);
        for (Class<? extends Record> table :
                List.of(MetaTables.Run.class, MetaTables.StageRun.class, MetaTables.Quality.class)) {
            assertThat(RunHistory.read(warehouse, table).toString()).doesNotContain(S3Server.SECRET);
        }
    }

    private static boolean contains(byte[] text, byte[] part) {
        return new String(text, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
