package org.smssev.jobs.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.layout.VosLayout;

/**
 * Places of the codes drawn, by the VOS layout on association strengths with a fixed seed, so that the same network
 * always gives the same picture.
 *
 * @param x coordinate of each code, 0 to 1, in the order of the codes given
 * @param y coordinate of each code, 0 to 1
 */
record NetworkDrawing(List<Double> x, List<Double> y) {
    /**
     * Places codes by all edges among them, of which the page may draw but a part.
     *
     * @param nodes codes of one network
     * @param allEdges edges of that network, also to codes that are not drawn, in any order
     */
    static NetworkDrawing of(List<IpcNode> nodes, List<IpcEdge> allEdges) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i).ipc(), i);
        }
        List<IpcEdge> edges = allEdges.stream()
                .filter(edge -> edge.newman() > 0)
                .filter(edge -> index.containsKey(edge.ipcA()) && index.containsKey(edge.ipcB()))
                .sorted(Comparator.comparingDouble(IpcEdge::newman)
                        .reversed()
                        .thenComparing(IpcEdge::ipcA)
                        .thenComparing(IpcEdge::ipcB))
                .toList();
        VosLayout places = VosLayout.of(
                nodes.size(),
                edges.stream().mapToInt(edge -> index.get(edge.ipcA())).toArray(),
                edges.stream().mapToInt(edge -> index.get(edge.ipcB())).toArray(),
                edges.stream().mapToDouble(IpcEdge::newman).toArray());
        return new NetworkDrawing(boxed(places.x()), boxed(places.y()));
    }

    private static List<Double> boxed(double[] places) {
        return Arrays.stream(places).boxed().toList();
    }
}
