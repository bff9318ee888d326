package org.smssev.common.stage;

/**
 * A setting that names files to read.
 *
 * @param role what the files are to the stage; unique within it
 * @param setting key of the setting, for messages
 * @param pattern path, or pattern with * and ? in its last part, relative to the configuration file
 * @param each whether a folder stands for the files in it, not for itself; a Delta table always stands for itself
 * @param without what to do who has no such files, a clause for messages; empty if they are needed
 */
public record FileRef(String role, String setting, String pattern, boolean each, String without) {
    /** A reference to files that are needed. */
    public FileRef(String role, String setting, String pattern, boolean each) {
        this(role, setting, pattern, each, "");
    }

    /** A reference in which a folder stands for itself. */
    public FileRef(String role, String setting, String pattern) {
        this(role, setting, pattern, false);
    }

    /** The same, which a configuration may do without: its setting is null then. */
    public FileRef optional(String nullable) {
        return new FileRef(role, setting, pattern, each, "without one, -D " + nullable + "=null");
    }
}
