package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.config.HadoopSettings;
import org.smssev.common.config.Secrets;
import org.smssev.common.table.Warehouse;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Progress;
import org.smssev.jobs.run.Runner;
import org.smssev.jobs.run.SessionSource;
import org.smssev.jobs.run.SparkSessions;
import org.smssev.jobs.run.Umask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command on a project has. */
public final class Project {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration (default: the file that SMSSEV_CONFIG names, else the nearest smssev.yaml in this"
                            + " folder or one above).")
    private Path file;

    private boolean located;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Setting that replaces the one of the configuration, such as -D cluster.k=40.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder of the tables (default: the setting warehouse).")
    private String warehouse;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark master (default: ${DEFAULT-VALUE}; on a cluster that of spark-submit).")
    private String master;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    /** Formats of what is told while a command works. */
    enum LogFormat {
        TEXT,
        JSON
    }

    @Option(
            names = "--log-format",
            defaultValue = "TEXT",
            description = "Format of progress and errors: text, or json with one object per event on standard error"
                    + " (default: text).")
    private LogFormat logFormat = LogFormat.TEXT;

    /** What stands for bytes that are no letters where the JVM was started without a language. */
    private static final String UNREADABLE = "\uFFFD";

    private static final String PATTERN_SIGNS = "[\\\\*?{}\\[\\]]";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private Secrets secrets = Secrets.none();
    private SessionSource session;

    /** Options as another command sets them. */
    static Project of(Path file, String master, boolean quiet, Map<String, String> overrides) {
        Project p = new Project();
        p.overrides = overrides;
        p.file = file;
        p.master = master;
        p.quiet = quiet;
        return p;
    }

    /** The configuration, with the warehouse's folder resolved. */
    Config config() {
        Config c = ConfigReader.read(file(), overrides);
        secrets = Secrets.of(HadoopSettings.withSubmitted(c.spark()));
        requireReadable(warehouse == null ? c.warehouse() : warehouse);
        String folder = warehouse == null
                ? resolve(file().toAbsolutePath().getParent(), c.warehouse())
                : resolve(Path.of("").toAbsolutePath(), warehouse);
        if (folder.matches(".*" + PATTERN_SIGNS + ".*")) {
            throw new UserException(
                    Exit.USAGE,
                    folder + ": the path of the warehouse has one of \\ * ? { } [ ], which Hadoop takes for patterns."
                            + " Name a folder without them."
                            + (folder.contains("${")
                                    ? " Variables of the environment work only in settings of Spark and Hadoop."
                                            + " Give the folder with --warehouse."
                                    : ""));
        }
        return c.withWarehouse(folder);
    }

    /** A local path would end with an error of the JVM, and another file system take the replacement for a name. */
    private static void requireReadable(String folder) {
        if (folder.contains(UNREADABLE)) {
            throw new UserException(
                    Exit.USAGE,
                    folder
                            + ": the path of the warehouse has a letter that this JVM cannot read. Set LC_ALL=C.UTF-8 in the"
                            + " environment, on YARN with --conf spark.yarn.appMasterEnv.LC_ALL=C.UTF-8.");
        }
    }

    private static String resolve(Path base, String folder) {
        return folder.matches("[a-z][a-z0-9+.-]+:.*")
                ? folder
                : base.resolve(folder).normalize().toString();
    }

    /** The configuration that was named, or that is found from the environment and the working directory. */
    Path file() {
        if (file == null) {
            file = ConfigLocator.locate(System.getenv(), Path.of(""));
            located = true;
        }
        return file;
    }

    /** A command on this project as the user would type it. */
    String command(String command) {
        return "smssev " + command + (located ? "" : " --config " + ShellWord.of(file().toString()));
    }

    /** Hadoop's settings: those of the class path, and spark.hadoop.* of spark-submit and of the configuration. */
    Configuration hadoop(Config config) {
        Map<String, String> settings = HadoopSettings.withSubmitted(config.spark());
        if (System.getProperty("spark.master") == null) {
            // Patents and scores are nobody's business but the group's.
            settings.putIfAbsent("spark.hadoop.fs.permissions.umask-mode", Umask.octal());
        }
        return HadoopSettings.of(settings);
    }

    Warehouse warehouse(Config config) {
        return new Warehouse(config.warehouse(), hadoop(config));
    }

    /** A session that is started when first asked for. */
    SessionSource session(Config config) {
        if (session == null) {
            session = new SessionSource(() -> SparkSessions.open(master, config.spark()));
        }
        return session;
    }

    Runner runner(Config config, PrintWriter out) {
        return runner(config, progress(out));
    }

    Runner runner(Config config, Progress progress) {
        return new Runner(Stages.all(), config, file(), hadoop(config), session(config), progress);
    }

    /** Tells what is done: to a person, as JSON, or not at all. */
    Progress progress(PrintWriter out) {
        if (quiet) {
            return Progress.silent();
        }
        return logFormat == LogFormat.JSON
                ? new JsonProgress(command.commandLine().getErr(), secrets)
                : new ConsoleProgress(out);
    }

    /** Whether errors are told as JSON, too. */
    boolean tellsJson() {
        return logFormat == LogFormat.JSON;
    }

    /** The secrets of the configuration, so far as it was read. */
    Secrets secrets() {
        return secrets;
    }

    boolean quiet() {
        return quiet;
    }

    /** Stops the session, where one was started. */
    void close() {
        if (session != null) {
            session.close();
        }
    }
}
