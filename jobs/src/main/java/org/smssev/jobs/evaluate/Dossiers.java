package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Puts together what experts are shown of each technology, from the tables of the last published run. */
final class Dossiers {
    private static final int MOST_YEARS = 20;
    private static final int MOST_CODES = 4;
    private static final int MOST_ITEMS = 8;

    private final Tables tables;
    private final Questionnaire asked;
    private final Map<String, Set<String>> items;
    private final Map<String, List<String>> patents = new HashMap<>();
    private final Map<String, IpcNode> nodes = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, List<Comment>> comments = new HashMap<>();

    /**
     * What dossiers are made of.
     *
     * @param years families by candidate and year
     * @param lastYear the youngest year that is shown, as younger ones are incomplete
     */
    record Tables(
            List<Supplemented> candidates,
            List<CandidateMember> members,
            List<TechnologyItem> items,
            List<IpcNode> nodes,
            List<Evidence> evidence,
            List<Comment> comments,
            Map<String, TreeMap<Integer, Integer>> years,
            int lastYear) {}

    private Dossiers(Tables tables, Questionnaire asked) {
        this.tables = tables;
        this.asked = asked;
        items = Items.withLists(tables.members(), tables.items());
        List<Evidence> publications = new ArrayList<>(tables.evidence().stream()
                .filter(row -> row.kind().equals("PUBLICATION"))
                .toList());
        publications.sort(Comparator.comparingDouble((Evidence row) -> row.value() == null ? 0 : -row.value())
                .thenComparing(Evidence::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparing(Evidence::ref));
        for (Evidence row : publications) {
            patents.computeIfAbsent(row.technologyId(), id -> new ArrayList<>())
                    .add(row.ref() + (row.text() == null ? "" : " " + row.text()));
        }
        tables.nodes().forEach(node -> nodes.put(node.ipc(), node));
        for (CandidateMember member : tables.members()) {
            if (member.memberKind().equals("NODE")) {
                codes.computeIfAbsent(member.candidateId(), id -> new ArrayList<>())
                        .add(member.memberId());
            }
        }
        for (Comment comment : tables.comments()) {
            comments.computeIfAbsent(comment.technologyId(), id -> new ArrayList<>())
                    .add(comment);
        }
    }

    /**
     * The dossiers, by domain, then name.
     *
     * @param tables the network's nodes are those of its main level, over all years
     */
    static List<Dossier> of(Tables tables, Questionnaire asked) {
        Dossiers dossiers = new Dossiers(tables, asked);
        List<Dossier> all = new ArrayList<>();
        tables.candidates().forEach(candidate -> all.add(dossiers.of(candidate)));
        all.sort((a, b) -> {
            int byDomain = text(a.domain()).compareTo(text(b.domain()));
            int byName = byDomain != 0 ? byDomain : a.nameEn().compareTo(b.nameEn());
            return byName != 0 ? byName : a.technologyId().compareTo(b.technologyId());
        });
        return all;
    }

    private Dossier of(Supplemented candidate) {
        String id = candidate.candidateId();
        TreeMap<Integer, Integer> years = tables.years().getOrDefault(id, new TreeMap<>());
        int first =
                years.isEmpty() ? tables.lastYear() : Math.max(years.firstKey(), tables.lastYear() - MOST_YEARS + 1);
        List<Integer> trend = new ArrayList<>();
        for (int year = first; !years.isEmpty() && year <= tables.lastYear(); year++) {
            trend.add(years.getOrDefault(year, 0));
        }
        return new Dossier(
                id,
                candidate.nameEn(),
                candidate.nameZh(),
                candidate.domain(),
                candidate.provenance(),
                candidate.families(),
                trend,
                first,
                candidate.state(),
                network(candidate),
                items.getOrDefault(id, Set.of()).stream().limit(MOST_ITEMS).toList(),
                patents.getOrDefault(id, List.of()),
                candidate.support(),
                opinions(comments.getOrDefault(id, List.of())));
    }

    /** Codes merged into the candidate or in its scope, key nodes first, then by strength. */
    private List<String> network(Supplemented candidate) {
        Map<String, IpcNode> own = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>(codes.getOrDefault(candidate.candidateId(), List.of()));
        wanted.addAll(candidate.ipcScope());
        wanted.stream().filter(nodes::containsKey).forEach(code -> own.put(code, nodes.get(code)));
        List<IpcNode> sorted = new ArrayList<>(own.values());
        sorted.sort((a, b) -> {
            int byKey = Boolean.compare(b.isKeyNode(), a.isKeyNode());
            int byStrength = byKey != 0 ? byKey : Double.compare(b.strength(), a.strength());
            return byStrength != 0 ? byStrength : a.ipc().compareTo(b.ipc());
        });
        return sorted.stream()
                .limit(MOST_CODES)
                .map(node -> node.ipc() + " ("
                        + asked.said(ScoreBook.words(SheetTexts.ROLES, node.quadrant()))
                                .replace("\n", " ")
                        + (node.isKeyNode()
                                ? ", " + asked.said(SheetTexts.KEY_NODE).replace("\n", " ")
                                : "") + ")")
                .toList();
    }

    private static Dossier.Opinions opinions(List<Comment> comments) {
        List<String> parameters = comments.stream()
                .filter(comment -> comment.parameter() != null)
                .map(comment ->
                        comment.parameter() + (comment.commenter() == null ? "" : " (" + comment.commenter() + ")"))
                .toList();
        List<String> positions = comments.stream()
                .map(comment -> comment.position() == null ? "NEUTRAL" : comment.position())
                .toList();
        return new Dossier.Opinions(
                Collections.frequency(positions, "SUPPORT"),
                Collections.frequency(positions, "OPPOSE"),
                Collections.frequency(positions, "NEUTRAL"),
                parameters);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
