/**
 * Publications as rows in Spark's own form: kept in pages ({@code KeptRows}), read without a plan ({@code BinaryRows}), brought
 * together by a key ({@code Together}), written and read as {@code Patent}s. What they say is of no concern here.
 */
package org.smssev.jobs.ingest.rows;
