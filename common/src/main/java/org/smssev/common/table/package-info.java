/**
 * How a table is declared: a record annotated with {@link org.smssev.common.table.Table} and its components with
 * {@link org.smssev.common.table.Column}. Schemas for Spark and Delta Kernel, checks, comments and the data dictionary
 * are derived from the record.
 */
package org.smssev.common.table;
