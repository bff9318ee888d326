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
 * feature is an IPC prefix or a keyword; the words of a technology's name count as keywords. Keywords of several words
 * match where the words follow one another, Chinese ones wherever the text holds them.
 */
final class ScopeIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, Integer> prefixes = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Integer> chinese = new TreeMap<>();
    private final List<int[]> technologiesOf = new ArrayList<>();
    private final int technologies;

    /** A keyword of one word or more. */
    private record Phrase(int feature, List<String> words) implements Serializable {}

    ScopeIndex(List<Technology> all) {
        technologies = all.size();
        Map<String, TreeSet<Integer>> codes = new TreeMap<>();
        Map<String, TreeSet<Integer>> words = new TreeMap<>();
        for (int t = 0; t < all.size(); t++) {
            for (String prefix : all.get(t).ipcScope()) {
                codes.computeIfAbsent(prefix, k -> new TreeSet<>()).add(t);
            }
            for (String keyword : keywords(all.get(t))) {
                words.computeIfAbsent(keyword, k -> new TreeSet<>()).add(t);
            }
        }
        codes.forEach((prefix, of) -> prefixes.put(prefix, feature(of)));
        words.forEach(this::addKeyword);
    }

    private static Set<String> keywords(Technology technology) {
        TreeSet<String> keywords = new TreeSet<>();
        for (String keyword : technology.keywords()) {
            keywords.add(isChinese(keyword) ? keyword : String.join(" ", Tokenizer.tokens(keyword)));
        }
        for (String word : Tokenizer.tokens(technology.nameEn())) {
            keywords.add(word);
        }
        keywords.remove("");
        return keywords;
    }

    private void addKeyword(String keyword, Set<Integer> of) {
        int feature = feature(of);
        if (isChinese(keyword)) {
            chinese.put(keyword, feature);
        } else {
            List<String> words = List.of(keyword.split(" ", -1));
            phrases.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(new Phrase(feature, words));
        }
    }

    private int feature(Set<Integer> of) {
        technologiesOf.add(of.stream().mapToInt(Integer::intValue).toArray());
        return technologiesOf.size() - 1;
    }

    /** Number of technologies. */
    int technologies() {
        return technologies;
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

    /** What a family shows. */
    Hits find(String title, String abstractText, List<String> ipc) {
        return new Hits(codeHits(ipc), keywordHits(title, abstractText));
    }

    private int[][] codeHits(List<String> ipc) {
        Map<String, TreeSet<Integer>> byGroup = new TreeMap<>();
        for (String symbol : ipc) {
            TreeSet<Integer> hits = byGroup.computeIfAbsent(
                    IpcSymbol.truncate(symbol, IpcSymbol.Level.MAIN_GROUP), k -> new TreeSet<>());
            for (IpcSymbol.Level level : IpcSymbol.Level.values()) {
                Integer feature = prefixes.get(IpcSymbol.truncate(symbol, level));
                if (feature != null) {
                    hits.add(feature);
                }
            }
        }
        return byGroup.values().stream().map(ScopeIndex::array).toArray(int[][]::new);
    }

    private int[] keywordHits(String title, String abstractText) {
        TreeSet<Integer> hits = new TreeSet<>();
        for (String text : new String[] {title, abstractText}) {
            if (text == null) {
                continue;
            }
            List<String> tokens = Tokenizer.tokens(text);
            for (int i = 0; i < tokens.size(); i++) {
                for (Phrase phrase : phrases.getOrDefault(tokens.get(i), List.of())) {
                    int end = i + phrase.words().size();
                    if (end <= tokens.size() && tokens.subList(i, end).equals(phrase.words())) {
                        hits.add(phrase.feature());
                    }
                }
            }
            if (!chinese.isEmpty() && isChinese(text)) {
                chinese.forEach((keyword, feature) -> {
                    if (text.contains(keyword)) {
                        hits.add(feature);
                    }
                });
            }
        }
        return array(hits);
    }

    private static int[] array(Set<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
