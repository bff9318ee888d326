/**
 * Runs stages: order, up-to-date check, lock, lineage, publication. A run is a set of table versions; {@link
 * org.smssev.jobs.run.Runner} is the way in.
 */
package org.smssev.jobs.run;
