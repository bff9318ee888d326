package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock on a local disk; {@code S3Test} has the same on S3. */
class RunLockTest {
    @TempDir
    private Path folder;

    private LockCases cases;

    @BeforeEach
    void locks() throws Exception {
        Path warehouse = Files.createDirectories(folder.resolve("wäre house"));
        cases = new LockCases(FileSystem.getLocal(new Configuration()), warehouse.toString());
    }

    @Test
    void oneOfManyTakesIt() {
        cases.oneOfManyTakesIt();
    }

    @Test
    void lockOfADeadOwnerIsTakenOver() {
        cases.lockOfADeadOwnerIsTakenOver();
    }

    @Test
    void lostLockIsNoticedAndLeftAlone() {
        cases.lostLockIsNoticedAndLeftAlone();
    }

    @Test
    void renewedLockIsNeverGone() {
        cases.renewedLockIsNeverGone();
        assertThat(folder.resolve("wäre house")).isEmptyDirectory();
    }
}
