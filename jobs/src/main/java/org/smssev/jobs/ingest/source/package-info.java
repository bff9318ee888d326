/**
 * Reads the files of a source to rows: {@code Recognition} tells what a file holds, {@code SourceFile} is one that was recognised,
 * {@code RawRows} and {@code ColumnarFile} give its rows, with {@code RecordScan} cut into parts that are read side by side ({@code
 * FilePart}) or landed ({@code Landing}); {@code SourceReader} does so with all files of a source, and joins tables to them. A {@code
 * RecordPlan} says how rows become the cells of records. Of other releases it knows but
 * how large they are ({@code ReleaseSize}).
 */
package org.smssev.jobs.ingest.source;
