package org.smssev.jobs.supplement;

import java.util.List;

/**
 * A row of the review queue.
 *
 * @param group nominations of one name
 * @param organisations how many stand behind them
 * @param match the candidate that they may be; null where there is none
 * @param decision what a person decided, null where nobody did
 */
record Review(List<Nominated> group, int organisations, Matcher.Match match, Decision decision) {}
