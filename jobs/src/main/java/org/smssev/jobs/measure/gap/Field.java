package org.smssev.jobs.measure.gap;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The families of one subject, by country and year, counted fractionally. Sums run in the order of country and year,
 * so that equal counts give equal figures.
 */
final class Field {
    /** The country of families whose country is not known: in all totals, never a rival. */
    static final String UNKNOWN = "UNKNOWN";

    private final NavigableMap<String, NavigableMap<Integer, Double>> byYear = new TreeMap<>();
    private final NavigableMap<String, Double> totals = new TreeMap<>();

    /** Adds families of a country; a null year counts in totals but in no time series. */
    void add(String country, Integer year, double families) {
        totals.merge(country, families, Double::sum);
        if (year != null) {
            byYear.computeIfAbsent(country, k -> new TreeMap<>()).merge(year, families, Double::sum);
        }
    }

    /** All families. */
    double total() {
        return sum(totals.values());
    }

    /** Families of a country, 0 where it has none. */
    double of(String country) {
        return totals.getOrDefault(country, 0.0);
    }

    /** The countries known, sorted. */
    Set<String> countries() {
        TreeMap<String, Double> known = new TreeMap<>(totals);
        known.remove(UNKNOWN);
        return known.keySet();
    }

    /** Families a year of a country. */
    NavigableMap<Integer, Double> years(String country) {
        return byYear.getOrDefault(country, new TreeMap<>());
    }

    /** The first year in which any country has families, null where no year is known. */
    Integer firstYear() {
        return byYear.values().stream()
                .map(NavigableMap::firstKey)
                .min(Integer::compare)
                .orElse(null);
    }

    /** The last year in which any country has families, null where no year is known. */
    Integer lastYear() {
        return byYear.values().stream()
                .map(NavigableMap::lastKey)
                .max(Integer::compare)
                .orElse(null);
    }

    /** The families of several countries put together, as one side of a comparison. */
    Side side(Collection<String> countries) {
        double families = 0;
        NavigableMap<Integer, Double> years = new TreeMap<>();
        for (String country : countries) {
            families += of(country);
            for (Map.Entry<Integer, Double> year : years(country).entrySet()) {
                years.merge(year.getKey(), year.getValue(), Double::sum);
            }
        }
        return new Side(families, years);
    }

    /** One side of a comparison: its families, and those a year. */
    record Side(double families, NavigableMap<Integer, Double> years) {
        /** Families of the years from {@code from} to {@code to}, both included. */
        double between(int from, int to) {
            return from > to ? 0 : sum(years.subMap(from, true, to, true).values());
        }
    }

    private static double sum(Collection<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
