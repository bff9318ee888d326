/**
 * Formats whose records are documents, XML and JSON: {@link org.smssev.jobs.ingest.format.document.DocumentFormats} tells which a file
 * has, {@code XmlDocuments} and {@code JsonDocuments} cut it into documents, which {@code DocdbXml}, {@code OpsAnswer}, {@code UsptoXml},
 * {@code LensJsonLines} and {@code GoogleJsonLines} turn into records.
 */
package org.smssev.jobs.ingest.format.document;
