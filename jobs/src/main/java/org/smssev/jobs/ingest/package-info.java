/**
 * Reads a release of patents: {@code IngestStage} has the files of all sources read ({@code source}), makes publications of their records
 * or quarantines these ({@code CanonicalRows}), merges them with the release before ({@code ReleaseMerge}), and builds families ({@code
 * Families}, {@code LinkedFamilies}). Formats of files are in {@code format}, what the cells of a record say in {@code record}, numbers
 * of publications and applications in {@code number}, names of applicants in {@code name}, databases of several tables in {@code
 * database}. Splitting, normalising, merging and family arithmetic are plain Java.
 */
package org.smssev.jobs.ingest;
