package org.smssev.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A file that was landed.
 *
 * @param file which
 * @param layout what it is, e.g. PATSNAP, or MAPPED
 * @param rows its landed records ({@link Landing#META}, then its columns), with the columns joined to them
 * @param plan how fields come from them
 * @param read records in the file
 */
record Input(FileId file, String layout, Dataset<Row> rows, RecordPlan plan, long read) {}
