package org.smssev.jobs.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** HDFS of a name node and two data nodes, in a process with the jars that a switch names. */
final class HdfsServer implements AutoCloseable {
    private final Child hdfs;

    /** Starts it; waits until it is there. */
    HdfsServer(Path folder, String jars) {
        Path source = Path.of("src", "test", "hdfs", "MiniHdfs.java").toAbsolutePath();
        hdfs = Child.java(
                folder.resolve("hdfs.log"),
                Map.of(),
                List.of("-cp", jars, source.toString(), folder.resolve("hdfs").toString()));
        hdfs.await(out -> out.contains("HDFS at "));
    }

    /** {@code hdfs://host:port}. */
    String address() {
        return hdfs.output().replaceAll("(?s).*HDFS at (\\S+).*", "$1");
    }

    @Override
    public void close() {
        hdfs.close();
    }
}
