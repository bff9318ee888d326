/**
 * Supplement: what experts nominate is merged with what the screen kept, by score or as people decide in a workbook, and
 * compared with it: support, votes, completeness, disagreement.
 */
package org.smssev.jobs.supplement;
