/** What readers see of a run: its tables at their versions and the views over them, for Spark SQL and for DuckDB. */
package org.smssev.jobs.read;
