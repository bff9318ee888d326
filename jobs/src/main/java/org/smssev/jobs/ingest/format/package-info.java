/** The formats of patent data: what a file is, by what it contains, and the records it gives. Knows no Spark. */
package org.smssev.jobs.ingest.format;
