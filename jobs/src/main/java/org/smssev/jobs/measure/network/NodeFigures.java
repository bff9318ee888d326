package org.smssev.jobs.measure.network;

import java.util.Set;

/**
 * What an engine found, as arrays by node; null for what was not asked.
 *
 * @param component connected component, 0 the largest, of equal ones that with the least node first
 * @param label group by label propagation, numbered likewise
 */
record NodeFigures(
        int[] degree,
        double[] strength,
        double[] pageRank,
        int[] core,
        long[] triangles,
        int[] component,
        int[] label) {
    /** What the compact engine finds. */
    static NodeFigures of(CsrGraph graph, Set<EngineMeasure> asked) {
        return new NodeFigures(
                asked.contains(EngineMeasure.DEGREE) ? graph.degrees() : null,
                asked.contains(EngineMeasure.STRENGTH) ? graph.strengths() : null,
                asked.contains(EngineMeasure.PAGERANK) ? Centralities.pageRank(graph) : null,
                asked.contains(EngineMeasure.CORE) ? Cores.ofDegree(graph) : null,
                asked.contains(EngineMeasure.TRIANGLES) ? Triangles.of(graph) : null,
                asked.contains(EngineMeasure.COMPONENT) ? Groups.components(graph) : null,
                asked.contains(EngineMeasure.LABEL)
                        ? Communities.bySize(Groups.labels(graph, GraphEngine.LABEL_ROUNDS))
                        : null);
    }
}
