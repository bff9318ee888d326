package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A standalone cluster of Spark on 127.0.0.1, a Master and Workers as processes of their own. */
final class StandaloneCluster implements AutoCloseable {
    private final List<Child> nodes = new ArrayList<>();
    private final Path folder;
    private final Distribution spark;
    private final String url;

    /** Workers of one core and so much memory each; what they need is laid out in the folder. */
    StandaloneCluster(Path folder, int workers, String memory) throws IOException, InterruptedException {
        this(folder, workers, memory, List.of());
    }

    /** The same with further jars beside those of Spark. */
    StandaloneCluster(Path folder, int workers, String memory, List<String> further)
            throws IOException, InterruptedException {
        this.folder = folder;
        spark = new Distribution(folder, further);
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
        List<String> all = Stream.concat(Stream.of("-cp", spark.classPath()), Stream.of(words))
                .toList();
        nodes.add(Child.java(folder.resolve(name + ".log"), spark.environment(), all));
    }

    /** spark-submit of a command of smssev. */
    Child submit(String name, String mode, List<String> options, String... command) {
        return submit(name, mode, Map.of(), options, command);
    }

    /** The same with further variables of the environment. */
    Child submit(String name, String mode, Map<String, String> environment, List<String> options, String... command) {
        List<String> words = new ArrayList<>(List.of(
                "--master", url, "--deploy-mode", mode, "--conf", "spark.standalone.submit.waitAppCompletion=true"));
        words.addAll(options);
        return spark.submit(name, environment, words, command);
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
}
