package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follow-up releases change: which publications they correct, and which they withdraw. */
final class Changes {
    private static final double WITHDRAWN = 0.001;
    private static final double CORRECTED = 0.01;

    /** Releases that corrected a publication, by serial. */
    private final Map<Integer, List<Integer>> corrected = new HashMap<>();

    /** Release that withdrew a publication, by serial. */
    private final Map<Integer, Integer> withdrawn = new HashMap<>();

    private final List<Change> log = new ArrayList<>();

    /** One publication touched by a release. */
    record Change(int block, Draft draft, String what) {}

    /**
     * Draws the changes of all follow-up releases; only good records are corrected or withdrawn.
     *
     * @param blocks publications by the release in which they first appear
     */
    Changes(long seed, List<Draft[]> blocks) {
        int n = blocks.get(0).length;
        List<Draft> living = new ArrayList<>();
        for (int b = 1; b < blocks.size(); b++) {
            for (Draft draft : blocks.get(b - 1)) {
                if (draft.bad == null) {
                    living.add(draft);
                }
            }
            int drop = Math.max(1, (int) Math.round(n * WITHDRAWN));
            int change = Math.max(1, (int) Math.round(n * CORRECTED));
            List<Draft> drawn = drawn(living, seed, b).subList(0, drop + change);
            for (Draft draft : drawn.subList(0, drop)) {
                withdrawn.put(draft.serial, b);
                log.add(new Change(b, draft, "withdrawn"));
            }
            for (Draft draft : drawn.subList(drop, drawn.size())) {
                corrected
                        .computeIfAbsent(draft.serial, key -> new ArrayList<>())
                        .add(b);
                log.add(new Change(b, draft, "corrected"));
            }
            living.removeIf(this::isWithdrawn);
            for (Draft draft : blocks.get(b)) {
                log.add(new Change(b, draft, "new"));
            }
        }
    }

    private record Keyed(long key, Draft draft) {}

    private static List<Draft> drawn(List<Draft> living, long seed, int block) {
        return living.stream()
                .map(d -> new Keyed(Streams.hash(seed, Streams.Purpose.CHANGE, d.serial, block), d))
                .sorted(Comparator.comparingLong(Keyed::key))
                .map(Keyed::draft)
                .toList();
    }

    boolean isWithdrawn(Draft draft) {
        return withdrawn.containsKey(draft.serial);
    }

    /** Releases that corrected a publication, in their order. */
    List<Integer> corrections(Draft draft) {
        return corrected.getOrDefault(draft.serial, List.of());
    }

    /** Every change of every follow-up release, in their order. */
    List<Change> log() {
        return log;
    }

    /** How many publications a release touched in one way. */
    int count(int block, String what) {
        return (int) log.stream()
                .filter(c -> c.block() == block && c.what().equals(what))
                .count();
    }
}
