/**
 * Workbooks of Excel, XLS and XLSX, as tables: sheets are read row by row, and what a file made to hurt would hold is refused ({@code
 * XlsxParts}, {@code WorkbookErrors}). {@link org.smssev.jobs.ingest.format.workbook.WorkbookTable} is what {@code TableFile} reads.
 */
package org.smssev.jobs.ingest.format.workbook;
