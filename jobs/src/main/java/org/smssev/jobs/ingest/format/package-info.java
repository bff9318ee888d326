/** The formats of patent data: what a file is, by what it contains, and the records it gives. Knows no Spark.
 * Tables, text and what all share are here, workbooks in {@code workbook}, XML and JSON in {@code document}. */
package org.smssev.jobs.ingest.format;
