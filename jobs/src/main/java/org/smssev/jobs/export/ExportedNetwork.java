package org.smssev.jobs.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.config.NetworkConfig.Counting;
import org.smssev.common.table.TableDef.Kind;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;

/**
 * One co-occurrence network as every format writes it.
 *
 * @param level level of its codes
 * @param period years of its families
 * @param nodes codes, in their order
 * @param places place of each code, in the same order
 * @param edges pairs of codes, in their order
 * @param from position of the lesser code of each pair
 * @param to position of the greater code of each pair
 * @param weights what each pair weighs, as centralities and communities count it
 * @param counting the counting behind the weights
 * @param communities what names each community, by its number: its strongest codes
 */
record ExportedNetwork(
        String level,
        String period,
        List<IpcNode> nodes,
        List<Place> places,
        List<IpcEdge> edges,
        int[] from,
        int[] to,
        double[] weights,
        Counting counting,
        Map<Integer, String> communities) {
    /** Side of a drawing in the units of Gephi's canvas. */
    static final double CANVAS = 1_000;

    /** Name of the column {@code label} in exports: its group by label propagation. */
    static final String GROUP = "label_propagation";

    private static final double SMALLEST = 4;
    private static final double LARGEST = 40;

    static ExportedNetwork of(
            List<IpcNode> nodes,
            List<Place> places,
            List<IpcEdge> edges,
            Counting counting,
            Map<Integer, String> communities) {
        Map<String, Integer> index = new HashMap<>();
        nodes.forEach(node -> index.put(node.ipc(), index.size()));
        return new ExportedNetwork(
                nodes.get(0).level(),
                nodes.get(0).period(),
                nodes,
                places,
                edges,
                edges.stream().mapToInt(edge -> end(index, edge, edge.ipcA())).toArray(),
                edges.stream().mapToInt(edge -> end(index, edge, edge.ipcB())).toArray(),
                weights(edges, counting),
                counting,
                new TreeMap<>(communities));
    }

    private static int end(Map<String, Integer> index, IpcEdge edge, String ipc) {
        Integer found = index.get(ipc);
        if (found == null) {
            throw new IllegalStateException("measure.ipc_edges has the code " + ipc + " at " + edge.level() + ", "
                    + edge.period() + ", which measure.ipc_nodes lacks");
        }
        return found;
    }

    /** What pairs weigh under a counting. */
    static double[] weights(List<IpcEdge> edges, Counting counting) {
        return edges.stream()
                .mapToDouble(edge -> switch (counting) {
                    case FULL -> edge.full();
                    case NEWMAN -> edge.newman();
                    case REFINED -> edge.refined();
                })
                .toArray();
    }

    /** Level and period. */
    String title() {
        return level + " " + period;
    }

    /** Stem of its files' names, whatever the period is called. */
    String fileStem() {
        return "network-" + (level + "-" + period).replaceAll("[^A-Za-z0-9-]", "_");
    }

    /** Every column of the codes: title and community in words, then the measures. */
    List<Attribute> nodeAttributes() {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute(
                "title", Kind.STRING, "title of the code", i -> places.get(i).title()));
        attributes.add(new Attribute(
                "community_codes",
                Kind.STRING,
                "strongest codes of its community",
                i -> communities.get(nodes.get(i).community())));
        // Under its own name, "label" would be taken for the code's.
        Attribute.of(IpcNode.class, nodes, Set.of("level", "period", "ipc"))
                .forEach(attribute ->
                        attributes.add(attribute.name().equals("label") ? attribute.named(GROUP) : attribute));
        attributes.add(new Attribute(
                "placed_by",
                Kind.STRING,
                "method of its placement",
                i -> places.get(i).placedBy()));
        return attributes;
    }

    /** Every column of the pairs. */
    List<Attribute> edgeAttributes() {
        return Attribute.of(IpcEdge.class, edges, Set.of("level", "period", "ipc_a", "ipc_b"));
    }

    /** Diameter of each code in a drawing, by the root of its strength. */
    double[] diameters() {
        double greatest = nodes.stream().mapToDouble(IpcNode::strength).max().orElse(0);
        return nodes.stream()
                .mapToDouble(node -> greatest > 0 ? Math.sqrt(node.strength() / greatest) : 0)
                .map(share -> Math.rint((SMALLEST + (LARGEST - SMALLEST) * share) * 100) / 100)
                .toArray();
    }
}
