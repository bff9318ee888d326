package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark on 127.0.0.1, a Master and Workers as processes of their own, and what is submitted to it:
 * thin jars, as Spark and Delta are there and the other libraries come by --jars.
 */
final class StandaloneCluster implements AutoCloseable {
    /** What Spark and Delta do not bring and --jars does. */
    private static final String OURS =
            ".*/(picocli|progressbar|jline|fastexcel|opczip|aalto-xml|lucene|freemarker|networkanalysis|echarts)-.*";

    private final List<Child> nodes = new ArrayList<>();
    private final Path folder;
    private final Map<String, String> environment;
    private final String classPath;
    private final String jars;
    private final String main;
    private final String url;

    /** Workers of one core and so much memory each; what they need is laid out in the folder. */
    StandaloneCluster(Path folder, int workers, String memory) throws IOException, InterruptedException {
        this.folder = folder;
        Path home = sparkHome(folder);
        List<String> thin = thinJars(folder);
        main = thin.get(0);
        jars = Stream.concat(thin.stream().skip(1), jars().stream().filter(j -> j.matches(OURS)))
                .collect(Collectors.joining(","));
        environment = Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
        classPath = home.resolve("jars") + File.separator + "*";
        int port = freePort();
        url = "spark://127.0.0.1:" + port;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--webui-port",
                String.valueOf(freePort()));
        for (int i = 0; i < 600 && !listens(port); i++) {
            Thread.sleep(100);
        }
        assertThat(listens(port)).as(nodes.get(0).output()).isTrue();
        for (int i = 1; i <= workers; i++) {
            start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "-c",
                    "1",
                    "-m",
                    memory,
                    "-d",
                    folder.resolve("work-" + i).toString(),
                    url);
        }
    }

    private void start(String name, String... words) {
        nodes.add(Child.java(folder.resolve(name + ".log"), environment, with(List.of("-cp", classPath), words)));
    }

    /** spark-submit of a command of smssev. */
    Child submit(String name, String mode, List<String> options, String... command) {
        List<String> words = new ArrayList<>(List.of(
                "-cp",
                classPath,
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                url,
                "--deploy-mode",
                mode,
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
                "spark.standalone.submit.waitAppCompletion=true",
                "--conf",
                "spark.executor.extraJavaOptions=" + systemProperties(),
                "--conf",
                "spark.driver.extraJavaOptions=" + systemProperties()));
        words.addAll(options);
        words.add(main);
        return Child.java(folder.resolve(name + ".log"), environment, with(words, command));
    }

    /** What the master and the workers told. */
    String output() {
        return nodes.stream().map(Child::output).collect(Collectors.joining());
    }

    /** What the drivers told that workers started, in cluster mode; empty as long as there is none. */
    String drivers() throws IOException {
        StringBuilder told = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path f : files.filter(StandaloneCluster::isOfDriver).sorted().toList()) {
                told.append(Files.readString(f));
            }
        }
        return told.toString();
    }

    private static boolean isOfDriver(Path file) {
        return file.getParent().getFileName().toString().startsWith("driver-")
                && file.getFileName().toString().matches("stdout|stderr");
    }

    /** The executors that are at work; in cluster mode the driver, too: processes that the workers started. */
    List<ProcessHandle> executors() {
        return nodes.stream().flatMap(Child::children).toList();
    }

    @Override
    public void close() {
        // Workers first take what they started with them.
        nodes.stream().flatMap(Child::children).forEach(ProcessHandle::destroyForcibly);
        nodes.forEach(Child::close);
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What drivers and executors get of the settings of this JVM. */
    static String systemProperties() {
        return Child.sparkOptions().stream().filter(o -> o.startsWith("-D")).collect(Collectors.joining(" "));
    }

    private static List<String> jars() {
        return Child.classPath().stream().filter(p -> p.endsWith(".jar")).toList();
    }

    /** What Spark takes for a distribution: its jars and Delta's, without ours. */
    private static Path sparkHome(Path folder) throws IOException {
        Path home = folder.resolve("spark");
        Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "Spark\n");
        for (String jar : jars()) {
            Path path = Path.of(jar);
            if (!jar.matches(OURS) && !path.getFileName().toString().startsWith("smssev")) {
                Files.createSymbolicLink(home.resolve("jars").resolve(path.getFileName()), path);
            }
        }
        return home;
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
