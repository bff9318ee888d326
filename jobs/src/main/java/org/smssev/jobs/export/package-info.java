/**
 * Networks and tables of a published run as files of other tools: GraphML, GEXF, Pajek, VOSviewer, CSV, Parquet. Read by
 * {@code RunTables}, without Spark. {@link org.smssev.jobs.export.Exporter} is the way in.
 */
package org.smssev.jobs.export;
