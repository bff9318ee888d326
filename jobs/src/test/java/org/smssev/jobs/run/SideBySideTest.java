package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.Stages;

class SideBySideTest {
    @Test
    @Timeout(20)
    void tasksRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Runnable meets = () -> {
            both.countDown();
            await(both);
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
    void theFirstFailureIsThrownOnceTheOthersHaveEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        Runnable slow = () -> {
            await(failed);
            ended.set(true);
        };
        Runnable fails = () -> {
            failed.countDown();
            throw new IllegalStateException("first");
        };

        assertThatThrownBy(() -> SideBySide.run(3, List.of(fails, slow, failing("second"))))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

        assertThat(ended).isTrue();
    }

    @Test
    void stagesThatReadOneAnotherAreInDifferentGroups() {
        List<List<String>> groups = StageGraph.sideBySide(StageGraph.order(Stages.all())).stream()
                .map(group -> group.stream().map(Stage::name).toList())
                .toList();

        assertThat(groups)
                .containsExactly(
                        List.of("ingest"),
                        List.of("survey", "cluster", "network"),
                        List.of("gap"),
                        List.of("screen"),
                        List.of("supplement"),
                        List.of("evaluate"),
                        List.of("grade"),
                        List.of("truth"),
                        List.of("report"));
    }

    @Test
    void aStageThatReadsTheFiguresOfOthersWaitsForThem() {
        List<List<Stage>> groups = StageGraph.sideBySide(
                List.of(new Recorder("a", false), new Recorder("b", true), new Recorder("c", false)));

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0)).extracting(Stage::name).containsExactly("a");
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Recorder(String name, boolean readsFigures) implements Stage {
        @Override
        public String description() {
            return "Records a figure.";
        }

        @Override
        public List<Class<? extends Record>> reads() {
            return List.of();
        }

        @Override
        public List<Class<? extends Record>> writes() {
            return List.of();
        }

        @Override
        public List<Object> settings(org.smssev.common.config.Config config) {
            return List.of(Map.of());
        }

        @Override
        public void run(StageContext context) {
            context.quality("seen", "", 1.0, "");
        }
    }
}
