package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameTablesTest {
    @Test
    void oneCoreAndStagesSideBySideInItsOwnProcessGiveTheTablesOfTwo() {
        Demo demo = Demo.once();
        Path warehouse = Demo.folder("one-core");
        try (Child run = Child.smssev(
                Demo.folder("one-core.log"),
                List.of(),
                "run",
                "--config",
                demo.config.toString(),
                "--warehouse",
                warehouse.toString(),
                "--master",
                "local[1]",
                "-D",
                "run.stages-at-once=3")) {
            assertThat(run.exit()).as(run.output()).isZero();
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }
}
