/**
 * What becomes of the records of one publication, the earlier one among them ({@code Merge}): field by field, the fuller value
 * first, the later record before the earlier one where both tell a day. Plain Java over records; which records meet is decided by the
 * {@code ReleaseMerge}s of the package above.
 */
package org.smssev.jobs.ingest.merge;
