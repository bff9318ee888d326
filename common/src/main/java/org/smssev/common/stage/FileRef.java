package org.smssev.common.stage;

/**
 * A setting that names files to read.
 *
 * @param role what the files are to the stage; unique within it
 * @param setting key of the setting, for messages
 * @param pattern path, or pattern with * and ? in its last part, relative to the configuration file
 * @param each whether a folder stands for the files in it, not for itself; a Delta table always stands for itself
 */
public record FileRef(String role, String setting, String pattern, boolean each) {
    /** A reference in which a folder stands for itself. */
    public FileRef(String role, String setting, String pattern) {
        this(role, setting, pattern, false);
    }
}
