package org.smssev.jobs.measure.gap;

/**
 * What is measured, with its families.
 *
 * @param kind TECHNOLOGY, CLUSTER or NODE
 * @param id technology, cluster or code
 * @param all all of its families
 * @param international those that pass the international filter
 */
record Subject(String kind, String id, Field all, Field international) {
    static final String TECHNOLOGY = "TECHNOLOGY";
    static final String CLUSTER = "CLUSTER";
    static final String NODE = "NODE";
    /** All families of the release, once each. */
    static final String WORLD = "WORLD";

    /** A subject without families yet. */
    static Subject empty(String kind, String id) {
        return new Subject(kind, id, new Field(), new Field());
    }

    /** The families under a filter, ALL or INTERNATIONAL. */
    Field field(String filter) {
        return filter.equals(GapCalculator.ALL) ? all : international;
    }
}
