package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.SurveyTables.Technology;

/**
 * What candidates are made of; the place of each in its list is its number.
 *
 * @param clusters without the one of families that lack usable text and codes
 * @param communities of two codes or more; a community of one code is that code
 * @param keyNodes key nodes of the network
 */
record Sources(List<Technology> technologies, List<Cluster> clusters, List<Codes> communities, List<IpcNode> keyNodes) {
    /** Cluster that holds the families without usable text and codes; it is no candidate. */
    static final int NO_CLUSTER = -1;

    /** A community with its codes, the one with the greatest strength first. */
    record Codes(int community, List<String> codes) {}

    /** Puts the sources together from whole tables; nodes are those of the network in use. */
    static Sources of(List<Technology> technologies, List<Cluster> clusters, List<IpcNode> nodes) {
        Map<Integer, List<IpcNode>> byCommunity = new TreeMap<>();
        nodes.forEach(node -> byCommunity
                .computeIfAbsent(node.community(), k -> new ArrayList<>())
                .add(node));
        List<Codes> communities = new ArrayList<>();
        byCommunity.forEach((community, members) -> {
            if (members.size() > 1) {
                members.sort(Comparator.comparingDouble((IpcNode node) -> -node.strength())
                        .thenComparing(IpcNode::ipc));
                communities.add(
                        new Codes(community, members.stream().map(IpcNode::ipc).toList()));
            }
        });
        return new Sources(
                technologies,
                clusters.stream().filter(c -> c.clusterId() != NO_CLUSTER).toList(),
                communities,
                nodes.stream().filter(IpcNode::isKeyNode).toList());
    }

    /** The id of one of a kind. */
    String id(Source source, int place) {
        return switch (source) {
            case TECHNOLOGY -> technologies.get(place).technologyId();
            case CLUSTER -> String.valueOf(clusters.get(place).clusterId());
            case COMMUNITY -> String.valueOf(communities.get(place).community());
            case NODE -> keyNodes.get(place).ipc();
        };
    }

    /** How many there are of a kind. */
    int size(Source source) {
        return switch (source) {
            case TECHNOLOGY -> technologies.size();
            case CLUSTER -> clusters.size();
            case COMMUNITY -> communities.size();
            case NODE -> keyNodes.size();
        };
    }

    /** The ids of all of each kind. */
    Map<Source, List<String>> ids() {
        Map<Source, List<String>> ids = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            ids.put(
                    source,
                    IntStream.range(0, size(source))
                            .mapToObj(place -> id(source, place))
                            .toList());
        }
        return ids;
    }
}
