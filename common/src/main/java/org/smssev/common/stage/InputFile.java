package org.smssev.common.stage;

import java.nio.file.Path;

/**
 * A file that a stage reads from outside the warehouse.
 *
 * @param role what the file is to the stage: the name of the source, list, ...
 * @param path absolute path
 * @param name path within the folder that the setting names; the name of the file where it names the file itself
 * @param sha256 digest of its bytes, hex
 * @param bytes its size
 */
public record InputFile(String role, Path path, String name, String sha256, long bytes) {}
