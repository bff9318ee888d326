package org.smssev.jobs.screen;

import java.util.Map;

/**
 * A candidate with its figures.
 *
 * @param state position of the focal country, null where undefined
 * @param criteria value of each criterion, null where undefined
 */
record Measured(Draft draft, long families, String state, Map<String, Double> criteria) {}
