package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.List;

/**
 * What of scopes, rules and lists a family shows.
 *
 * @param groups for each main group (or coarser code) of the family, the scope prefixes that cover it; often none
 * @param keywords scope keywords that its title or abstract holds, each once, rising
 * @param rules technologies to which rules lead, in the order of the list
 * @param lists lists under whose codes it falls, by their place, rising
 */
record Hits(int[][] groups, int[] keywords, List<RuleIndex.Held> rules, int[] lists) implements Serializable {}
