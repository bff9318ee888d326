package org.smssev.jobs.measure.gap.model;

/**
 * What is measured, with its families.
 *
 * @see Subjects
 */
public final class Subject {
    public static final String TECHNOLOGY = "TECHNOLOGY";
    public static final String CLUSTER = "CLUSTER";
    public static final String COMMUNITY = "COMMUNITY";
    public static final String NODE = "NODE";
    public static final String CANDIDATE = "CANDIDATE";

    /** TECHNOLOGY, CLUSTER, COMMUNITY, NODE or CANDIDATE. */
    final String kind;

    /** Technology, cluster, community, code or candidate. */
    final String id;

    /** The kind whose subjects set the scale of its composite: its own, but for a candidate. */
    final String scale;

    private final int[] families;

    /**
     * A subject.
     *
     * @param families its families, ascending
     */
    Subject(String kind, String id, int[] families) {
        this(kind, id, kind, families);
    }

    private Subject(String kind, String id, String scale, int[] families) {
        this.kind = kind;
        this.id = id;
        this.scale = scale;
        this.families = families;
    }

    /**
     * A candidate, of which only what its composite needs is measured.
     *
     * @param scale the kind whose subjects set the scale of its composite
     * @param families its families, ascending
     */
    public static Subject candidate(String id, String scale, int[] families) {
        return new Subject(CANDIDATE, id, scale, families);
    }

    /** Whether the long form has all of its measures. */
    boolean isMeasuredWhole() {
        return !kind.equals(CANDIDATE);
    }

    /** How many families it has. */
    int size() {
        return families.length;
    }

    int family(int at) {
        return families[at];
    }
}
