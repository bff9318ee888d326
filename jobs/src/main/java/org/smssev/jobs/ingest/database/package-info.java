/**
 * Patent databases that are delivered as tables: their rows are joined to one record a publication. {@link
 * org.smssev.jobs.ingest.database.PatentsView} and {@link org.smssev.jobs.ingest.database.Patstat} know the tables of each.
 */
package org.smssev.jobs.ingest.database;
