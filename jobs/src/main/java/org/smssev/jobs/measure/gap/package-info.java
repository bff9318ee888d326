/** Technology gap: what share of a technology, cluster or code a country holds, and how far it is ahead or behind. */
package org.smssev.jobs.measure.gap;
