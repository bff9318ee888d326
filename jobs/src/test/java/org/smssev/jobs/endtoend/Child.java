package org.smssev.jobs.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process of its own, with the Java, the options and the class path of this one. */
final class Child implements AutoCloseable {
    /**
     * Options for short runs: compiling everything twice would cost more than it gains. With one compiler the JVM reserves
     * 48 MB for code, which a whole run fills.
     */
    static final List<String> SHORT_RUN = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:+UseSerialGC");

    private static final long LIMIT_SECONDS = 300;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The command {@code smssev}, with further options of the JVM. */
    static Child smssev(Path log, List<String> options, String... args) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), "org.smssev.jobs.Smssev"));
        all.addAll(List.of(args));
        return java(log, Map.of(), all);
    }

    /** A Java process; its output goes to a file. */
    static Child java(Path log, Map<String, String> environment, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(sparkOptions());
        command.add("-Xmx1g");
        command.addAll(SHORT_RUN);
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            builder.redirectOutput(log.toFile());
            return new Child(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.get(0), e);
        }
    }

    /** The options of this JVM that Spark needs; no agents and no heap. */
    static List<String> sparkOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("--add-opens")
                        || a.startsWith("-XX:+IgnoreUnrecognizedVMOptions")
                        || a.matches("-D(jdk|io\\.netty|dev\\.ludovic|user|file\\.encoding)\\b.*"))
                .toList();
    }

    /** Folders and jars of the class path. */
    static List<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(path.split(File.pathSeparator));
    }

    /** Waits for the end; returns the exit code. */
    int exit() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Still running after " + LIMIT_SECONDS + " s:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Waits until the output is as wanted. */
    void await(Predicate<String> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!wanted.test(output())) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The output never became as wanted:\n" + output());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    /** Kills it as SIGKILL does. */
    void kill() {
        process.destroyForcibly();
        exit();
    }

    /** The processes that it started. */
    Stream<ProcessHandle> children() {
        return process.descendants();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
