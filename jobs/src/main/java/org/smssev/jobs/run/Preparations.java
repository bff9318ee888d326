package org.smssev.jobs.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.smssev.common.Beside;
import org.smssev.common.SideBySide;
import org.smssev.common.stage.Prepared;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;

/** What stages make ready beside other work, each in a thread of its own, until they run. */
final class Preparations implements AutoCloseable {
    private final Map<String, FutureTask<Optional<? extends Prepared>>> begun = new ConcurrentHashMap<>();

    /** Begins what a stage makes ready. */
    void begin(Stage stage, StageContext context) {
        FutureTask<Optional<? extends Prepared>> task = new FutureTask<>(() -> stage.prepare(context));
        begun.put(stage.name(), task);
        Beside.start("prepare-" + stage.name(), task);
    }

    /**
     * What a stage made ready, once; waits until it is.
     *
     * @throws RuntimeException what making it ready threw
     */
    Optional<? extends Prepared> take(Stage stage) {
        FutureTask<Optional<? extends Prepared>> task = begun.remove(stage.name());
        return task == null ? Optional.empty() : SideBySide.result(task);
    }

    /** Lets go of what no stage took. */
    @Override
    public void close() {
        begun.values().forEach(Preparations::close);
        begun.clear();
    }

    private static void close(FutureTask<Optional<? extends Prepared>> task) {
        Optional<? extends Prepared> made;
        try {
            made = task.get();
        } catch (ExecutionException e) {
            // The stage does not run, so nothing lacks what could not be made ready.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        made.ifPresent(Prepared::close);
    }
}
