package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.smssev.jobs.measure.Lists;
import org.smssev.jobs.measure.gap.model.Subject;

/**
 * Which families belong to which candidate. Technologies and clusters give a candidate their families; a community or a
 * code does so only where nothing narrower is the candidate, as it is wider than what it is joined to.
 */
final class Membership {
    /** Places of the candidates of each family, each once. */
    final Lists candidates;

    /** How many candidates there are. */
    final int size;

    private Membership(Lists candidates, int size) {
        this.candidates = candidates;
        this.size = size;
    }

    /**
     * The membership of each family.
     *
     * @param size how many candidates there are
     * @param ofTechnology place of the candidate that each technology is in; so of clusters, communities and key nodes,
     *     -1 where their families are not its own
     */
    static Membership of(
            FamilyFacts facts, int size, int[] ofTechnology, int[] ofCluster, int[] ofCommunity, int[] ofNode) {
        int[] start = new int[facts.size() + 1];
        int[][] all = new int[facts.size()][];
        for (int f = 0; f < facts.size(); f++) {
            int nodes = facts.nodes().length(f);
            int[] of = new int[3 + nodes];
            of[0] = place(ofTechnology, facts.technology()[f]);
            of[1] = place(ofCluster, facts.cluster()[f]);
            of[2] = place(ofCommunity, facts.community()[f]);
            for (int i = 0; i < nodes; i++) {
                of[3 + i] = place(ofNode, facts.nodes().value(facts.nodes().from(f) + i));
            }
            all[f] = Arrays.stream(of).filter(c -> c >= 0).sorted().distinct().toArray();
            start[f + 1] = start[f] + all[f].length;
        }
        return new Membership(
                Lists.of(start, Arrays.stream(all).flatMapToInt(Arrays::stream).toArray()), size);
    }

    private static int place(int[] of, int number) {
        return number < 0 || number >= of.length ? -1 : of[number];
    }

    /** The candidates as subjects of gaps, each on the scale of what it was made of first. */
    List<Subject> subjects(List<Draft> drafts) {
        Lists families = candidates.inverse(size);
        return IntStream.range(0, size)
                .mapToObj(c -> Subject.candidate(
                        drafts.get(c).candidateId(),
                        drafts.get(c).source().name(),
                        IntStream.range(families.from(c), families.to(c))
                                .map(families::value)
                                .toArray()))
                .toList();
    }

    /** Families of each candidate. */
    long[] families() {
        long[] families = new long[size];
        for (int at = 0; at < candidates.total(); at++) {
            families[candidates.value(at)]++;
        }
        return families;
    }

    /**
     * Families that candidates share with other sets of families.
     *
     * @param guests numbers of the sets that a family belongs to
     * @param name name of a candidate, of a set
     */
    List<Merging.Common> common(IntFunction<int[]> guests, IntFunction<String> name, IntFunction<String> guestName) {
        Map<Long, Long> counts = new HashMap<>();
        for (int f = 0; f < candidates.size(); f++) {
            int[] of = guests.apply(f);
            for (int at = candidates.from(f); at < candidates.to(f); at++) {
                for (int guest : of) {
                    counts.merge((long) candidates.value(at) << Integer.SIZE | guest, 1L, Long::sum);
                }
            }
        }
        List<Merging.Common> common = new ArrayList<>();
        counts.forEach((pair, n) -> common.add(
                new Merging.Common(name.apply((int) (pair >> Integer.SIZE)), guestName.apply(pair.intValue()), n)));
        return common;
    }
}
