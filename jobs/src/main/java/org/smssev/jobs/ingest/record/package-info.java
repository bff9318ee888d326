/**
 * Makes a publication of the cells of one record, or says why it cannot ({@code RecordNormaliser}): numbers, dates, lists of names with
 * their countries, codes, texts in the language that is preferred, and the keys that link it with others. Knows neither files nor
 * other releases, and no Spark.
 */
package org.smssev.jobs.ingest.record;
