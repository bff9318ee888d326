package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.jobs.measure.Lists;

/**
 * Pools technologies, clusters, communities and key nodes, in this order: each that is the same thing as a candidate
 * before it joins that one, by {@link Merging}, and each other one becomes a candidate. So every one of them ends in one
 * candidate. A cluster brings its families with it, so that a technology must hold enough of them already; communities and
 * codes bring none.
 */
final class Pool {
    private final ScreenConfig settings;
    private final FamilyFacts facts;
    private final List<Entry> entries = new ArrayList<>();
    /** Candidate that has the families of each of a kind, -1 where none has. */
    private final Map<Source, int[]> holders = new HashMap<>();

    /**
     * Pools.
     *
     * @param ids ids of those of each kind, in the order of their places
     */
    Pool(ScreenConfig settings, FamilyFacts facts, Map<Source, List<String>> ids) {
        this.settings = settings;
        this.facts = facts;
        for (Source source : Source.values()) {
            int[] none = new int[ids.get(source).size()];
            Arrays.fill(none, -1);
            holders.put(source, none);
        }
        for (Source source : Source.values()) {
            if (settings.sources().contains(source)) {
                absorb(source, ids.get(source));
            }
        }
    }

    /** The candidates, by kind and place. */
    List<Entry> entries() {
        return entries;
    }

    /** Which families belong to which candidate, by its place among the entries. */
    Membership membership() {
        return Membership.of(
                facts,
                entries.size(),
                holders.get(Source.TECHNOLOGY),
                holders.get(Source.CLUSTER),
                holders.get(Source.COMMUNITY),
                holders.get(Source.NODE));
    }

    private void absorb(Source source, List<String> ids) {
        IntFunction<int[]> held = held(source);
        Map<String, Long> sizes = new HashMap<>();
        ids.forEach(id -> sizes.put(id, 0L));
        for (int f = 0; f < facts.size(); f++) {
            for (int place : held.apply(f)) {
                sizes.merge(ids.get(place), 1L, Long::sum);
            }
        }
        Map<String, Integer> hosts = new HashMap<>();
        Map<String, Long> hostSizes = new HashMap<>();
        Membership members = membership();
        long[] families = members.families();
        // Of hosts alike, the one that comes first among the entries.
        IntFunction<String> hostName = i -> String.format(Locale.ROOT, "%08d", i);
        for (int i = 0; i < entries.size(); i++) {
            hosts.put(hostName.apply(i), i);
            hostSizes.put(hostName.apply(i), families[i]);
        }
        Map<String, Merging.Joined> joined = Merging.join(
                hostSizes,
                sizes,
                members.common(held, hostName, ids::get),
                settings.overlap(),
                settings.mergeOverlap(),
                source == Source.CLUSTER ? settings.mergeCover() : 0);
        int[] holder = holders.get(source);
        for (int place = 0; place < ids.size(); place++) {
            Merging.Joined join = joined.get(ids.get(place));
            if (join == null) {
                holder[place] = entries.size();
                entries.add(new Entry(source, place));
            } else {
                int host = hosts.get(join.host());
                holder[place] = source == Source.CLUSTER ? host : -1;
                entries.get(host).add(new Entry.Guest(source, place, Math.min(1, join.overlap())));
            }
        }
    }

    private IntFunction<int[]> held(Source source) {
        return switch (source) {
            case TECHNOLOGY -> f -> one(facts.technology()[f]);
            case CLUSTER -> f -> one(facts.cluster()[f]);
            // A community of a single code is that code, and has no place.
            case COMMUNITY -> f -> one(facts.community()[f]);
            case NODE -> this::nodes;
        };
    }

    private static int[] one(int place) {
        return place < 0 ? new int[0] : new int[] {place};
    }

    private int[] nodes(int family) {
        Lists nodes = facts.nodes();
        int[] of = new int[nodes.length(family)];
        Arrays.setAll(of, i -> nodes.value(nodes.from(family) + i));
        return of;
    }
}
