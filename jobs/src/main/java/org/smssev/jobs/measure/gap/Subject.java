package org.smssev.jobs.measure.gap;

/**
 * What is measured, with its families.
 *
 * @see Subjects
 */
final class Subject {
    static final String TECHNOLOGY = "TECHNOLOGY";
    static final String CLUSTER = "CLUSTER";
    static final String COMMUNITY = "COMMUNITY";
    static final String NODE = "NODE";

    /** TECHNOLOGY, CLUSTER, COMMUNITY or NODE. */
    final String kind;

    /** Technology, cluster, community or code. */
    final String id;

    private final int[] families;

    /**
     * A subject.
     *
     * @param families its families, ascending
     */
    Subject(String kind, String id, int[] families) {
        this.kind = kind;
        this.id = id;
        this.families = families;
    }

    /** How many families it has. */
    int size() {
        return families.length;
    }

    int family(int at) {
        return families[at];
    }
}
