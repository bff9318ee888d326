package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.text.Tokenizer;

/**
 * Keywords by number, found in one pass over the terms of a text. Those of several words match where the words follow one
 * another, Chinese ones wherever the text holds them.
 */
final class Keywords implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Integer> chinese = new TreeMap<>();

    /** A keyword of one word or more. */
    private record Phrase(int number, List<String> words) implements Serializable {}

    /** A keyword as it is looked for; empty where no term is left of it. */
    static String canonical(String keyword) {
        return FamilyText.isChinese(keyword) ? keyword : String.join(" ", Tokenizer.tokens(keyword));
    }

    /** Adds a keyword that is not there yet, as {@link #canonical} gives it. */
    void add(String canonical, int number) {
        if (FamilyText.isChinese(canonical)) {
            chinese.put(canonical, number);
        } else {
            List<String> words = List.of(canonical.split(" ", -1));
            phrases.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(new Phrase(number, words));
        }
    }

    /** The numbers of the keywords that a text holds, rising. */
    int[] find(FamilyText text) {
        TreeSet<Integer> hits = new TreeSet<>();
        if (!phrases.isEmpty()) {
            text.tokens().forEach(tokens -> phrases(tokens, hits));
        }
        if (!chinese.isEmpty()) {
            for (String part : text.chinese()) {
                chinese.forEach((keyword, number) -> {
                    if (part.contains(keyword)) {
                        hits.add(number);
                    }
                });
            }
        }
        return hits.stream().mapToInt(Integer::intValue).toArray();
    }

    private void phrases(List<String> tokens, TreeSet<Integer> hits) {
        for (int i = 0; i < tokens.size(); i++) {
            for (Phrase phrase : phrases.getOrDefault(tokens.get(i), List.of())) {
                int end = i + phrase.words().size();
                if (end <= tokens.size() && tokens.subList(i, end).equals(phrase.words())) {
                    hits.add(phrase.number());
                }
            }
        }
    }
}
