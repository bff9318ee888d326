/**
 * Reads a release of patents: {@code IngestStage} has the files of all sources read ({@code source}), makes publications of their records
 * or quarantines these ({@code CanonicalRows}), merges them with the release before ({@code ReleaseMerge}, {@code merge}), and builds
 * families ({@code family}). Formats of files are in {@code format}, what the cells of a record say in {@code record}, numbers
 * of publications and applications in {@code number}, names of applicants in {@code name}, databases of several tables in {@code
 * database}; digests by which records are known again in {@code digest}, rows as Spark holds them in {@code rows}. Splitting,
 * normalising, merging and family arithmetic are plain Java.
 */
package org.smssev.jobs.ingest;
