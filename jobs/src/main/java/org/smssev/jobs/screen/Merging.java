package org.smssev.jobs.screen;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.config.ScreenConfig.Overlap;

/**
 * Decides which guests (clusters, communities, codes) are the same thing as a host (technologies, candidates), by the
 * overlap of their families: {@code |A and B| / min(|A|, |B|)}, or Jaccard's {@code |A and B| / |A or B|}. First pairs
 * are made one to one, greatest overlap first; a guest that is left over joins the host that it overlaps most. Pairs
 * below the least overlap are not joined, nor those in which the host covers too little of the guest, {@code |A and B| /
 * |B|}: a host of few families would else become the guest, under its own name.
 */
final class Merging {
    private Merging() {}

    /** Families that a host and a guest share. */
    record Common(String host, String guest, long families) {}

    /** A guest joined to a host. */
    record Joined(String host, String guest, double overlap) {}

    /**
     * The host of each guest that is joined.
     *
     * @param hosts families of each host
     * @param guests families of each guest
     * @param least least overlap
     * @param cover least share of a guest's families that its host holds
     */
    static NavigableMap<String, Joined> join(
            Map<String, Long> hosts,
            Map<String, Long> guests,
            Collection<Common> common,
            Overlap measure,
            double least,
            double cover) {
        Comparator<Joined> best = Comparator.comparingDouble((Joined j) -> -j.overlap())
                .thenComparing(Joined::host)
                .thenComparing(Joined::guest);
        List<Joined> pairs = common.stream()
                .filter(c -> c.families() > 0 && (double) c.families() / guests.get(c.guest()) >= cover)
                .map(c -> new Joined(
                        c.host(),
                        c.guest(),
                        overlap(c.families(), hosts.get(c.host()), guests.get(c.guest()), measure)))
                .filter(j -> j.overlap() >= least)
                .sorted(best)
                .toList();
        NavigableMap<String, Joined> joined = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Joined pair : pairs) {
            if (!joined.containsKey(pair.guest()) && !taken.contains(pair.host())) {
                joined.put(pair.guest(), pair);
                taken.add(pair.host());
            }
        }
        Map<String, Joined> rest = new HashMap<>();
        pairs.forEach(pair -> rest.putIfAbsent(pair.guest(), pair));
        rest.forEach(joined::putIfAbsent);
        return joined;
    }

    private static double overlap(long both, long host, long guest, Overlap measure) {
        return switch (measure) {
            case SMALLER -> (double) both / Math.min(host, guest);
            case JACCARD -> (double) both / (host + guest - both);
        };
    }
}
