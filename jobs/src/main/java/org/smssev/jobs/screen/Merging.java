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

/**
 * Decides which clusters and technologies are the same candidate, by the overlap of their families, {@code |A and B| /
 * min(|A|, |B|)}. First pairs are made one to one, greatest overlap first; a cluster that is left over joins the
 * technology that it overlaps most. Pairs below the least overlap are not joined.
 */
final class Merging {
    private Merging() {}

    /** Families that a technology and a cluster share. */
    record Common(String technologyId, int clusterId, long families) {}

    /** A cluster joined to a technology. */
    record Joined(String technologyId, int clusterId, double overlap) {}

    /**
     * The technology of each cluster that is joined.
     *
     * @param technologies families of each technology
     * @param clusters families of each cluster
     */
    static NavigableMap<Integer, Joined> join(
            Map<String, Long> technologies, Map<Integer, Long> clusters, Collection<Common> common, double least) {
        Comparator<Joined> best = Comparator.comparingDouble((Joined j) -> -j.overlap())
                .thenComparing(Joined::technologyId)
                .thenComparing(Joined::clusterId);
        List<Joined> pairs = common.stream()
                .filter(c -> c.families() > 0)
                .map(c -> new Joined(
                        c.technologyId(),
                        c.clusterId(),
                        (double) c.families()
                                / Math.min(technologies.get(c.technologyId()), clusters.get(c.clusterId()))))
                .filter(j -> j.overlap() >= least)
                .sorted(best)
                .toList();
        NavigableMap<Integer, Joined> joined = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (Joined pair : pairs) {
            if (!joined.containsKey(pair.clusterId()) && !taken.contains(pair.technologyId())) {
                joined.put(pair.clusterId(), pair);
                taken.add(pair.technologyId());
            }
        }
        Map<Integer, Joined> rest = new HashMap<>();
        pairs.forEach(pair -> rest.putIfAbsent(pair.clusterId(), pair));
        rest.forEach(joined::putIfAbsent);
        return joined;
    }
}
