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
        PRACTICE(5, 4, 3, "practice", "实践"),
        THEORY(3, 2, 1, "theory", "理论"),
        LITERATURE(1, 1, 1, "literature", "文献"),
        INTUITION(1, 1, 1, "intuition", "直觉");

        private final int large;
        private final int medium;
        private final int small;
        private final String english;
        private final String chinese;

        Basis(int large, int medium, int small, String english, String chinese) {
            this.large = large;
            this.medium = medium;
            this.small = small;
            this.english = english;
            this.chinese = chinese;
        }

        /** English and Chinese. */
        List<String> words() {
            return List.of(english, chinese);
        }

        private int tenths(Degree degree) {
            return switch (degree) {
                case LARGE -> large;
                case MEDIUM -> medium;
                case SMALL -> small;
            };
        }

        /** The basis that a cell names, alone or in both languages. */
        static Optional<Basis> of(String cell) {
            return Arrays.stream(values())
                    .filter(basis -> names(basis.words(), cell))
                    .findFirst();
        }
    }

    /** How large the part of a basis is. */
    enum Degree {
        LARGE("large", "大"),
        MEDIUM("medium", "中"),
        SMALL("small", "小");

        private final String english;
        private final String chinese;

        Degree(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** English and Chinese. */
        List<String> words() {
            return List.of(english, chinese);
        }

        /** The degree that a cell names. */
        static Optional<Degree> of(String cell) {
            return Arrays.stream(values())
                    .filter(degree -> names(degree.words(), cell))
                    .findFirst();
        }
    }

    private static boolean names(List<String> words, String cell) {
        String text = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return words.contains(text) || text.equals(String.join(" ", words));
    }

    /** Ca, .6 at least and 1 at most where all four are told; a basis that is not told adds nothing. */
    static double basis(Map<Basis, Degree> degrees) {
        // In whole tenths, as .5 + .3 + .1 + .1 is not 1 in floating point in every order.
        int tenths = degrees.entrySet().stream()
                .mapToInt(entry -> entry.getKey().tenths(entry.getValue()))
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
