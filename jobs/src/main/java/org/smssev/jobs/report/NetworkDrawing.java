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
 * The part of the network that is drawn: its strongest codes, placed by the VOS layout on association strengths with a
 * fixed seed, so that the same network always gives the same picture.
 *
 * @param nodes codes, strongest first
 * @param x coordinate of each code, 0 to 1
 * @param y coordinate of each code, 0 to 1
 * @param edges edges between the codes drawn, strongest first
 */
record NetworkDrawing(List<IpcNode> nodes, List<Double> x, List<Double> y, List<IpcEdge> edges) {
    /** More lines than this hide one another. */
    static final int EDGES_DRAWN_PER_NODE = 4;

    /** Draws at most {@code limit} codes of the period that holds all years, or else of the last one. */
    static NetworkDrawing of(List<IpcNode> allNodes, List<IpcEdge> allEdges, int limit) {
        String period = allNodes.stream()
                .map(IpcNode::period)
                .max(Comparator.comparing((String name) -> name.equals("ALL")).thenComparing(Comparator.naturalOrder()))
                .orElse("ALL");
        List<IpcNode> nodes = allNodes.stream()
                .filter(node -> node.period().equals(period))
                .sorted(Comparator.comparingDouble(IpcNode::strength)
                        .reversed()
                        .thenComparing(IpcNode::level)
                        .thenComparing(IpcNode::ipc))
                .limit(limit)
                .toList();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i).level() + ' ' + nodes.get(i).ipc(), i);
        }
        List<IpcEdge> edges = allEdges.stream()
                .filter(edge -> edge.period().equals(period) && edge.newman() > 0)
                .filter(edge -> index.containsKey(edge.level() + ' ' + edge.ipcA())
                        && index.containsKey(edge.level() + ' ' + edge.ipcB()))
                .sorted(Comparator.comparingDouble(IpcEdge::newman)
                        .reversed()
                        .thenComparing(IpcEdge::level)
                        .thenComparing(IpcEdge::ipcA)
                        .thenComparing(IpcEdge::ipcB))
                .toList();
        VosLayout places = places(nodes.size(), edges, index);
        List<IpcEdge> drawn =
                edges.stream().limit((long) EDGES_DRAWN_PER_NODE * nodes.size()).toList();
        return new NetworkDrawing(nodes, boxed(places.x()), boxed(places.y()), drawn);
    }

    private static VosLayout places(int size, List<IpcEdge> edges, Map<String, Integer> index) {
        return VosLayout.of(
                size,
                edges.stream()
                        .mapToInt(edge -> index.get(edge.level() + ' ' + edge.ipcA()))
                        .toArray(),
                edges.stream()
                        .mapToInt(edge -> index.get(edge.level() + ' ' + edge.ipcB()))
                        .toArray(),
                edges.stream().mapToDouble(IpcEdge::newman).toArray());
    }

    private static List<Double> boxed(double[] places) {
        return Arrays.stream(places).boxed().toList();
    }
}
