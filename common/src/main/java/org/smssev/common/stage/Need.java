package org.smssev.common.stage;

/**
 * Memory of the driver that a stage is expected to need at its greatest moment, told before it runs.
 *
 * @param what what it is needed for, to begin a sentence with
 * @param bytes how much, generously
 * @param remedy what else can be done than to give more memory, to end a sentence with; may be empty
 */
public record Need(String what, long bytes, String remedy) {}
