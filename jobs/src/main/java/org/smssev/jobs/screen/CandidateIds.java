package org.smssev.jobs.screen;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.tables.ScreenTables.CandidateMember;

/**
 * Ids of candidates, kept for life. A technology has its own id and a code one that is made of it. A cluster has the id
 * that it had in the earlier release, where it was a candidate too, as clusters keep their numbers. The numbers of
 * communities do not last, so a community has the id of the earlier one whose key nodes it shares most, by Jaccard from a
 * half on.
 */
final class CandidateIds {
    private static final double SAME_COMMUNITY = 0.5;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> clusters = new HashMap<>();
    /** Key nodes of the communities that were candidates. */
    private final Map<String, Set<String>> communities = new TreeMap<>();

    /**
     * Starts with the ids that are given away.
     *
     * @param technologies ids of all technologies
     * @param earlier members of the candidates of the earlier release; empty without one
     */
    CandidateIds(Collection<String> technologies, List<CandidateMember> earlier) {
        taken.addAll(technologies);
        Map<String, Map<String, Set<String>>> members = new TreeMap<>();
        for (CandidateMember member : earlier) {
            members.computeIfAbsent(member.candidateId(), k -> new HashMap<>())
                    .computeIfAbsent(member.memberKind(), k -> new TreeSet<>())
                    .add(member.memberId());
        }
        members.forEach((id, kinds) -> {
            taken.add(id);
            if (kinds.containsKey(Source.TECHNOLOGY.name())) {
                return;
            }
            Set<String> numbers = kinds.get(Source.CLUSTER.name());
            if (numbers != null) {
                numbers.forEach(number -> clusters.putIfAbsent(number, id));
            } else if (kinds.containsKey(Source.COMMUNITY.name())) {
                communities.put(id, kinds.getOrDefault(Source.NODE.name(), Set.of()));
            }
        });
    }

    /** The id of a cluster; a new one is of its first terms, and of its number where these are taken or none. */
    String ofCluster(int cluster, String slug) {
        String number = String.valueOf(cluster);
        String known = clusters.get(number);
        return known != null ? known : fresh("cluster-" + (slug.isEmpty() ? number : slug), number);
    }

    /** The id of a community with these key nodes; a new one is of its strongest code. */
    String ofCommunity(Set<String> keyNodes, String strongest) {
        String best = null;
        double most = 0;
        for (Map.Entry<String, Set<String>> earlier : communities.entrySet()) {
            Set<String> common = new HashSet<>(earlier.getValue());
            common.retainAll(keyNodes);
            int all = earlier.getValue().size() + keyNodes.size() - common.size();
            double jaccard = all == 0 ? 0 : (double) common.size() / all;
            if (jaccard >= SAME_COMMUNITY && jaccard > most) {
                best = earlier.getKey();
                most = jaccard;
            }
        }
        if (best == null) {
            return fresh("community-" + Naming.slug(strongest), "");
        }
        communities.remove(best);
        return best;
    }

    /** The id of a code. */
    String ofNode(String ipc) {
        String id = "node-" + Naming.slug(ipc);
        taken.add(id);
        return id;
    }

    private String fresh(String wanted, String suffix) {
        String id = wanted;
        if (taken.contains(id) && !suffix.isEmpty()) {
            id = wanted + "-" + suffix;
        }
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + (suffix.isEmpty() ? "" : "-" + suffix) + "-" + n;
        }
        return id;
    }
}
