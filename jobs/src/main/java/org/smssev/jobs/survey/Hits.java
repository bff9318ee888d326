package org.smssev.jobs.survey;

import java.io.Serializable;

/**
 * What of the scopes a family shows.
 *
 * @param groups for each main group (or coarser code) of the family, the scope prefixes that cover it; often none
 * @param keywords scope keywords that its title or abstract holds, each once
 */
record Hits(int[][] groups, int[] keywords) implements Serializable {}
