/**
 * Screen: technologies of the lists, clusters of patents, communities and key nodes of the network become candidates,
 * merged where they hold the same families. Candidates pass gates, are scored by TOPSIS over criteria with given or
 * objective weights, and are cut; how often resampled data would select each is told beside.
 */
package org.smssev.jobs.screen;
