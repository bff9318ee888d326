package org.smssev.jobs.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.layout.VosLayout;

/**
 * Places of the codes of one level. The strongest codes of the network over all years are laid out together, which takes
 * time by the square of their number; the others are put between their neighbours. Periods have the places of all years,
 * so that their drawings can be compared.
 */
final class Places {
    /** Codes laid out together: 744 take 4 s, 1,500 some 15 s. */
    static final int MOST_LAID_OUT = 1_500;

    private static final int STARTS = 1;

    private static final double MIDDLE = 0.5;

    /** A place, and how it was found: VOS, NEIGHBOURS or RIM. */
    record Point(double x, double y, String placedBy) {}

    private final Map<String, Point> points = new LinkedHashMap<>();

    private Places() {}

    /**
     * Places the codes of a network.
     *
     * @param nodes codes of one level and period
     * @param edges its pairs
     * @param weights weight of each pair, greater than 0
     * @param most greatest number of codes laid out together
     */
    static Places of(List<IpcNode> nodes, List<IpcEdge> edges, double[] weights, int most) {
        List<IpcNode> strongest = nodes.stream()
                .sorted(Comparator.comparingDouble(IpcNode::strength).reversed().thenComparing(IpcNode::ipc))
                .toList();
        Places places = new Places();
        places.layOut(strongest.subList(0, Math.min(most, strongest.size())), edges, weights);
        places.putBetweenNeighbours(strongest, edges, weights);
        places.putOnRim(strongest);
        return places;
    }

    /** The place of a code; a code that the network over all years lacks is in the middle of the rim's top. */
    Point of(String ipc) {
        return points.getOrDefault(ipc, new Point(MIDDLE, 1, "RIM"));
    }

    /** Number of codes placed in a way. */
    long count(String placedBy) {
        return points.values().stream()
                .filter(point -> point.placedBy().equals(placedBy))
                .count();
    }

    private void layOut(List<IpcNode> core, List<IpcEdge> edges, double[] weights) {
        Map<String, Integer> index = new HashMap<>();
        core.forEach(node -> index.put(node.ipc(), index.size()));
        int[] inside = java.util.stream.IntStream.range(0, edges.size())
                .filter(e -> index.containsKey(edges.get(e).ipcA())
                        && index.containsKey(edges.get(e).ipcB()))
                .toArray();
        int[] from = new int[inside.length];
        int[] to = new int[inside.length];
        double[] weight = new double[inside.length];
        for (int i = 0; i < inside.length; i++) {
            from[i] = index.get(edges.get(inside[i]).ipcA());
            to[i] = index.get(edges.get(inside[i]).ipcB());
            weight[i] = weights[inside[i]];
        }
        VosLayout layout = VosLayout.of(core.size(), from, to, weight, STARTS);
        for (int i = 0; i < core.size(); i++) {
            points.put(core.get(i).ipc(), new Point(layout.x()[i], layout.y()[i], "VOS"));
        }
    }

    private record Link(String ipc, double weight) {}

    private void putBetweenNeighbours(List<IpcNode> strongest, List<IpcEdge> edges, double[] weights) {
        if (points.size() == strongest.size()) {
            return;
        }
        Map<String, List<Link>> neighbours = new HashMap<>();
        for (int e = 0; e < weights.length; e++) {
            IpcEdge edge = edges.get(e);
            neighbours.computeIfAbsent(edge.ipcA(), k -> new ArrayList<>()).add(new Link(edge.ipcB(), weights[e]));
            neighbours.computeIfAbsent(edge.ipcB(), k -> new ArrayList<>()).add(new Link(edge.ipcA(), weights[e]));
        }
        for (IpcNode node : strongest) {
            List<Link> placed = neighbours.getOrDefault(node.ipc(), List.of()).stream()
                    .filter(link -> points.containsKey(link.ipc()))
                    .toList();
            if (!points.containsKey(node.ipc()) && !placed.isEmpty()) {
                points.put(node.ipc(), mean(placed));
            }
        }
    }

    private Point mean(List<Link> placed) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (Link link : placed) {
            Point point = points.get(link.ipc());
            sum += link.weight();
            x += link.weight() * point.x();
            y += link.weight() * point.y();
        }
        return new Point(rounded(x / sum), rounded(y / sum), "NEIGHBOURS");
    }

    private void putOnRim(List<IpcNode> strongest) {
        List<IpcNode> left = strongest.stream()
                .filter(node -> !points.containsKey(node.ipc()))
                .toList();
        for (int i = 0; i < left.size(); i++) {
            double angle = 2 * Math.PI * i / left.size();
            points.put(
                    left.get(i).ipc(),
                    new Point(
                            rounded(MIDDLE + MIDDLE * StrictMath.cos(angle)),
                            rounded(MIDDLE + MIDDLE * StrictMath.sin(angle)),
                            "RIM"));
        }
    }

    private static double rounded(double place) {
        return Math.rint(place * 10_000) / 10_000;
    }
}
