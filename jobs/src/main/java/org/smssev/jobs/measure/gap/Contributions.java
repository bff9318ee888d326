package org.smssev.jobs.measure.gap;

import org.smssev.jobs.measure.Lists;

/**
 * What the families of a subject add to its sums, one after another in memory: every draw adds them all, and looking each
 * family up among all others costs several times what adding it does. The order is that of the families.
 */
final class Contributions {
    private int size;
    private final int[] families;
    private final int[] places;
    private final int[] ageSteps;
    private final int[] yearSteps;
    private final double[] parts;
    private final double[] sums;

    /** Those of the subject's families that pass the international filter, or of those that do not. */
    Contributions(Subject subject, Facts facts, boolean international) {
        int most = 0;
        Lists countries = facts.families.countries;
        for (int i = 0; i < subject.size(); i++) {
            int family = subject.family(i);
            most += facts.families.international[family] == international
                    ? countries.to(family) - countries.from(family)
                    : 0;
        }
        families = new int[most];
        places = new int[most];
        ageSteps = new int[most];
        yearSteps = new int[most];
        parts = new double[most];
        sums = new double[most * Side.AGES];
        for (int i = 0; i < subject.size(); i++) {
            int family = subject.family(i);
            if (facts.families.international[family] == international) {
                add(facts, family);
            }
        }
    }

    private void add(Facts facts, int family) {
        Lists countries = facts.families.countries;
        for (int at = countries.from(family); at < countries.to(family); at++) {
            families[size] = family;
            places[size] = countries.value(at);
            ageSteps[size] = facts.ageStep[family];
            yearSteps[size] = facts.yearStep[family];
            parts[size] = facts.families.countryParts[at];
            for (int i = 0; i < Side.AGES; i++) {
                sums[size * Side.AGES + i] = parts[size] * facts.sums[family * Side.AGES + i];
            }
            size++;
        }
    }

    /**
     * Adds them, each family as often as it counts.
     *
     * @param times how often each of all families counts
     * @param to sums by place, each of a width
     */
    void addTo(double[] to, int width, byte[] times) {
        for (int c = 0; c < size; c++) {
            double weight = times[families[c]];
            if (weight == 0) {
                continue;
            }
            int base = places[c] * width;
            int from = c * Side.AGES;
            for (int i = 0; i < Side.AGES; i++) {
                to[base + i] += weight * sums[from + i];
            }
            if (ageSteps[c] >= 0) {
                to[base + Side.AGES + ageSteps[c]] += weight * parts[c];
            }
            if (yearSteps[c] >= 0) {
                to[base + Side.YEARS + yearSteps[c]] += weight * parts[c];
            }
        }
    }
}
