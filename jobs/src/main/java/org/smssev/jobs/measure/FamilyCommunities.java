package org.smssev.jobs.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables.IpcNode;

/** The community of the co-occurrence network to which each family belongs. */
public final class FamilyCommunities {
    private FamilyCommunities() {}

    /**
     * A family belongs to the community that most of its codes are in (then the one with the least number). Where the
     * network is one of subgroups, a main group is in the community that has most of its families.
     *
     * @param families the families, of whose codes the main groups count
     * @param nodes nodes of the network at one level
     * @return the community of each family, NaN where it has no code of the network
     */
    public static double[] of(FamilyColumns families, List<IpcNode> nodes) {
        double[] of = new double[families.size()];
        if (nodes.isEmpty()) {
            Arrays.fill(of, Double.NaN);
            return of;
        }
        IpcSymbol.Level level = IpcSymbol.Level.valueOf(nodes.get(0).level());
        IpcSymbol.Level shared = level == IpcSymbol.Level.SUBGROUP ? IpcSymbol.Level.MAIN_GROUP : level;
        Map<String, TreeMap<Integer, Long>> votes = new HashMap<>();
        nodes.forEach(node -> votes.computeIfAbsent(IpcSymbol.truncate(node.ipc(), shared), k -> new TreeMap<>())
                .merge(node.community(), node.families(), Long::sum));
        FamilyColumns.Codes codes = families.codes(IpcSymbol.Level.MAIN_GROUP);
        int[] communityOf = new int[codes.names().length];
        Arrays.setAll(communityOf, code -> most(votes.get(IpcSymbol.truncate(codes.names()[code], shared))));
        for (int family = 0; family < of.length; family++) {
            TreeMap<Integer, Long> held = new TreeMap<>();
            for (int at = codes.of().from(family); at < codes.of().to(family); at++) {
                int community = communityOf[codes.of().value(at)];
                if (community >= 0) {
                    held.merge(community, 1L, Long::sum);
                }
            }
            of[family] = held.isEmpty() ? Double.NaN : most(held);
        }
        return of;
    }

    /** The key with the greatest value (then the least), -1 where there is none. */
    private static int most(TreeMap<Integer, Long> counts) {
        int best = -1;
        for (Map.Entry<Integer, Long> entry :
                counts == null ? new TreeMap<Integer, Long>().entrySet() : counts.entrySet()) {
            best = best < 0 || entry.getValue() > counts.get(best) ? entry.getKey() : best;
        }
        return best;
    }
}
