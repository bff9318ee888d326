package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.cwts.networkanalysis.GradientDescentVOSLayoutAlgorithm;
import nl.cwts.networkanalysis.Layout;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;

/**
 * The part of the network that is drawn: its strongest codes, placed by the VOS layout on association strengths with a
 * fixed seed, so that the same network always gives the same picture.
 *
 * @param nodes codes, strongest first
 * @param x coordinate of each code, 0 to 1
 * @param y coordinate of each code, 0 to 1
 * @param edges edges between the codes drawn, strongest first
 * @see <a href="https://doi.org/10.1007/s11192-009-0146-3">Van Eck and Waltman (2010), VOSviewer</a>
 */
record NetworkDrawing(List<IpcNode> nodes, List<Double> x, List<Double> y, List<IpcEdge> edges) {
    static final int ATTRACTION = 2;
    static final int REPULSION = 1;
    /** Keeps components that share no edge from drifting apart without end. */
    static final double EDGE_WEIGHT_INCREMENT = 0.01;

    static final int STARTS = 5;
    static final long SEED = 7;
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
        double[][] places = places(nodes.size(), edges, index);
        List<IpcEdge> drawn =
                edges.stream().limit((long) EDGES_DRAWN_PER_NODE * nodes.size()).toList();
        return new NetworkDrawing(nodes, scaled(places, 0), scaled(places, 1), drawn);
    }

    private static double[][] places(int size, List<IpcEdge> edges, Map<String, Integer> index) {
        if (size < 2 || edges.isEmpty()) {
            return circle(size);
        }
        LargeIntArray from = new LargeIntArray(edges.size());
        LargeIntArray to = new LargeIntArray(edges.size());
        LargeDoubleArray weight = new LargeDoubleArray(edges.size());
        for (int i = 0; i < edges.size(); i++) {
            IpcEdge edge = edges.get(i);
            from.set(i, index.get(edge.level() + ' ' + edge.ipcA()));
            to.set(i, index.get(edge.level() + ' ' + edge.ipcB()));
            weight.set(i, edge.newman());
        }
        Network network = new Network(size, true, new LargeIntArray[] {from, to}, weight, false, true)
                .createNormalizedNetworkUsingAssociationStrength();
        Random random = new Random(SEED);
        GradientDescentVOSLayoutAlgorithm algorithm =
                new GradientDescentVOSLayoutAlgorithm(ATTRACTION, REPULSION, EDGE_WEIGHT_INCREMENT, random);
        Layout best = null;
        double bestQuality = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            Layout layout = new Layout(size, random);
            algorithm.improveLayout(network, layout);
            double quality = algorithm.calcQuality(network, layout);
            if (best == null || quality < bestQuality) {
                best = layout;
                bestQuality = quality;
            }
        }
        best.standardize(true);
        return best.getCoordinates();
    }

    private static double[][] circle(int size) {
        double[][] places = new double[2][size];
        for (int i = 0; i < size; i++) {
            places[0][i] = StrictMath.cos(2 * Math.PI * i / size);
            places[1][i] = StrictMath.sin(2 * Math.PI * i / size);
        }
        return places;
    }

    /** One coordinate on 0 to 1 over the longer side, so that the shape is kept; four decimals are enough to draw. */
    private static List<Double> scaled(double[][] places, int axis) {
        double side = 0;
        double middle = 0;
        for (int a = 0; a < 2; a++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double place : places[a]) {
                least = Math.min(least, place);
                greatest = Math.max(greatest, place);
            }
            side = Math.max(side, greatest - least);
            if (a == axis) {
                middle = (least + greatest) / 2;
            }
        }
        List<Double> scaled = new ArrayList<>();
        for (double place : places[axis]) {
            double value = side > 0 ? 0.5 + (place - middle) / side : 0.5;
            scaled.add(Math.rint(value * 10_000) / 10_000);
        }
        return scaled;
    }
}
