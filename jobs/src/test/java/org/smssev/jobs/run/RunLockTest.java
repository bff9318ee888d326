package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

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
    void lockOfADeadOwnerIsTakenOverByOneOfMany() {
        cases.lockOfADeadOwnerIsTakenOverByOneOfMany();
        assertThat(folder.resolve("wäre house/_lock-claim")).doesNotExist();
    }

    @Test
    void aClaimThatADeadTakerLeftIsGoneAfterAMinute() throws Exception {
        Path claim = Files.createFile(folder.resolve("wäre house/_lock-claim"));
        assertThatThrownBy(cases::lockOfADeadOwnerIsTakenOver)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("another run has started here");

        Files.setLastModifiedTime(claim, FileTime.from(Instant.now().minusSeconds(61)));
        cases.lockOfADeadOwnerIsTakenOver();
        assertThat(claim).doesNotExist();
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

    @Test
    void whatARunToldOfItselfIsKnownWhenItDied() throws Exception {
        FileSystem fs = FileSystem.getLocal(new Configuration());
        String warehouse = folder.resolve("wäre house").toString();
        Path file = folder.resolve("wäre house/_lock");
        try (RunLock dies =
                RunLock.take(fs, warehouse, "r1", Map.of("release", "2026 年=\n1", "config", "C:\\a.yaml"))) {
            assertThat(dies.dead()).isEmpty();
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll("host=.*", "host=another")
                            .replaceAll("heartbeat=.*", "heartbeat=2020-01-01T00:00:00Z"));
            try (RunLock next = RunLock.take(fs, warehouse, "r2")) {
                assertThat(next.dead()).hasValueSatisfying(dead -> {
                    assertThat(dead.run()).isEqualTo("r1");
                    assertThat(dead.about("release")).hasValue("2026 年=\n1");
                    assertThat(dead.about("config")).hasValue("C:\\a.yaml");
                    assertThat(dead.about("code")).isEmpty();
                    assertThat(dead.lastHeartbeat()).isEqualTo("2020-01-01T00:00:00Z");
                });
            }
        }
    }
}
