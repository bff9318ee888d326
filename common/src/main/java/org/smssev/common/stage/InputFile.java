package org.smssev.common.stage;

import java.nio.file.Path;

/**
 * A file that a stage reads from outside the warehouse.
 *
 * @param role what the file is to the stage: the name of the source, list, ...
 * @param path absolute path
 * @param sha256 digest of its bytes, hex
 * @param bytes its size
 */
public record InputFile(String role, Path path, String sha256, long bytes) {}
