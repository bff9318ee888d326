/** Digests by which a later release knows publications and their records again; {@code Reading} is the column that holds them. */
package org.smssev.jobs.ingest.digest;
