package org.smssev.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SideBySideTest {
    @Test
    @Timeout(20)
    void tasksRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Runnable meets = () -> {
            meet(both);
        };

        SideBySide.run(2, List.of(meets, meets));

        assertThat(both.getCount()).isZero();
    }

    @Test
    void oneAtOnceKeepsTheOrderAndStopsAtTheFirstFailure() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() -> SideBySide.run(1, List.of(() -> done.add("a"), failing("b"), () -> done.add("c"))))
                .hasMessage("b");

        assertThat(done).containsExactly("a");
    }

    @Test
    @Timeout(20)
    void theFirstFailureIsThrownOnceThoseThatRunHaveEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch all = new CountDownLatch(3);
        Runnable slow = () -> {
            meet(all);
            sleep();
            ended.set(true);
        };

        assertThatThrownBy(() -> SideBySide.run(3, List.of(failing("first", all), slow, failing("second", all))))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

        assertThat(ended).isTrue();
    }

    @Test
    @Timeout(20)
    void aFailureIsThrownThoughItIsCheckedAndNotDeclared() {
        // As Spark does, whose SparkException is checked.
        IOException undeclared = new IOException("no space left");
        for (int atOnce : List.of(1, 2)) {
            assertThatThrownBy(() -> SideBySide.run(
                            atOnce, List.of(() -> SideBySideTest.<RuntimeException>as(undeclared), () -> {})))
                    .isSameAs(undeclared);
        }
    }

    @Test
    @Timeout(20)
    void whatWorkBesideThrowsComesAsItIs() {
        Error full = new OutOfMemoryError("as a full disk is one, to Hadoop");
        for (Throwable failure : List.of(full, new IOException("undeclared"), new IllegalStateException("plain"))) {
            try (Beside<String> beside = new Beside<>("work", () -> {
                throw SideBySideTest.<RuntimeException>as(failure);
            })) {
                assertThatThrownBy(beside::get).isSameAs(failure);
            }
        }
        try (Beside<String> beside = new Beside<>("work", () -> "done")) {
            assertThat(beside.get()).isEqualTo("done");
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException as(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    @Timeout(20)
    void noneStartsOnceOneFailed() {
        AtomicBoolean started = new AtomicBoolean();
        CountDownLatch both = new CountDownLatch(2);
        List<Runnable> tasks = List.of(failing("first", both), failing("second", both), () -> started.set(true));

        assertThatThrownBy(() -> SideBySide.run(2, tasks)).hasMessage("first");

        assertThat(started).isFalse();
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }

    /** Fails once all have come to the meeting point. */
    private static Runnable failing(String message, CountDownLatch all) {
        return () -> {
            meet(all);
            throw new IllegalStateException(message);
        };
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
