package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.table.Warehouse;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Runner;
import org.smssev.jobs.run.SessionSource;
import org.smssev.jobs.run.SparkSessions;
import picocli.CommandLine.Option;

/** The options that every command on a project has. */
public final class Project {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration of the project.")
    private Path file;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Overrides a setting, e.g. -D cluster.k=40.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--warehouse", paramLabel = "DIR", description = "Overrides the warehouse.")
    private String warehouse;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark master of an embedded run (default: ${DEFAULT-VALUE}).")
    private String master;

    @Option(names = "--quiet", description = "Silences progress.")
    private boolean quiet;

    private SessionSource session;

    /** Options as another command sets them. */
    static Project of(Path file, String master, boolean quiet) {
        Project p = new Project();
        p.file = file;
        p.master = master;
        p.quiet = quiet;
        return p;
    }

    /** The configuration, with the warehouse's folder resolved. */
    Config config() {
        Config c = ConfigReader.read(file, overrides);
        String folder = warehouse == null
                ? resolve(file.toAbsolutePath().getParent(), c.warehouse())
                : resolve(Path.of("").toAbsolutePath(), warehouse);
        return new Config(
                c.project(),
                folder,
                c.release(),
                c.ingest(),
                c.survey(),
                c.cluster(),
                c.network(),
                c.citations(),
                c.gap(),
                c.screen(),
                c.supplement(),
                c.evaluate(),
                c.grade(),
                c.report(),
                c.mirror(),
                c.truth(),
                c.run(),
                c.spark());
    }

    private static String resolve(Path base, String folder) {
        return folder.matches("[a-z][a-z0-9+.-]+:.*")
                ? folder
                : base.resolve(folder).normalize().toString();
    }

    Path file() {
        return file;
    }

    /** Hadoop's settings: those of the class path, and spark.hadoop.* of the configuration. */
    Configuration hadoop(Config config) {
        Configuration hadoop = new Configuration();
        config.spark().forEach((k, v) -> {
            if (k.startsWith("spark.hadoop.")) {
                hadoop.set(k.substring("spark.hadoop.".length()), v);
            }
        });
        return hadoop;
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
        return new Runner(
                Stages.all(),
                config,
                file,
                hadoop(config),
                session(config),
                quiet ? org.smssev.jobs.run.Progress.silent() : new ConsoleProgress(out));
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
