/**
 * The technology gap model: what share of a set of families a country holds, and how far it is ahead or behind. Stages
 * that measure sets of families enter by {@link org.smssev.jobs.measure.gap.model.GapModel}.
 */
package org.smssev.jobs.measure.gap.model;
