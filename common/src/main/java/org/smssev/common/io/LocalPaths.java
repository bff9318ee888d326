package org.smssev.common.io;

import java.nio.file.Path;

/** Local files as Hadoop and Spark name them: neither an escaped address nor, where asked for, a pattern. */
public final class LocalPaths {
    private LocalPaths() {}

    /** A file or folder for Hadoop and Delta. */
    public static String plain(Path file) {
        return new org.apache.hadoop.fs.Path(file.toAbsolutePath().toUri()).toString();
    }

    /** A file or folder for Spark's readers, which would take some signs in names for patterns. */
    public static String literal(Path file) {
        return plain(file).replaceAll("[\\\\*?{}\\[\\]]", "\\\\$0");
    }
}
