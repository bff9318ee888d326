package org.smssev.jobs.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** YARN on this machine, a resource manager and two node managers in one process, with the jars that a switch names. */
final class YarnCluster implements AutoCloseable {
    private final Path folder;
    private final Path settings;
    private final Child yarn;
    private final Distribution spark;

    /** Starts it, paths being local where they name no file system; waits until the nodes are there. */
    YarnCluster(Path folder, String jars) throws IOException {
        this(folder, jars, "file:///");
    }

    /** Starts it with a default file system, as its nodes and those who submit know it. */
    YarnCluster(Path folder, String jars, String defaultFileSystem) throws IOException {
        this.folder = folder;
        this.settings = Files.createDirectories(folder.resolve("yarn"));
        Files.writeString(
                settings.resolve("core-site.xml"),
                "<configuration><property><name>fs.defaultFS</name><value>" + defaultFileSystem
                        + "</value></property></configuration>\n");
        // The client and the containers take Hadoop from Spark; of the jars they need what Spark's has not.
        spark = new Distribution(
                folder,
                Stream.of(jars.split(File.pathSeparator))
                        .filter(jar -> jar.contains("spark-yarn"))
                        .toList());
        yarn = Child.java(
                folder.resolve("yarn.log"),
                Map.of(),
                List.of(
                        "-Dtest.build.data=" + folder.resolve("nodes"),
                        "-cp",
                        settings + File.pathSeparator + jars,
                        Path.of("src", "test", "yarn", "MiniYarn.java")
                                .toAbsolutePath()
                                .toString(),
                        settings.toString()));
        yarn.await(out -> out.contains("YARN at "));
    }

    /** spark-submit of a command of smssev. */
    Child submit(String name, String mode, List<String> options, String... command) {
        String java = System.getProperty("java.home");
        List<String> words = new ArrayList<>(List.of(
                "--master",
                "yarn",
                "--deploy-mode",
                mode,
                "--num-executors",
                "2",
                "--conf",
                "spark.yarn.jars=local:" + spark.jarsFolder() + "/*",
                "--conf",
                "spark.yarn.stagingDir=" + folder.resolve("staging").toUri(),
                "--conf",
                "spark.yarn.appMasterEnv.JAVA_HOME=" + java,
                "--conf",
                "spark.executorEnv.JAVA_HOME=" + java,
                // Containers have no language, and a JVM without one reads no ä in a path.
                "--conf",
                "spark.yarn.appMasterEnv.LC_ALL=C.UTF-8",
                "--conf",
                "spark.executorEnv.LC_ALL=C.UTF-8",
                // A run that failed is told, and not run again.
                "--conf",
                "spark.yarn.maxAppAttempts=1"));
        words.addAll(options);
        return spark.submit(name, Map.of("HADOOP_CONF_DIR", settings.toString()), words, command);
    }

    /** What the containers told, drivers in cluster mode among them. */
    String containers() {
        StringBuilder told = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("nodes"))) {
            for (Path f : files.filter(YarnCluster::isOfContainer).sorted().toList()) {
                told.append(Files.readString(f));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what the containers told", e);
        }
        return told.toString();
    }

    private static boolean isOfContainer(Path file) {
        return file.getFileName().toString().matches("stdout|stderr|prelaunch\\.err");
    }

    @Override
    public void close() {
        yarn.children().forEach(ProcessHandle::destroyForcibly);
        yarn.close();
    }
}
