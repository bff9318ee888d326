package org.smssev.jobs.measure.gap.model;

import java.util.Arrays;
import org.smssev.jobs.measure.FamilyCitations;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/**
 * What is known of each family: its columns, and its figures in the citation network, as what it adds to the sums of a
 * {@link Side}. They are put together once, as every subject and every draw adds them.
 */
final class Facts {
    final FamilyColumns families;

    /** What a family adds to the sums up to {@link Side#AGES}; these follow one another by family. */
    final double[] sums;

    /** The step of its age among the ages, -1 where there is none. */
    final int[] ageStep;

    /** Its year from the first of the frame, -1 where unknown. */
    final int[] yearStep;

    /** The country of each applicant, by its place among the countries: where most of its families are. */
    final int[] applicantCountry;

    /**
     * Puts the facts together.
     *
     * @param citations columns in the order of {@link FamilyCitations}, NaN where there is nothing
     */
    Facts(FamilyColumns families, double[][] citations, Frame frame) {
        this.families = families;
        int n = families.size();
        sums = new double[n * Side.AGES];
        ageStep = new int[n];
        yearStep = new int[n];
        for (int f = 0; f < n; f++) {
            int year = families.year[f];
            yearStep[f] = year == FamilyColumns.NO_YEAR ? -1 : year - frame.firstYear;
            double age = citations[3][f];
            ageStep[f] = Double.isNaN(age) ? -1 : (int) Math.min(Side.AGE_STEPS - 1L, Math.round(2 * age));
            add(f, Side.FAMILIES, 1);
            add(f, Side.OFFICES, families.offices[f]);
            add(f, Side.INTERNATIONAL, families.offices[f] > 1 ? 1 : 0);
            // Nothing is known of the citations of a family without a row; one whose window is open is not comparable.
            if (citations[6][f] > 0 && !Double.isNaN(citations[0][f])) {
                add(f, Side.MEASURED, 1);
                add(f, Side.IMPACT, citations[0][f]);
                add(f, Side.TOP, citations[1][f]);
            }
            addMean(f, Side.GENERAL, Side.GENERALITY, citations[4][f]);
            addMean(f, Side.ORIGINAL, Side.ORIGINALITY, citations[5][f]);
            if (frame.isRecent(year)) {
                addMean(f, Side.RECENT, Side.LATEST, citations[2][f]);
            }
        }
        applicantCountry = applicantCountries(families);
    }

    private void addMean(int family, int count, int sum, double value) {
        if (!Double.isNaN(value)) {
            add(family, count, 1);
            add(family, sum, value);
        }
    }

    private void add(int family, int at, double value) {
        sums[family * Side.AGES + at] = value;
    }

    private static int[] applicantCountries(FamilyColumns families) {
        Lists own = Lists.ofGroups(families.applicantNames.length, families.applicant);
        double[] parts = new double[families.countryNames.length];
        int[] most = new int[families.applicantNames.length];
        for (int applicant = 0; applicant < most.length; applicant++) {
            Arrays.fill(parts, 0);
            for (int i = own.from(applicant); i < own.to(applicant); i++) {
                int family = own.value(i);
                for (int at = families.countries.from(family); at < families.countries.to(family); at++) {
                    parts[families.countries.value(at)] += families.countryParts[at];
                }
            }
            for (int c = 1; c < parts.length; c++) {
                most[applicant] = parts[c] > parts[most[applicant]] ? c : most[applicant];
            }
        }
        return most;
    }
}
