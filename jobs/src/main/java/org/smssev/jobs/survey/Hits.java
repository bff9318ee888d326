package org.smssev.jobs.survey;

import java.io.Serializable;

/** What of the scopes a family shows. */
final class Hits implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[][] groups;
    private final int[] keywords;

    Hits(int[][] groups, int[] keywords) {
        this.groups = groups;
        this.keywords = keywords;
    }

    /** For each main group (or coarser code) of the family, the scope prefixes that cover it; often none. */
    int[][] groups() {
        return groups;
    }

    /** Scope keywords that its title or abstract holds, each once. */
    int[] keywords() {
        return keywords;
    }
}
