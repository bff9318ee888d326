package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells cheaply whether a file was changed or replaced.
 *
 * @param key what the file system knows it by; null where it has none
 */
record FileState(long size, FileTime modified, Object key) {
    static FileState of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(now.size(), now.lastModifiedTime(), now.fileKey());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file, e);
        }
    }
}
