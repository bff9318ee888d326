package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.FamilyCommunities;
import org.smssev.jobs.measure.Lists;

/** Which families belong to which subject. */
public final class Subjects {
    private final FamilyColumns families;
    private final FamilyColumns.Codes codes;
    private final List<Subject> subjects = new ArrayList<>();

    /** Subjects among families; nodes are main groups. */
    public Subjects(FamilyColumns families) {
        this.families = families;
        this.codes = families.codes(IpcSymbol.Level.MAIN_GROUP);
    }

    /** All subjects, sorted by kind, those of a kind in the order in which they were added. */
    public List<Subject> all() {
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
    public void add(String kind, List<String> ids, double[] of) {
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
    public void addNodes(int most) {
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
     * Adds the communities of codes, to which families belong by {@link FamilyCommunities}.
     *
     * @param nodes nodes of the network at one level
     */
    public void addCommunities(List<IpcNode> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        int n = 1 + nodes.stream().mapToInt(IpcNode::community).max().orElse(-1);
        add(
                Subject.COMMUNITY,
                IntStream.range(0, n).mapToObj(String::valueOf).toList(),
                FamilyCommunities.of(families, nodes));
    }
}
