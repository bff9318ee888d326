package org.smssev.jobs.measure.gap;

import java.util.Arrays;
import org.smssev.jobs.measure.FamilyColumns;

/**
 * The families of one subject under one filter: sums by country. Families are added in the order of their ids, so that
 * equal families give equal figures.
 */
final class Field {
    private final Frame frame;
    private final int width;
    private final double[] sums;

    Field(Frame frame) {
        this.frame = frame;
        this.width = Side.YEARS + frame.years;
        this.sums = new double[frame.size() * width];
    }

    /** Adds a family, {@code times} over. */
    void add(Facts facts, int family, double times) {
        FamilyColumns families = facts.families;
        for (int at = families.countries.from(family); at < families.countries.to(family); at++) {
            add(facts, family, times * families.countryParts[at], families.countries.value(at) * width);
        }
    }

    private void add(Facts facts, int family, double part, int base) {
        FamilyColumns families = facts.families;
        sums[base + Side.FAMILIES] += part;
        sums[base + Side.OFFICES] += part * families.offices[family];
        sums[base + Side.INTERNATIONAL] += families.offices[family] > 1 ? part : 0;
        if (!Double.isNaN(facts.impact[family])) {
            sums[base + Side.MEASURED] += part;
            sums[base + Side.IMPACT] += part * facts.impact[family];
            sums[base + Side.TOP] += part * facts.top[family];
        }
        if (!Double.isNaN(facts.generality[family])) {
            sums[base + Side.GENERAL] += part;
            sums[base + Side.GENERALITY] += part * facts.generality[family];
        }
        if (!Double.isNaN(facts.originality[family])) {
            sums[base + Side.ORIGINAL] += part;
            sums[base + Side.ORIGINALITY] += part * facts.originality[family];
        }
        if (!Double.isNaN(facts.cycleTime[family])) {
            int step = (int) Math.min(Side.AGE_STEPS - 1L, Math.round(2 * facts.cycleTime[family]));
            sums[base + Side.AGES + step] += part;
        }
        int year = families.year[family];
        if (year != FamilyColumns.NO_YEAR) {
            sums[base + Side.YEARS + year - frame.firstYear] += part;
            boolean recent = frame.windows != null
                    && year < frame.windows.to()
                    && year >= frame.windows.to() - frame.citationWindow;
            if (recent && !Double.isNaN(facts.latest[family])) {
                sums[base + Side.RECENT] += part;
                sums[base + Side.LATEST] += part * facts.latest[family];
            }
        }
    }

    /** Adds all families of another field. */
    void add(Field other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    /** Takes all families out. */
    void clear() {
        Arrays.fill(sums, 0);
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
        int[] places = new int[frame.size()];
        Arrays.setAll(places, i -> i);
        return side(places);
    }

    /** The families of countries put together. */
    Side side(int... places) {
        double[] side = new double[width];
        for (int place : places) {
            for (int i = 0; i < width; i++) {
                side[i] += sums[place * width + i];
            }
        }
        return new Side(frame.firstYear, side);
    }

    /** The families of the country measured, of a reference or a bloc. */
    Side side(String name) {
        if (name.equals(Frame.REST)) {
            return side(others());
        }
        if (name.equals(Frame.BEST_OTHER)) {
            int best = bestOther();
            return best < 0 ? side() : side(best);
        }
        return side(frame.places(name));
    }

    private int[] others() {
        int[] focal = frame.places(frame.focal);
        return java.util.stream.IntStream.range(0, frame.size())
                .filter(place -> frame.isKnown(place) && (focal.length == 0 || focal[0] != place))
                .toArray();
    }

    /** Place of the other known country with most families (then least code), -1 where none has any. */
    int bestOther() {
        int best = -1;
        for (int place : others()) {
            if (of(place) > (best < 0 ? 0 : of(best))) {
                best = place;
            }
        }
        return best;
    }
}
