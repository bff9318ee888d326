package org.smssev.jobs.ingest.source;

import java.io.Serializable;

/**
 * A file of a release.
 *
 * @param number its place in the order of sources and of files within them, from 0; -1 as long as it has none
 * @param source name of the source
 * @param sha256 digest of its bytes
 * @param path absolute path
 * @param name path within the source, for people
 */
public record FileId(int number, String source, String sha256, String path, String name) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The file at a place. */
    FileId numbered(int place) {
        return new FileId(place, source, sha256, path, name);
    }
}
