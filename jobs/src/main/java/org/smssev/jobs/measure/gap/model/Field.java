package org.smssev.jobs.measure.gap.model;

import org.smssev.jobs.measure.Lists;

/**
 * The families of one subject under one filter: sums by country. Families are added in the order of their ids, so that
 * equal families give equal figures. A country without families is passed over: it adds nothing, and most subjects have
 * families of few.
 */
final class Field {
    private final Frame frame;
    private final int width;
    private final double[] sums;

    /** No family yet. */
    Field(Frame frame) {
        this(frame, new double[frame.size() * width(frame)]);
    }

    /** Families that are added up already: sums by the places of the countries. */
    Field(Frame frame, double[] sums) {
        this.frame = frame;
        this.width = width(frame);
        this.sums = sums;
    }

    /** Sums of a country. */
    static int width(Frame frame) {
        return Side.YEARS + frame.years;
    }

    /** Adds a family. */
    void add(Facts facts, int family) {
        Lists countries = facts.families.countries;
        int from = family * Side.AGES;
        for (int at = countries.from(family); at < countries.to(family); at++) {
            double part = facts.families.countryParts[at];
            int base = countries.value(at) * width;
            for (int i = 0; i < Side.AGES; i++) {
                sums[base + i] += part * facts.sums[from + i];
            }
            if (facts.ageStep[family] >= 0) {
                sums[base + Side.AGES + facts.ageStep[family]] += part;
            }
            if (facts.yearStep[family] >= 0) {
                sums[base + Side.YEARS + facts.yearStep[family]] += part;
            }
        }
    }

    /** Adds all families of another field. */
    void add(Field other) {
        for (int place = 0; place < frame.size(); place++) {
            if (other.of(place) > 0) {
                for (int i = place * width; i < (place + 1) * width; i++) {
                    sums[i] += other.sums[i];
                }
            }
        }
    }

    /** Families of the country at a place. */
    double of(int place) {
        return sums[place * width + Side.FAMILIES];
    }

    /** All families. */
    double total() {
        double total = 0;
        for (int place = 0; place < frame.size(); place++) {
            total += of(place);
        }
        return total;
    }

    /** All families; 0 where no country is known, as then no share means anything. */
    double knownTotal() {
        for (int place = 0; place < frame.size(); place++) {
            if (of(place) > 0 && frame.isKnown(place)) {
                return total();
            }
        }
        return 0;
    }

    /** All families as one side, those of unknown countries included. */
    Side all() {
        return side(frame.places);
    }

    /** The families of countries put together. */
    Side side(int... places) {
        double[] side = new double[width];
        for (int place : places) {
            if (of(place) > 0) {
                for (int i = 0; i < width; i++) {
                    side[i] += sums[place * width + i];
                }
            }
        }
        return new Side(frame.firstYear, side);
    }

    /** The families of the country measured, of a reference or a bloc. */
    Side side(String name) {
        if (name.equals(Frame.REST)) {
            return side(frame.others);
        }
        if (name.equals(Frame.BEST_OTHER)) {
            int best = bestOther();
            return best < 0 ? side() : side(best);
        }
        return side(frame.places(name));
    }

    /** Place of the other known country with most families (then least code), -1 where none has any. */
    int bestOther() {
        int best = -1;
        for (int place : frame.others) {
            if (of(place) > (best < 0 ? 0 : of(best))) {
                best = place;
            }
        }
        return best;
    }
}
