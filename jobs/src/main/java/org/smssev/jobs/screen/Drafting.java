package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.LabelTerm;
import org.smssev.common.tables.ClusterTables.Weighted;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables.Technology;

/**
 * Drafts the candidates: one for each technology, with the clusters joined to it, and one for each other cluster. Key
 * nodes of the network are attached to every candidate whose scope covers them.
 */
final class Drafting {
    /** Cluster that holds the families without usable text and codes; it is no candidate. */
    static final int NO_CLUSTER = -1;

    private static final int NAME_TERMS = 3;
    private static final int ID_TERMS = 2;
    private static final int SCOPE_CODES = 5;
    private static final String CHINESE = "zh";
    /** Share of the clusters above which a term that labels them names none. */
    private static final double GENERAL_SHARE = 0.1;

    private static final int SHORT = 3;

    private final List<IpcNode> keyNodes;
    private final Map<Integer, Merging.Joined> joined;
    private Set<String> general = Set.of();

    Drafting(List<IpcNode> nodes, Map<Integer, Merging.Joined> joined) {
        this.keyNodes = nodes.stream().filter(IpcNode::isKeyNode).toList();
        this.joined = joined;
    }

    /** The drafts: technologies in their order, then clusters in theirs. */
    List<Draft> drafts(List<Technology> technologies, List<Cluster> clusters) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        general = general(clusters);
        for (Technology technology : technologies) {
            ids.add(technology.technologyId());
            drafts.add(ofTechnology(technology));
        }
        for (Cluster cluster : clusters) {
            if (cluster.clusterId() != NO_CLUSTER && !joined.containsKey(cluster.clusterId())) {
                drafts.add(ofCluster(cluster, ids));
            }
        }
        return drafts;
    }

    private Draft ofTechnology(Technology technology) {
        String id = technology.technologyId();
        List<CandidateMember> members = new ArrayList<>();
        members.add(new CandidateMember(id, "TECHNOLOGY", id, 1.0));
        List<Merging.Joined> own = joined.values().stream()
                .filter(j -> j.technologyId().equals(id))
                .sorted(Comparator.comparingDouble(Merging.Joined::overlap)
                        .reversed()
                        .thenComparing(Merging.Joined::clusterId))
                .toList();
        own.forEach(j -> members.add(new CandidateMember(id, "CLUSTER", String.valueOf(j.clusterId()), j.overlap())));
        Double network = attachNodes(id, technology.ipcScope(), members);
        return new Draft(
                id,
                id,
                own.isEmpty() ? null : own.get(0).clusterId(),
                technology.nameEn(),
                technology.nameZh(),
                technology.domain(),
                technology.ipcScope(),
                technology.keywords(),
                technology.alreadyControlled(),
                members,
                network);
    }

    private Draft ofCluster(Cluster cluster, Set<String> ids) {
        List<String> terms = cluster.terms().stream().map(LabelTerm::name).toList();
        List<String> chinese = terms(cluster, language -> language.equals(CHINESE));
        List<String> others = terms(cluster, language -> !language.equals(CHINESE));
        List<String> naming = naming(others.isEmpty() ? chinese : others);
        String id = newId(cluster, naming, ids);
        List<String> scope = cluster.ipc().stream()
                .map(Weighted::name)
                .limit(SCOPE_CODES)
                .sorted()
                .toList();
        List<CandidateMember> members = new ArrayList<>();
        members.add(new CandidateMember(id, "CLUSTER", String.valueOf(cluster.clusterId()), 1.0));
        Double network = attachNodes(id, scope, members);
        String name = terms.isEmpty() ? "Cluster " + cluster.clusterId() : name(naming);
        String nameZh = chinese.isEmpty() ? null : name(naming(chinese));
        return new Draft(id, null, cluster.clusterId(), name, nameZh, null, scope, terms, false, members, network);
    }

    private static String name(List<String> naming) {
        return String.join(", ", naming.subList(0, Math.min(NAME_TERMS, naming.size())));
    }

    private static List<String> terms(Cluster cluster, Predicate<String> language) {
        return cluster.terms().stream()
                .filter(term -> language.test(term.language()))
                .map(LabelTerm::name)
                .toList();
    }

    /** Terms that label so many clusters that they tell none from another, such as "method". */
    private static Set<String> general(List<Cluster> clusters) {
        Map<String, Integer> uses = new HashMap<>();
        clusters.forEach(c ->
                c.terms().stream().map(t -> stem(t.name())).distinct().forEach(t -> uses.merge(t, 1, Integer::sum)));
        double most = Math.max(2, GENERAL_SHARE * clusters.size());
        return uses.entrySet().stream()
                .filter(e -> e.getValue() > most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The label terms in the order in which they name: the telling ones first, one of singular and plural. */
    private List<String> naming(List<String> terms) {
        List<String> naming = new ArrayList<>();
        Set<String> stems = new HashSet<>();
        for (boolean telling : new boolean[] {true, false}) {
            for (String term : terms) {
                if (general.contains(stem(term)) != telling && stems.add(stem(term))) {
                    naming.add(term);
                }
            }
        }
        return naming;
    }

    private static String stem(String term) {
        return term.length() > SHORT && term.endsWith("s") ? term.substring(0, term.length() - 1) : term;
    }

    /** {@code cluster-} and the first two label terms, with the cluster's number where these are taken or none. */
    private static String newId(Cluster cluster, List<String> terms, Set<String> ids) {
        String slug = slug(String.join(" ", terms.subList(0, Math.min(ID_TERMS, terms.size()))));
        String id = "cluster-" + (slug.isEmpty() ? String.valueOf(cluster.clusterId()) : slug);
        if (!ids.add(id)) {
            id = id + "-" + cluster.clusterId();
            ids.add(id);
        }
        return id;
    }

    /** Letters of any script and digits, in lower case, with hyphens between. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private Double attachNodes(String id, List<String> scope, List<CandidateMember> members) {
        Double network = null;
        Set<String> attached = new HashSet<>();
        for (IpcNode node : keyNodes) {
            boolean covered = scope.stream().anyMatch(prefix -> IpcSymbol.inScope(node.ipc(), prefix));
            if (covered) {
                if (attached.add(node.ipc())) {
                    members.add(new CandidateMember(id, "NODE", node.ipc(), null));
                }
                double closeness = Objects.requireNonNullElse(node.topsis(), 0.0);
                network = network == null ? closeness : Double.valueOf(Math.max(network, closeness));
            }
        }
        return network;
    }
}
