package org.smssev.jobs.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Authority of an expert, Cr = (Ca + Cs)/2, as Chinese Delphi studies have it. Ca sums what the bases of judgement stand
 * for: practice .5, .4 or .3, theory .3, .2 or .1, literature and intuition .1 each, by how large their part is. Cs is
 * familiarity, from 1 (very) down to .2.
 */
final class Authority {
    private Authority() {}

    /** What a judgement rests on. */
    enum Basis {
        PRACTICE(new double[] {.5, .4, .3}, "practice", "实践"),
        THEORY(new double[] {.3, .2, .1}, "theory", "理论"),
        LITERATURE(new double[] {.1, .1, .1}, "literature", "文献"),
        INTUITION(new double[] {.1, .1, .1}, "intuition", "直觉");

        private final double[] points;
        private final List<String> words;

        Basis(double[] points, String english, String chinese) {
            this.points = points;
            words = List.of(english, chinese);
        }

        /** English and Chinese. */
        List<String> words() {
            return words;
        }

        /** The basis that a cell names, alone or in both languages. */
        static Optional<Basis> of(String cell) {
            String text = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(basis -> basis.words.contains(text)
                            || text.replaceAll("\\s+", " ").equals(String.join(" ", basis.words)))
                    .findFirst();
        }
    }

    /** How large the part of a basis is. */
    enum Degree {
        LARGE("large", "大"),
        MEDIUM("medium", "中"),
        SMALL("small", "小");

        private final List<String> words;

        Degree(String english, String chinese) {
            words = List.of(english, chinese);
        }

        /** English and Chinese. */
        List<String> words() {
            return words;
        }

        /** The degree that a cell names. */
        static Optional<Degree> of(String cell) {
            String text = cell.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            return Arrays.stream(values())
                    .filter(degree -> degree.words.contains(text) || text.equals(String.join(" ", degree.words)))
                    .findFirst();
        }
    }

    /** Ca, .6 at least and 1 at most where all four are told; a basis that is not told adds nothing. */
    static double basis(Map<Basis, Degree> degrees) {
        // In whole tenths, as .5 + .3 + .1 + .1 is not 1 in floating point in every order.
        long tenths = degrees.entrySet().stream()
                .mapToLong(entry ->
                        Math.round(10 * entry.getKey().points[entry.getValue().ordinal()]))
                .sum();
        return tenths / 10.0;
    }

    /** Ca of one word: that basis large, the others small. */
    static double basis(Basis main) {
        Map<Basis, Degree> degrees = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            degrees.put(basis, basis == main ? Degree.LARGE : Degree.SMALL);
        }
        return basis(degrees);
    }

    /** Cr of Ca and Cs. */
    static double authority(double basis, double familiarity) {
        return (basis + familiarity) / 2;
    }
}
