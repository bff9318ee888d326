package org.smssev.jobs.endtoend;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** An S3 server on this machine, with the jars that switches name: of the server, and of Hadoop's client S3A. */
final class S3Server implements AutoCloseable {
    static final String SECRET = "a-secret-that-nothing-may-tell";
    static final String BUCKET = "warehouse";

    /** S3A for the process of the test, which has it not on its class path; its classes can be loaded but once. */
    private static final ClassLoader LOADER = loader();

    private final Child server;
    private final String address;

    /** Starts it with an empty bucket. */
    S3Server(Path folder) throws IOException {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        server = Child.java(
                folder.resolve("s3.log"),
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("smssev.s3.server"),
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.port=" + port,
                        "--server.ssl.enabled=false",
                        // It looks at conditions before it writes; one request at a time makes that one step, as S3
                        // does.
                        "--server.tomcat.threads.max=1",
                        "--server.tomcat.threads.min-spare=1",
                        "--com.adobe.testing.s3mock.httpPort=" + freePort(),
                        "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET));
        server.await(out -> out.contains("Started S3MockApplication"));
    }

    static List<String> clientJars() {
        return List.of(System.getProperty("smssev.s3.client").split(File.pathSeparator));
    }

    /** Hadoop's settings for it, without credentials. */
    Map<String, String> settings() {
        return Map.of(
                "fs.s3a.endpoint", address, "fs.s3a.endpoint.region", "us-east-1", "fs.s3a.path.style.access", "true");
    }

    /** The settings as options of spark-submit. */
    List<String> conf() {
        return settings().entrySet().stream()
                .flatMap(e -> Stream.of("--conf", "spark.hadoop." + e.getKey() + "=" + e.getValue()))
                .toList();
    }

    /** The settings as options of a JVM. */
    List<String> options() {
        return settings().entrySet().stream()
                .map(e -> "-Dspark.hadoop." + e.getKey() + "=" + e.getValue())
                .toList();
    }

    /** What a process has in its environment. */
    static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", "a-key", "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    /** For the process of the test. */
    Configuration hadoop() {
        Configuration hadoop = new Configuration();
        hadoop.setClassLoader(LOADER);
        Map<String, String> all = new HashMap<>(settings());
        all.put("fs.s3a.access.key", "a-key");
        all.put("fs.s3a.secret.key", SECRET);
        all.forEach(hadoop::set);
        return hadoop;
    }

    /** A command of smssev with an embedded Spark. */
    Child smssev(Path log, String... args) {
        List<String> words = new ArrayList<>(options());
        words.addAll(List.of(
                "-cp",
                Stream.concat(Child.classPath().stream(), clientJars().stream())
                        .reduce((a, b) -> a + File.pathSeparator + b)
                        .orElseThrow(),
                "org.smssev.jobs.Smssev"));
        words.addAll(List.of(args));
        return Child.java(log, credentials(), words);
    }

    private static ClassLoader loader() {
        return new URLClassLoader(clientJars().stream().map(S3Server::url).toArray(URL[]::new));
    }

    private static URL url(String jar) {
        try {
            return Path.of(jar).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
