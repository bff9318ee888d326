package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.LocalFiles;

/** Makes the Spark session: of the cluster under spark-submit, else an embedded one that suits small data. */
public final class SparkSessions {
    private static final Map<String, String> EMBEDDED = Map.ofEntries(
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.driver.host", "127.0.0.1"),
            Map.entry("spark.driver.bindAddress", "127.0.0.1"),
            Map.entry("spark.sql.shuffle.partitions", "4"),
            Map.entry("spark.default.parallelism", "4"),
            // What tasks return to a driver of the same process need not go through a socket.
            Map.entry("spark.task.maxDirectResultSize", "64m"),
            // A task without memory fails and is told of; Spark would end the process with a code of its own.
            Map.entry("spark.executor.killOnFatalError.depth", "0"),
            // Kept rows come back from disk in pages of a MiB, all of which a stream holds until it is reset.
            Map.entry("spark.serializer.objectStreamReset", "8"),
            // Parquet takes such a buffer for each page, of which there are many, and Spark's is larger than these.
            Map.entry("spark.buffer.size", "4096"),
            Map.entry("spark.hadoop.fs.permissions.umask-mode", Umask.octal()),
            Map.entry("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2"));
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "2"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            // Spark's own logs and pages hide what ours hide.
            Map.entry("spark.redaction.regex", "(?i)secret|password|passphrase|token|credential|access[._-]?key"),
            // Jobs that run side by side in pools of their own share the cores; else the first takes them all.
            Map.entry("spark.scheduler.mode", "FAIR"),
            // What comes to the driver is estimated beforehand and refused with a remedy; Spark's limit knows none.
            Map.entry("spark.driver.maxResultSize", "0"),
            // The JVM does not compile methods over 8,000 bytes; such a stage is faster without fused code.
            Map.entry("spark.sql.codegen.hugeMethodLimit", "8000"),
            // What is cached are texts and numbers that hardly repeat.
            Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
            Map.entry("spark.sql.ansi.enabled", "true"),
            Map.entry("spark.sql.catalogImplementation", "in-memory"));

    /**
     * Where Spark makes a folder for each schema that queries know, though all of their tables are views: a temporary one, which goes
     * with the process. By itself it takes the folder in which the process was started, where a user may have no right to write.
     */
    private static final class Schemas {
        static final String FOLDER = Utils.createTempDir(System.getProperty("java.io.tmpdir"), "smssev-schemas")
                .getPath();
    }

    private SparkSessions() {}

    /**
     * The session.
     *
     * @param master master of an embedded session; under spark-submit the submitted one wins
     * @param settings further settings, which win over ours
     * @throws UserException with exit 2, where the JVM was started without the options that Spark needs
     */
    public static SparkSession open(String master, Map<String, String> settings) {
        requireOpenModules();
        boolean submitted = System.getProperty("spark.master") != null;
        Map<String, String> ours = new HashMap<>();
        ours.put("spark.app.name", "smssev");
        if (!submitted) {
            ours.put("spark.master", master);
            ours.putAll(EMBEDDED);
            ours.put("spark.sql.warehouse.dir", Schemas.FOLDER);
            LocalFiles.SETTINGS.forEach((key, value) -> ours.put("spark.hadoop." + key, value));
        }
        ALWAYS.forEach((k, v) -> {
            if (System.getProperty(k) == null) {
                ours.put(k, v);
            }
        });
        if (submitted) {
            ours.put("spark.executor.extraJavaOptions", executorOptions());
        }
        ours.putAll(settings);
        SparkConf conf = new SparkConf();
        ours.forEach(conf::set);
        SparkContext context = SparkContext.getOrCreate(conf);
        context.setLogLevel("WARN");
        if (!submitted) {
            withoutServices(context.hadoopConfiguration());
        }
        // The general builder looks by reflection for what makes sessions of the JVM's own, which takes a second.
        var builder = org.apache.spark.sql.classic.SparkSession.builder();
        ours.forEach(builder::config);
        return submitted ? builder.getOrCreate() : WithoutMllibFunctions.get(builder::getOrCreate);
    }

    /**
     * Leaves out the defaults of YARN and MapReduce, of which an embedded session has no part but how files are committed.
     * They are two thirds of Hadoop's settings, and those go with every task, each as a zip stream of its own.
     */
    private static void withoutServices(Configuration hadoop) {
        // What is loaded later on brings all back.
        new JobConf(false);
        try {
            FileSystem.getFileSystemClass("file", hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, String> setting : hadoop) {
            String key = setting.getKey();
            boolean isElsewhere = key.startsWith("yarn.") || key.startsWith("mapreduce.");
            if (isElsewhere && !key.contains("committer") && isDefault(hadoop.getPropertySources(key))) {
                keys.add(key);
            }
        }
        keys.forEach(hadoop::unset);
    }

    private static boolean isDefault(String[] sources) {
        return sources != null && sources.length == 1 && sources[0].endsWith("-default.xml");
    }

    /** The submitted options of executors, and for the same results the driver's options for linear algebra. */
    private static String executorOptions() {
        Stream<String> linearAlgebra = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("dev.ludovic.netlib."))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        return Stream.concat(Stream.of(System.getProperty("spark.executor.extraJavaOptions", "")), linearAlgebra)
                .collect(Collectors.joining(" "));
    }

    /** Spark's serialisers reach into the JDK. Where that is not allowed some stages fail, and only half-way through. */
    private static void requireOpenModules() {
        if (!ByteBuffer.class.getModule().isOpen("java.nio", SparkSessions.class.getModule())) {
            throw new UserException(
                    Exit.USAGE,
                    "This JVM was started without the options that Spark needs on Java 17 and newer. A standalone cluster"
                            + " does that to the driver in cluster deploy mode; add to spark-submit:"
                            + " --conf \"spark.driver.extraJavaOptions=" + JavaModuleOptions.defaultModuleOptions()
                            + "\"");
        }
    }
}
