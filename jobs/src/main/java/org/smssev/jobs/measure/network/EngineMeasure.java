package org.smssev.jobs.measure.network;

import java.util.Locale;

/** What a {@link GraphEngine} computes of each node; the column is the name in lower case. */
public enum EngineMeasure {
    /** Neighbours, an int. */
    DEGREE,
    /** Sum of the weights of its edges, a double. */
    STRENGTH,
    /** Weighted PageRank with damping .85, sums to 1, a double. */
    PAGERANK,
    /** Core number, an int. */
    CORE,
    /** Triangles through the node, a long. */
    TRIANGLES,
    /** Connected component: the least id in it, a long. */
    COMPONENT,
    /** Label after {@link GraphEngine#LABEL_ROUNDS} rounds of synchronous label propagation, an id, a long. */
    LABEL;

    /** The column that holds it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
