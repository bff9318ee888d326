package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.common.text.Tokenizer;

/**
 * The scopes of all technologies, arranged to find what a family shows of them in one pass over its codes and words. A
 * feature is an IPC prefix or a keyword; the words of a technology's name count as keywords, unless it is so long that it
 * is no name but the text of an entry, whose words would be everywhere.
 */
final class ScopeIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Most terms of a name whose words count as keywords. */
    private static final int MAX_NAME_TERMS = 12;

    private final Map<String, Integer> prefixes = new HashMap<>();
    private final Keywords keywords = new Keywords();
    private final List<int[]> technologiesOf = new ArrayList<>();
    private final boolean[] fromText;

    /** Of technologies; those that rules match have no feature. */
    ScopeIndex(List<Technology> all) {
        fromText = new boolean[all.size()];
        Map<String, TreeSet<Integer>> codes = new TreeMap<>();
        Map<String, TreeSet<Integer>> words = new TreeMap<>();
        for (int t = 0; t < all.size(); t++) {
            String method = all.get(t).scopeMethod();
            fromText[t] = method.equals("BM25") || method.equals("COSINE");
            if (method.equals("RULE")) {
                continue;
            }
            for (String prefix : all.get(t).ipcScope()) {
                codes.computeIfAbsent(prefix, k -> new TreeSet<>()).add(t);
            }
            for (String keyword : keywords(all.get(t))) {
                words.computeIfAbsent(keyword, k -> new TreeSet<>()).add(t);
            }
        }
        codes.forEach((prefix, of) -> prefixes.put(prefix, feature(of)));
        words.forEach((keyword, of) -> keywords.add(keyword, feature(of)));
    }

    private static Set<String> keywords(Technology technology) {
        TreeSet<String> keywords = new TreeSet<>();
        for (String keyword : technology.keywords()) {
            keywords.add(Keywords.canonical(keyword));
        }
        List<String> name = Tokenizer.tokens(technology.nameEn());
        keywords.addAll(name.size() > MAX_NAME_TERMS ? List.of() : name);
        keywords.remove("");
        return keywords;
    }

    private int feature(Set<Integer> of) {
        technologiesOf.add(of.stream().mapToInt(Integer::intValue).toArray());
        return technologiesOf.size() - 1;
    }

    /** For each technology, whether its prefixes were found by likeness of texts. */
    boolean[] fromText() {
        return fromText.clone();
    }

    /** Number of features. */
    int features() {
        return technologiesOf.size();
    }

    /** Number of IPC prefixes: features below it are prefixes, the others keywords. */
    int prefixes() {
        return prefixes.size();
    }

    /** The technologies that have a feature, by their place in the list, rising. */
    int[] technologiesOf(int feature) {
        return technologiesOf.get(feature);
    }

    /** For each main group (or coarser code) of a family, the prefixes that cover it. */
    int[][] codeHits(List<String> ipc) {
        Map<String, TreeSet<Integer>> byGroup = new TreeMap<>();
        for (String symbol : ipc) {
            String group = IpcSymbol.truncate(symbol, IpcSymbol.Level.MAIN_GROUP);
            TreeSet<Integer> hits = byGroup.computeIfAbsent(group == null ? symbol : group, k -> new TreeSet<>());
            for (IpcSymbol.Level level : IpcSymbol.Level.values()) {
                Integer feature = prefixes.get(IpcSymbol.truncate(symbol, level));
                if (feature != null) {
                    hits.add(feature);
                }
            }
        }
        return byGroup.values().stream()
                .map(hits -> hits.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The keywords that a family shows, each once. */
    int[] keywordHits(FamilyText text) {
        return keywords.find(text);
    }
}
