package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.Weighted;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.common.text.Languages;

/**
 * Drafts the candidates: names, definitions, scopes and members. Key nodes are attached to every candidate whose scope
 * covers them.
 */
final class Drafting {
    private static final int ID_TERMS = 2;
    private static final int SCOPE_CODES = 5;
    private static final int COMMUNITY_CODES = 10;

    private final Sources sources;
    private final CandidateIds ids;
    private final Map<String, Definition> definitions;
    private final Map<String, String> titles;
    private final Naming naming;

    /**
     * Drafts.
     *
     * @param definitions by technology; one that is absent is defined by its name
     * @param titles of IPC codes, as far as they are known
     */
    Drafting(Sources sources, CandidateIds ids, Map<String, Definition> definitions, Map<String, String> titles) {
        this.sources = sources;
        this.ids = ids;
        this.definitions = definitions;
        this.titles = titles;
        this.naming = new Naming(sources.clusters());
    }

    /** The drafts of entries, in their order. */
    List<Draft> drafts(List<Entry> entries) {
        return entries.stream().map(this::draft).toList();
    }

    private Draft draft(Entry entry) {
        return switch (entry.source) {
            case TECHNOLOGY -> ofTechnology(sources.technologies().get(entry.place), entry);
            case CLUSTER -> ofCluster(sources.clusters().get(entry.place), entry);
            case COMMUNITY -> ofCommunity(sources.communities().get(entry.place), entry);
            case NODE -> ofNode(sources.keyNodes().get(entry.place), entry);
        };
    }

    private Draft ofTechnology(Technology technology, Entry entry) {
        String id = technology.technologyId();
        Definition definition = definitions.getOrDefault(id, new Definition(null, null));
        return draft(
                entry,
                id,
                technology.nameEn(),
                technology.nameZh(),
                Objects.requireNonNullElse(definition.en(), technology.nameEn()),
                definition.zh() == null ? technology.nameZh() : definition.zh(),
                technology.domain(),
                technology.ipcScope(),
                technology.keywords(),
                technology.alreadyControlled());
    }

    private Draft ofCluster(Cluster cluster, Entry entry) {
        List<String> terms = naming.terms(cluster);
        List<String> chinese = naming.chineseTerms(cluster);
        List<String> scope = cluster.ipc().stream()
                .map(Weighted::name)
                .limit(SCOPE_CODES)
                .sorted()
                .toList();
        String slug = Naming.slug(String.join(" ", terms.subList(0, Math.min(ID_TERMS, terms.size()))));
        String codes = scope.isEmpty() ? "" : ", typically in IPC " + String.join(", ", scope);
        return draft(
                entry,
                ids.ofCluster(cluster.clusterId(), slug),
                terms.isEmpty() ? "Cluster " + cluster.clusterId() : Naming.name(terms, ", "),
                chinese.isEmpty() ? null : Naming.name(chinese, ", "),
                terms.isEmpty()
                        ? "Patent families of like texts" + codes
                        : "Patent families that share the terms " + String.join(", ", terms) + codes,
                chinese.isEmpty() ? null : "共有下列术语的专利族：" + String.join("、", chinese),
                null,
                scope,
                cluster.terms().stream().map(t -> t.name()).toList(),
                false);
    }

    private Draft ofCommunity(Sources.Codes community, Entry entry) {
        List<String> codes = community.codes();
        List<String> strongest = codes.subList(0, Math.min(COMMUNITY_CODES, codes.size()));
        // A community may hold hundreds of codes; its scope names the strongest, its members all key nodes.
        Set<String> keyNodes = new TreeSet<>();
        sources.keyNodes().stream().map(IpcNode::ipc).filter(codes::contains).forEach(keyNodes::add);
        return draft(
                entry,
                ids.ofCommunity(keyNodes, codes.get(0)),
                "IPC community " + Naming.name(strongest, ", "),
                "IPC 群组 " + Naming.name(strongest, "、"),
                "Patent families in IPC codes that occur together, the strongest " + String.join(", ", strongest),
                "以共现 IPC 分类号为主的专利族，核心分类号：" + String.join("、", strongest),
                null,
                strongest.stream().sorted().toList(),
                List.of(),
                false);
    }

    private Draft ofNode(IpcNode node, Entry entry) {
        String code = "IPC " + node.ipc();
        String title = Naming.shortened(titles.get(node.ipc()));
        boolean isChinese = title != null && title.chars().anyMatch(c -> Languages.isHan((char) c));
        return draft(
                entry,
                ids.ofNode(node.ipc()),
                title == null || isChinese ? code : title + " (" + code + ")",
                isChinese ? title + "（" + code + "）" : code,
                "Patent families with the IPC code " + node.ipc() + ", a key node of the co-occurrence network",
                "含 IPC 分类号 " + node.ipc() + "（共现网络关键节点）的专利族",
                null,
                List.of(node.ipc()),
                List.of(),
                false);
    }

    private Draft draft(
            Entry entry,
            String id,
            String nameEn,
            String nameZh,
            String definitionEn,
            String definitionZh,
            String domain,
            List<String> scope,
            List<String> keywords,
            boolean controlled) {
        String sourceId = sources.id(entry.source, entry.place);
        Map<String, CandidateMember> nodes = new HashMap<>();
        List<CandidateMember> members = new ArrayList<>();
        members.add(new CandidateMember(id, entry.source.name(), sourceId, 1.0));
        for (Entry.Guest guest : entry.guests()) {
            String guestId = sources.id(guest.source(), guest.place());
            members.add(new CandidateMember(id, guest.source().name(), guestId, guest.overlap()));
        }
        members.stream()
                .filter(member -> member.memberKind().equals(Source.NODE.name()))
                .forEach(member -> nodes.put(member.memberId(), member));
        Double network = null;
        Set<IpcNode> covered = new LinkedHashSet<>();
        for (IpcNode node : sources.keyNodes()) {
            boolean isOwn = entry.source == Source.COMMUNITY
                    && sources.communities().get(entry.place).codes().contains(node.ipc());
            if (isOwn
                    || nodes.containsKey(node.ipc())
                    || scope.stream().anyMatch(prefix -> IpcSymbol.inScope(node.ipc(), prefix))) {
                covered.add(node);
            }
        }
        for (IpcNode node : covered) {
            if (!nodes.containsKey(node.ipc())) {
                members.add(new CandidateMember(id, Source.NODE.name(), node.ipc(), null));
            }
            double closeness = Objects.requireNonNullElse(node.topsis(), 0.0);
            network = network == null ? closeness : Double.valueOf(Math.max(network, closeness));
        }
        return new Draft(
                id,
                entry.source,
                sourceId,
                nameEn,
                nameZh,
                definitionEn,
                definitionZh,
                domain,
                scope,
                keywords,
                controlled,
                members,
                network);
    }
}
