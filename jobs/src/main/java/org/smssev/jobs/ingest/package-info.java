/**
 * Reads a release of patents: lands its files, brings records to canonical form or quarantines them, merges them with the
 * release before, and builds families. Splitting, normalising, merging and family arithmetic are plain Java.
 */
package org.smssev.jobs.ingest;
