package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.ScopeTables.Scope;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.OperatorSheets.Label;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;
import org.smssev.jobs.survey.Technologies.Drafted;

/**
 * Settles the IPC scope of each technology: by experts' rules, where there are any; else as given with list or technology;
 * else by likeness of texts.
 */
final class Scoping {
    private final List<Drafted> drafted;
    private final List<List<RuleLine>> rules = new ArrayList<>();
    private final List<List<TextIndex.Link>> links = new ArrayList<>();
    private final String textMethod;
    private final Set<String> judgedTechnologies = new HashSet<>();
    private final Map<String, List<String>> judgedCodes = new HashMap<>();

    /**
     * Of technologies.
     *
     * @param rulesOf rules by technology, as {@link #rulesOf} gives them
     * @param textMethod BM25 or COSINE
     * @param link finds the codes that are like a technology
     */
    Scoping(
            List<Drafted> drafted,
            Map<String, List<RuleLine>> rulesOf,
            String textMethod,
            Function<Drafted, List<TextIndex.Link>> link,
            List<Label> labels) {
        this.drafted = drafted;
        this.textMethod = textMethod;
        for (Drafted technology : drafted) {
            List<RuleLine> own = rulesOf.getOrDefault(technology.id(), List.of());
            rules.add(own);
            links.add(own.isEmpty() && technology.ipc().isEmpty() ? link.apply(technology) : List.of());
        }
        for (Label label : labels) {
            judgedTechnologies.add(label.technologyId());
            if (label.ipc() != null) {
                judgedCodes
                        .computeIfAbsent(label.technologyId(), k -> new ArrayList<>())
                        .add(label.ipc());
            }
        }
    }

    /**
     * The rules of each technology, those of its entries included.
     *
     * @param numbers for each list, the numbers of its entries
     * @param problems gets rules of unknown technologies and entries, and those of one technology and prefix
     */
    static Map<String, List<RuleLine>> rulesOf(
            List<RuleLine> lines, List<Drafted> drafted, Map<String, Set<String>> numbers, FileProblems problems) {
        Map<ItemRef, List<String>> standing = new HashMap<>();
        Map<String, List<RuleLine>> rules = new TreeMap<>();
        for (Drafted technology : drafted) {
            rules.put(technology.id(), new ArrayList<>());
            technology
                    .items()
                    .forEach(i ->
                            standing.computeIfAbsent(i, k -> new ArrayList<>()).add(technology.id()));
        }
        for (RuleLine line : lines) {
            ItemRef item = line.item();
            if (item != null && !numbers.getOrDefault(item.listId(), Set.of()).contains(item.itemNo())) {
                problems.add(
                        line.where(),
                        "is for the item " + item.itemNo() + " of list " + item.listId()
                                + ", which is in no list. Correct the row.");
            } else if (item == null && !rules.containsKey(line.technologyId())) {
                problems.add(
                        line.where(),
                        "is for the technology " + line.technologyId() + ", which does not exist. Correct the row.");
            }
            for (String id : item == null ? List.of(line.technologyId()) : standing.getOrDefault(item, List.of())) {
                List<RuleLine> own = rules.getOrDefault(id, new ArrayList<>());
                own.stream()
                        .filter(r -> r.ipc().equals(line.ipc()))
                        .findFirst()
                        .ifPresent(first -> problems.add(
                                line.where(),
                                "is for technology " + id + " and the prefix \"" + line.ipc() + "\", as is "
                                        + first.where() + ". Put them into one."));
                own.add(line);
            }
        }
        return rules;
    }

    /** The rules of each technology, in their order. */
    List<List<RuleLine>> rules() {
        return rules;
    }

    /** The technologies. */
    List<Technology> technologies(Set<String> controlled) {
        List<Technology> made = new ArrayList<>();
        for (int t = 0; t < drafted.size(); t++) {
            Drafted d = drafted.get(t);
            made.add(new Technology(
                    d.id(),
                    d.nameEn(),
                    d.nameZh(),
                    d.domain(),
                    prefixes(t),
                    d.keywords(),
                    controlled.contains(d.id()),
                    method(t),
                    status(judgedTechnologies.contains(d.id()))));
        }
        return made;
    }

    private String method(int t) {
        if (!rules.get(t).isEmpty()) {
            return "RULE";
        } else if (!drafted.get(t).ipc().isEmpty()) {
            return "LIST";
        }
        return links.get(t).isEmpty() ? "NONE" : textMethod;
    }

    private List<String> prefixes(int t) {
        TreeSet<String> prefixes = new TreeSet<>();
        if (!rules.get(t).isEmpty()) {
            rules.get(t).stream()
                    .filter(r -> r.confidence() > 0 && !r.ipc().isEmpty())
                    .forEach(r -> prefixes.add(r.ipc()));
        } else {
            prefixes.addAll(drafted.get(t).ipc());
            links.get(t).forEach(l -> prefixes.add(l.code()));
        }
        return List.copyOf(prefixes);
    }

    /** The prefixes of each technology with how they were found. */
    List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        for (int t = 0; t < drafted.size(); t++) {
            String id = drafted.get(t).id();
            for (RuleLine r : rules.get(t)) {
                List<String> excluded = new ArrayList<>(r.excludedKeywords());
                excluded.addAll(r.excludedIpc());
                scopes.add(new Scope(
                        id, r.ipc(), "RULE", r.confidence(), null, null, r.keywords(), excluded, judged(id, r.ipc())));
            }
            if (rules.get(t).isEmpty()) {
                for (String prefix : drafted.get(t).ipc()) {
                    scopes.add(new Scope(id, prefix, "LIST", 1, null, null, List.of(), List.of(), judged(id, prefix)));
                }
            }
            for (TextIndex.Link l : links.get(t)) {
                scopes.add(new Scope(
                        id,
                        l.code(),
                        textMethod,
                        l.score(),
                        l.rank(),
                        l.z(),
                        List.of(),
                        List.of(),
                        judged(id, l.code())));
            }
        }
        return scopes;
    }

    private String judged(String technology, String prefix) {
        return status(judgedCodes.getOrDefault(technology, List.of()).stream()
                .anyMatch(code -> IpcSymbol.inScope(code, prefix)));
    }

    private static String status(boolean judged) {
        return judged ? "VALIDATED" : "UNVALIDATED";
    }
}
