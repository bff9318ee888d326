package org.smssev.jobs.measure.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** Which families belong to which subject. */
final class Subjects {
    private final int families;
    private final FamilyColumns.Codes codes;
    private final List<Subject> subjects = new ArrayList<>();

    /** Subjects among families; nodes are main groups. */
    Subjects(FamilyColumns families) {
        this.families = families.size();
        this.codes = families.codes(IpcSymbol.Level.MAIN_GROUP);
    }

    /** All subjects, sorted by kind, those of a kind in the order in which they were added. */
    List<Subject> all() {
        List<Subject> all = new ArrayList<>(subjects);
        all.sort(Comparator.comparing(subject -> subject.kind));
        return all;
    }

    /**
     * Adds subjects of which a family belongs to one at most; those without families, too.
     *
     * @param ids ids of the subjects
     * @param of the place among them of each family's subject, NaN where it has none
     */
    void add(String kind, List<String> ids, double[] of) {
        int[][] members = members(ids.size(), of);
        for (int i = 0; i < members.length; i++) {
            subjects.add(new Subject(kind, ids.get(i), members[i]));
        }
    }

    private static int[][] members(int n, double[] of) {
        int[] sizes = new int[n];
        for (double subject : of) {
            if (!Double.isNaN(subject)) {
                sizes[(int) subject]++;
            }
        }
        int[][] members = new int[n][];
        Arrays.setAll(members, i -> new int[sizes[i]]);
        Arrays.fill(sizes, 0);
        for (int family = 0; family < of.length; family++) {
            if (!Double.isNaN(of[family])) {
                int subject = (int) of[family];
                members[subject][sizes[subject]++] = family;
            }
        }
        return members;
    }

    /** Adds the main groups with most families (then least code). */
    void addNodes(int most) {
        Lists holders = codes.of().inverse(codes.names().length);
        IntStream.range(0, holders.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -holders.length(code))
                        .thenComparingInt(code -> code))
                .limit(most)
                .sorted()
                .forEach(code -> subjects.add(new Subject(
                        Subject.NODE,
                        codes.names()[code],
                        IntStream.range(holders.from(code), holders.to(code))
                                .map(holders::value)
                                .toArray())));
    }

    /**
     * Adds the communities of codes. A family belongs to the community that most of its codes are in (then the one with
     * the least number). Where the network is one of subgroups, a main group is in the community that has most of its
     * families.
     *
     * @param nodes nodes of the network at one level
     */
    void addCommunities(List<IpcNode> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        IpcSymbol.Level level = IpcSymbol.Level.valueOf(nodes.get(0).level());
        IpcSymbol.Level shared = level == IpcSymbol.Level.SUBGROUP ? IpcSymbol.Level.MAIN_GROUP : level;
        Map<String, TreeMap<Integer, Long>> votes = new HashMap<>();
        nodes.forEach(node -> votes.computeIfAbsent(IpcSymbol.truncate(node.ipc(), shared), k -> new TreeMap<>())
                .merge(node.community(), node.families(), Long::sum));
        int[] communityOf = new int[codes.names().length];
        Arrays.setAll(communityOf, code -> most(votes.get(IpcSymbol.truncate(codes.names()[code], shared))));
        double[] of = new double[families];
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
        int n = 1 + nodes.stream().mapToInt(IpcNode::community).max().orElse(-1);
        add(Subject.COMMUNITY, IntStream.range(0, n).mapToObj(String::valueOf).toList(), of);
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
