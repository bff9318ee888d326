package org.smssev.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sentences that are hard to read: long ones, and those with phrases to avoid. */
final class Prose {
    /** A sentence is long above this number of words. */
    private static final int LONG = 25;
    /** A sentence is too long above this number of words. */
    private static final int TOO_LONG = 35;
    /** The largest share of long sentences in a text. */
    private static final double SHARE = .04;
    /** Fewer words are no sentence. */
    private static final int SENTENCE = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\w\\p{L}'’.-]*");
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z(\"'])|(?<=:)\\s*$");
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(?:e\\.g|i\\.e|etc|vs|cf|No|Nos|Fig|approx|ca|resp|Std|Inc|Ltd|Co|S\\.A)\\.$");

    /** Phrases to avoid, and what to write instead. */
    private static final Map<Pattern, String> AVOID = new LinkedHashMap<>();

    static {
        avoid("\\bbut for\\b", "except");
        avoid("\\b(?:is|are|was|were|be) told\\b", "report, say");
        avoid("\\btells? (?:seconds|which|why|how far|what|where|of)\\b", "report, show");
        avoid("\\bit be\\b", "rewrite");
        avoid("\\bof whose\\b|\\bof which the\\b|\\bby which\\b|\\bin which each\\b", "split");
        avoid("\\b(?:is|are) said\\b", "rewrite");
        avoid("\\bno (?:known|other) (?:layout|form)\\b", "not recognised");
        avoid("\\bsays? of\\b", "describes");
        avoid("\\bthat there (?:is|are) (?:none|not)\\b", "missing");
        avoid("\\bwhatever\\b", "say what exactly");
        avoid("\\bsuch as it\\b", "rewrite");
        avoid("\\bso as to\\b", "to");
        avoid("\\b(?:thereof|thereby|wherein|whereof|hereby)\\b", "rewrite");
        avoid("\\bcannot but\\b", "must");
        avoid("\\bnone of it\\b", "rewrite");
        avoid("\\bis simply\\b|\\bjust\\b(?! the\\b)|\\bof course\\b|\\bobviously\\b", "delete");
    }

    private final List<String> problems = new ArrayList<>();
    private final List<String> longOnes = new ArrayList<>();
    private int sentences;

    private static void avoid(String phrase, String instead) {
        AVOID.put(Pattern.compile(phrase, Pattern.CASE_INSENSITIVE), instead);
    }

    /** Reads a passage, of which the place is named with each problem. */
    void read(String place, String passage) {
        for (String sentence : sentences(passage)) {
            int words = words(sentence);
            if (words < SENTENCE) {
                continue;
            }
            sentences++;
            if (words > TOO_LONG) {
                problems.add(place + ": " + words + " words: " + sentence);
            } else if (words > LONG) {
                longOnes.add(place + ": " + words + " words: " + sentence);
            }
            AVOID.forEach((phrase, instead) -> {
                Matcher found = phrase.matcher(sentence);
                if (found.find()) {
                    problems.add(place + ": '" + found.group() + "' (" + instead + "): " + sentence);
                }
            });
        }
    }

    /** Sentences that are too long or hold a phrase to avoid, and long ones where there are too many. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (longOnes.size() > SHARE * sentences) {
            all.addAll(longOnes);
        }
        return all;
    }

    int sentenceCount() {
        return sentences;
    }

    static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    private static List<String> sentences(String passage) {
        String plain = passage.replaceAll("!\\[[^\\]]*\\]\\([^)]*\\)", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("`[^`]*`", "CODE")
                .replaceAll("[*_]{1,2}(\\S.*?\\S|\\S)[*_]{1,2}", "$1");
        List<String> all = new ArrayList<>();
        String sentence = "";
        for (String part : END.split(plain)) {
            sentence = (sentence + " " + part).strip();
            if (!ABBREVIATION.matcher(sentence).find()) {
                all.add(sentence);
                sentence = "";
            }
        }
        all.add(sentence);
        return all;
    }
}
