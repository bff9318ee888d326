package org.smssev.jobs.run;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Tells how far the Spark job of a stage is, by its tasks. Jobs belong to stages by their groups. */
final class TaskProgress extends SparkListener {
    private static final long MILLIS_BETWEEN = 200;

    private final String prefix;
    private final Progress progress;
    private final Map<Integer, Job> jobs = new ConcurrentHashMap<>();

    /** Listens to the jobs of a run. */
    TaskProgress(String runId, Progress progress) {
        this.prefix = runId + "/";
        this.progress = progress;
    }

    /** The job that runs for a stage of ours. */
    private static final class Job {
        private final String stage;
        private final int tasks;
        private final long start = System.nanoTime();
        private int done;
        private long told;

        Job(String stage, int tasks) {
            this.stage = stage;
            this.tasks = tasks;
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart started) {
        Properties properties = started.properties();
        String group = properties == null ? null : properties.getProperty("spark.jobGroup.id");
        if (group != null && group.startsWith(prefix)) {
            var stages = CollectionConverters.asJava(started.stageInfos());
            int tasks = stages.stream().mapToInt(StageInfo::numTasks).sum();
            Job job = new Job(group.substring(prefix.length()), tasks);
            stages.forEach(s -> jobs.put(s.stageId(), job));
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        Job job = jobs.get(ended.stageId());
        if (job == null) {
            return;
        }
        // Listeners are called by one thread.
        job.done++;
        long now = System.nanoTime();
        if (now - job.told > MILLIS_BETWEEN * 1_000_000 || job.done == job.tasks) {
            job.told = now;
            progress.tasks(job.stage, job.done, job.tasks, job.done / Math.max(1e-3, (now - job.start) / 1e9));
        }
    }
}
