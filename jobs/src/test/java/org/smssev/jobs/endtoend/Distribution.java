package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands for a distribution of Spark, with Delta in it, and what is submitted by it: thin jars, as Spark and Delta are
 * there and the other libraries come by --jars.
 */
final class Distribution {
    /** What Spark and Delta do not bring and --jars does. */
    private static final String OURS =
            ".*/(picocli|progressbar|jline|fastexcel|opczip|aalto-xml|lucene|freemarker|networkanalysis|echarts)-.*";

    private final Path folder;
    private final Path home;
    private final String jars;
    private final String main;

    /** Lays one out in a folder, with further jars beside those of Spark. */
    Distribution(Path folder, List<String> further) throws IOException {
        this.folder = folder;
        home = sparkHome(folder, further);
        List<String> thin = thinJars(folder);
        main = thin.get(0);
        jars = Stream.concat(thin.stream().skip(1), jars().stream().filter(j -> j.matches(OURS)))
                .collect(Collectors.joining(","));
    }

    /** The folder of the jars. */
    Path jarsFolder() {
        return home.resolve("jars");
    }

    /** The class path of Spark's own processes. */
    String classPath() {
        return jarsFolder() + File.separator + "*";
    }

    /** The environment of Spark's own processes. */
    Map<String, String> environment() {
        return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
    }

    /**
     * spark-submit.
     *
     * @param name of the file below the folder that its output goes to
     * @param environment what it finds there beside Spark's own; HADOOP_CONF_DIR is put on the class path
     * @param options of spark-submit, beside those that every submission here has
     * @param command a command of smssev with its arguments
     */
    Child submit(String name, Map<String, String> environment, List<String> options, String... command) {
        Map<String, String> all = new HashMap<>(environment());
        all.putAll(environment);
        String settings = environment.get("HADOOP_CONF_DIR");
        List<String> words = new ArrayList<>(List.of(
                "-cp",
                settings == null ? classPath() : settings + File.pathSeparator + classPath(),
                "org.apache.spark.deploy.SparkSubmit",
                "--class",
                "org.smssev.jobs.Smssev",
                "--jars",
                jars,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.executor.memory=1g",
                // Other partitions than those of the embedded run must not show in the tables.
                "--conf",
                "spark.sql.shuffle.partitions=3",
                "--conf",
                "spark.executor.extraJavaOptions=" + systemProperties() + " " + String.join(" ", Child.SHORT_RUN),
                "--conf",
                "spark.driver.extraJavaOptions=" + systemProperties()));
        words.addAll(options);
        words.add(main);
        words.addAll(List.of(command));
        return Child.java(folder.resolve(name + ".log"), all, words);
    }

    /** What drivers and executors get of the settings of this JVM. */
    static String systemProperties() {
        return Child.sparkOptions().stream().filter(o -> o.startsWith("-D")).collect(Collectors.joining(" "));
    }

    private static List<String> jars() {
        return Child.classPath().stream().filter(p -> p.endsWith(".jar")).toList();
    }

    private static Path sparkHome(Path folder, List<String> further) throws IOException {
        Path home = folder.resolve("spark");
        Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "Spark\n");
        for (String jar : Stream.concat(jars().stream(), further.stream()).toList()) {
            Path path = Path.of(jar);
            if (!jar.matches(OURS) && !path.getFileName().toString().startsWith("smssev")) {
                link(home.resolve("jars").resolve(path.getFileName()), path);
            }
        }
        return home;
    }

    private static void link(Path name, Path jar) throws IOException {
        try {
            Files.createSymbolicLink(name, jar);
        } catch (FileAlreadyExistsException e) {
            // The same jar of the build and of what comes beside it.
            assertThat(Files.size(name)).as(name.toString()).isEqualTo(Files.size(jar));
        }
    }

    /** Our jars, that with the command first; packed here where the build has not come to packing them yet. */
    private static List<String> thinJars(Path folder) throws IOException {
        List<String> thin = new ArrayList<>();
        for (String p : Child.classPath()) {
            Path path = Path.of(p);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                Path jar = folder.resolve("smssev-" + thin.size() + ".jar");
                pack(path, jar);
                thin.add(Files.exists(path.resolve("org/smssev/jobs/Smssev.class")) ? 0 : thin.size(), jar.toString());
            } else if (path.getFileName().toString().startsWith("smssev-common")) {
                thin.add(p);
            }
        }
        assertThat(thin).hasSize(2);
        return thin;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(f).toString().replace('\\', '/')));
                Files.copy(f, out);
                out.closeEntry();
            }
        }
    }
}
