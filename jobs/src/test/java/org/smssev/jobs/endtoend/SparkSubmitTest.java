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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thin jar submitted to a standalone cluster: Master, Worker, driver and executor are processes of their own. */
class SparkSubmitTest {
    /** What Spark and Delta do not bring and --jars does. */
    private static final String OURS =
            ".*/(picocli|progressbar|jline|fastexcel|opczip|aalto-xml|lucene|freemarker|networkanalysis|echarts)-.*";

    @TempDir
    private Path folder;

    @Test
    void submittedRunGivesTheTablesOfTheEmbeddedOne() throws IOException, InterruptedException {
        Demo demo = Demo.once();
        Path warehouse = Demo.folder("submitted");
        Path home = sparkHome();
        List<String> thin = thinJars();
        String jars = Stream.concat(thin.stream().skip(1), jars().stream().filter(j -> j.matches(OURS)))
                .collect(Collectors.joining(","));
        Map<String, String> environment = Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13");
        String classPath = home.resolve("jars") + File.separator + "*";
        int port = freePort();
        String url = "spark://127.0.0.1:" + port;
        try (Child master = Child.java(
                        Demo.folder("master.log"),
                        environment,
                        List.of(
                                "-cp",
                                classPath,
                                "org.apache.spark.deploy.master.Master",
                                "--host",
                                "127.0.0.1",
                                "--port",
                                String.valueOf(port),
                                "--webui-port",
                                String.valueOf(freePort())));
                Child worker = worker(url, classPath, environment, master, port);
                Child submit = Child.java(
                        Demo.folder("submit.log"),
                        environment,
                        List.of(
                                "-cp",
                                classPath,
                                "org.apache.spark.deploy.SparkSubmit",
                                "--master",
                                url,
                                "--deploy-mode",
                                "client",
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
                                "spark.executor.extraJavaOptions=" + String.join(" ", systemProperties()),
                                thin.get(0),
                                "run",
                                "--config",
                                demo.config.toString(),
                                "--warehouse",
                                warehouse.toString()))) {
            assertThat(submit.exit()).as(submit.output()).isZero();
            assertThat(submit.output()).contains("Published run");
            assertThat(worker.output() + master.output()).contains("Registered app smssev");
        }
        TableDigest.assertSame(TableDigest.of(warehouse), demo.tables);
    }

    private Child worker(String url, String classPath, Map<String, String> environment, Child master, int port)
            throws InterruptedException {
        for (int i = 0; i < 600 && !listens(port); i++) {
            Thread.sleep(100);
        }
        assertThat(listens(port)).as(master.output()).isTrue();
        return Child.java(
                Demo.folder("worker.log"),
                environment,
                List.of(
                        "-cp",
                        classPath,
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--webui-port",
                        "0",
                        "-c",
                        "2",
                        "-m",
                        "2g",
                        "-d",
                        folder.resolve("work").toString(),
                        url));
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

    private static List<String> systemProperties() {
        return Child.sparkOptions().stream().filter(o -> o.startsWith("-D")).toList();
    }

    private static List<String> jars() {
        return Child.classPath().stream().filter(p -> p.endsWith(".jar")).toList();
    }

    /** What Spark takes for a distribution: its jars and Delta's, without ours. */
    private Path sparkHome() throws IOException {
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
    private List<String> thinJars() throws IOException {
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
