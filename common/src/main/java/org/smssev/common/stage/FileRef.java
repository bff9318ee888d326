package org.smssev.common.stage;

/**
 * A setting that names files to read.
 *
 * @param role what the files are to the stage; unique within it
 * @param setting key of the setting, for messages
 * @param pattern path, or pattern with * and ? in its last part, relative to the configuration file
 */
public record FileRef(String role, String setting, String pattern) {}
