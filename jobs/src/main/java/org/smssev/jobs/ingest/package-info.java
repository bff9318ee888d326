/**
 * Reads a release of patents: lands its files ({@code SourceReader}), makes publications of their records or quarantines these
 * ({@code CanonicalRows}), merges them with the release before ({@code ReleaseMerge}), and builds families ({@code Families}, {@code
 * LinkedFamilies}); {@code IngestStage} calls these in turn. Formats of files are in {@code format}, what the cells of a record say in
 * {@code record}, numbers of publications and applications in {@code number}, names of applicants in {@code name}, databases of several
 * tables in {@code database}. Splitting, normalising, merging and family arithmetic are plain Java.
 */
package org.smssev.jobs.ingest;
