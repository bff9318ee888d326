package org.smssev.jobs.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smssev.jobs.run.Progress;

/** Notes seconds and memory of every stage, of stages that run one after another, and passes on what it hears. */
final class StageMeter implements Progress {
    private final Progress next;
    private final HeapPeaks heap;
    private final List<BenchResult.Stage> stages = new ArrayList<>();
    private Instant first;

    StageMeter(Progress next, HeapPeaks heap) {
        this.next = next;
        this.heap = heap;
    }

    /** The stages that ended, in that order. */
    List<BenchResult.Stage> stages() {
        return List.copyOf(stages);
    }

    /** When the first stage started; null before. */
    Instant first() {
        return first;
    }

    @Override
    public void stageStarts(String stage, int index, int count) {
        if (first == null) {
            first = Instant.now();
        }
        heap.reset();
        next.stageStarts(stage, index, count);
    }

    @Override
    public void stageEnds(String stage, double seconds, String detail) {
        stages.add(new BenchResult.Stage(stage, seconds, heap.used(), heap.live()));
        next.stageEnds(stage, seconds, detail);
    }

    @Override
    public void runStarts(String runId, String release) {
        next.runStarts(runId, release);
    }

    @Override
    public void runEnds(String runId, String status, double seconds) {
        next.runEnds(runId, status, seconds);
    }

    @Override
    public void stageFails(String stage, String message) {
        next.stageFails(stage, message);
    }

    @Override
    public void step(String stage, String step) {
        next.step(stage, step);
    }

    @Override
    public boolean wantsTasks() {
        return next.wantsTasks();
    }

    @Override
    public void tasks(String stage, int done, int all, double rate) {
        next.tasks(stage, done, all, rate);
    }

    @Override
    public void warning(String check, String subject, Double value, String message) {
        next.warning(check, subject, value, message);
    }

    @Override
    public void stageUpToDate(String stage) {
        next.stageUpToDate(stage);
    }
}
