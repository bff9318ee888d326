package org.smssev.jobs.measure.citation;

import java.util.Arrays;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** Figures that need the years between citing and cited. Citations of a younger patent, or without years, do not count. */
final class CitationAges {
    private final int[] year;

    CitationAges(int[] year) {
        this.year = year;
    }

    /** Years from cited to citing, negative where either year is unknown or the citing one is older. */
    private int age(int citing, int cited) {
        return year[citing] == FamilyColumns.NO_YEAR || year[cited] == FamilyColumns.NO_YEAR
                ? -1
                : year[citing] - year[cited];
    }

    /** How many cite each in the {@code window} years after its own, its own year included. */
    int[] citedWithin(Lists citedBy, int window) {
        int[] counts = new int[citedBy.size()];
        for (int v = 0; v < counts.length; v++) {
            for (int at = citedBy.from(v); at < citedBy.to(v); at++) {
                int age = age(citedBy.value(at), v);
                counts[v] += age >= 0 && age <= window ? 1 : 0;
            }
        }
        return counts;
    }

    /** How many of one year cite each, where it is of the {@code window} years before. */
    int[] citedIn(Lists citedBy, int citingYear, int window) {
        int[] counts = new int[citedBy.size()];
        for (int v = 0; v < counts.length; v++) {
            if (year[v] < citingYear && year[v] >= citingYear - window) {
                for (int at = citedBy.from(v); at < citedBy.to(v); at++) {
                    counts[v] += year[citedBy.value(at)] == citingYear ? 1 : 0;
                }
            }
        }
        return counts;
    }

    /** Median age in years of what each cites, the technology cycle time of one patent; NaN where nothing counts. */
    double[] medianOfCited(Lists cited) {
        double[] median = new double[cited.size()];
        int[] ages = new int[16];
        for (int v = 0; v < median.length; v++) {
            int n = 0;
            for (int at = cited.from(v); at < cited.to(v); at++) {
                int age = age(v, cited.value(at));
                if (age >= 0) {
                    ages = n == ages.length ? Arrays.copyOf(ages, 2 * n) : ages;
                    ages[n++] = age;
                }
            }
            Arrays.sort(ages, 0, n);
            median[v] = n == 0 ? Double.NaN : (ages[(n - 1) / 2] + ages[n / 2]) / 2.0;
        }
        return median;
    }

    /** Citations of a patent that is younger than the one that cites it. */
    long backwards(Lists cited) {
        long n = 0;
        for (int v = 0; v < cited.size(); v++) {
            for (int at = cited.from(v); at < cited.to(v); at++) {
                int other = cited.value(at);
                boolean known = year[v] != FamilyColumns.NO_YEAR && year[other] != FamilyColumns.NO_YEAR;
                n += known && year[v] < year[other] ? 1 : 0;
            }
        }
        return n;
    }
}
