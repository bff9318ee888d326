package org.smssev.jobs.measure.gap.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How few applicants a field is in the hands of, by whole counts of the families whose applicant is known.
 *
 * <p>The monopoly risk follows ASPI's Critical Technology Tracker: HIGH if at least 8 of the 10 strongest organisations sit
 * in the leading country and its share is at least 3 times the second's, MEDIUM at 5 of 10 and 2 times, else LOW.
 */
final class Concentration {
    static final double LOW = 1;
    static final double MEDIUM = 2;
    static final double HIGH = 3;

    private static final int STRONGEST = 10;
    private static final int FIRST = 4;

    private final Map<Integer, Integer> counts = new TreeMap<>();
    private int families;

    /** Counts a family. */
    void add(int applicant) {
        if (applicant >= 0) {
            counts.merge(applicant, 1, Integer::sum);
            families++;
        }
    }

    /** Families whose applicant is known. */
    int families() {
        return families;
    }

    /** Herfindahl-Hirschman index, the sum of squared shares: 0 to 1; undefined without families. */
    Figure hhi() {
        if (families == 0) {
            return Figure.none(Figure.UNDEFINED);
        }
        double squares = 0;
        for (int count : counts.values()) {
            squares += (double) count * count;
        }
        return Figure.of(squares / ((double) families * families));
    }

    /** The index without the bias of few families, {@code (N HHI - 1) / (N - 1)}; undefined below two (Hall 2005). */
    Figure adjustedHhi() {
        return families < 2
                ? Figure.none(Figure.UNDEFINED)
                : Figure.of((families * hhi().value() - 1) / (families - 1));
    }

    /** Share of the four strongest applicants. */
    Figure firstFour() {
        if (families == 0) {
            return Figure.none(Figure.UNDEFINED);
        }
        int sum = Arrays.stream(strongest()).limit(FIRST).map(counts::get).sum();
        return Figure.of((double) sum / families);
    }

    private int[] strongest() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /**
     * The risk that one country holds a monopoly.
     *
     * @param country leading country, null without families
     * @param second second country, null where there is none
     * @param risk {@link #LOW}, {@link #MEDIUM} or {@link #HIGH}; undefined with fewer than ten organisations
     */
    record Monopoly(String country, String second, Figure risk) {}

    /**
     * The monopoly risk.
     *
     * @param homes place of the country of each applicant
     */
    Monopoly monopoly(Field field, Frame frame, int[] homes) {
        Map<Integer, Double> known = new LinkedHashMap<>();
        for (int place = 0; place < frame.size(); place++) {
            if (frame.isKnown(place) && field.of(place) > 0) {
                known.put(place, field.of(place));
            }
        }
        int[] order = known.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        String leader = order.length == 0 ? null : frame.country(order[0]);
        String second = order.length < 2 ? null : frame.country(order[1]);
        if (leader == null || counts.size() < STRONGEST) {
            return new Monopoly(leader, second, Figure.none(Figure.UNDEFINED));
        }
        long atHome = Arrays.stream(strongest())
                .limit(STRONGEST)
                .filter(applicant -> homes[applicant] == order[0])
                .count();
        double ratio = second == null ? Double.POSITIVE_INFINITY : field.of(order[0]) / field.of(order[1]);
        return new Monopoly(leader, second, Figure.of(risk(atHome, ratio)));
    }

    /** The risk by the strongest organisations in the leading country, and its share over the second's. */
    static double risk(long atHome, double ratio) {
        if (atHome >= 8 && ratio >= 3) {
            return HIGH;
        }
        return atHome >= 5 && ratio >= 2 ? MEDIUM : LOW;
    }
}
