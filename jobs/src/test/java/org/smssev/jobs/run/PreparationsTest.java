package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.smssev.common.stage.Prepared;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;

class PreparationsTest {
    private final AtomicInteger closed = new AtomicInteger();
    private final Preparations preparations = new Preparations();

    /** A stage that makes something ready. */
    private record Preparing(String name, Supplier<Optional<Prepared>> what) implements BareStage {
        @Override
        public Optional<Prepared> prepare(StageContext context) {
            return what.get();
        }
    }

    private Optional<Prepared> made() {
        return Optional.of(closed::incrementAndGet);
    }

    @Test
    void aStageIsWaitedForAndTakesOnceWhatItMadeReady() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Stage stage = new Preparing("ingest", () -> {
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return made();
        });
        preparations.begin(stage, null);
        mayEnd.countDown();

        assertThat(preparations.take(stage)).isPresent();
        assertThat(preparations.take(stage)).isEmpty();
        preparations.close();
        assertThat(closed).hasValue(0);
    }

    @Test
    void whatNoStageTookIsClosed() {
        preparations.begin(new Preparing("ingest", this::made), null);
        preparations.begin(new Preparing("survey", Optional::empty), null);

        preparations.close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void aFailureIsThrownWhereItIsTakenAndOtherwiseNot() {
        Stage stage = new Preparing("ingest", () -> {
            throw new IllegalArgumentException("no such table");
        });
        preparations.begin(stage, null);
        assertThatThrownBy(() -> preparations.take(stage))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such table");

        preparations.begin(stage, null);
        preparations.close();
    }

    @Test
    void aStageThatMadeNothingReadyTakesNothing() {
        assertThat(preparations.take(new Preparing("ingest", this::made))).isEmpty();
    }
}
