package org.smssev.jobs.screen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyCommunities;
import org.smssev.jobs.measure.Lists;

/**
 * What the screen knows of each family, in the order of their ids.
 *
 * @param technology place of its primary technology, -1 where it has none
 * @param cluster place of its cluster, -1 where it is in none that may be a candidate
 * @param community place of its community of codes, -1 where it is in none that may be a candidate
 * @param nodes places of the key nodes that it holds
 * @param generality generality by the citations it received, NaN where undefined
 * @param impact normalised cited impact, NaN where undefined
 */
record FamilyFacts(
        FamilyColumns families,
        int[] technology,
        int[] cluster,
        int[] community,
        Lists nodes,
        double[] generality,
        double[] impact) {

    /**
     * Puts the facts together.
     *
     * @param technology place of the primary technology, NaN where there is none; so cluster
     * @param network nodes of the network at its level
     * @param communities numbers of the communities that may be candidates, by place
     * @param keyNodes the key nodes of the network
     */
    static FamilyFacts of(
            FamilyColumns families,
            double[] technology,
            double[] cluster,
            List<IpcNode> network,
            List<Integer> communities,
            List<IpcNode> keyNodes,
            double[] generality,
            double[] impact) {
        return new FamilyFacts(
                families,
                places(technology),
                places(cluster),
                Arrays.stream(places(FamilyCommunities.of(families, network)))
                        .map(communities::indexOf)
                        .toArray(),
                holders(families, keyNodes),
                generality,
                impact);
    }

    private static int[] places(double[] values) {
        return Arrays.stream(values)
                .mapToInt(v -> Double.isNaN(v) ? -1 : (int) v)
                .toArray();
    }

    private static Lists holders(FamilyColumns families, List<IpcNode> keyNodes) {
        if (keyNodes.isEmpty()) {
            return Lists.of(new int[families.size() + 1], new int[0]);
        }
        FamilyColumns.Codes codes =
                families.codes(IpcSymbol.Level.valueOf(keyNodes.get(0).level()));
        Map<String, Integer> places = new HashMap<>();
        keyNodes.forEach(node -> places.put(node.ipc(), places.size()));
        int[] nodeOf = new int[codes.names().length];
        Arrays.setAll(nodeOf, code -> places.getOrDefault(codes.names()[code], -1));
        int[] start = new int[families.size() + 1];
        int[][] held = new int[families.size()][];
        for (int f = 0; f < families.size(); f++) {
            int[] all = new int[codes.of().length(f)];
            for (int i = 0; i < all.length; i++) {
                all[i] = nodeOf[codes.of().value(codes.of().from(f) + i)];
            }
            held[f] = Arrays.stream(all)
                    .filter(node -> node >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            start[f + 1] = start[f] + held[f].length;
        }
        return Lists.of(start, Arrays.stream(held).flatMapToInt(Arrays::stream).toArray());
    }

    /** How many families there are. */
    int size() {
        return families.size();
    }
}
