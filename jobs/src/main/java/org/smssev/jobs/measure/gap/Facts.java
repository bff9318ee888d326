package org.smssev.jobs.measure.gap;

import org.smssev.jobs.measure.FamilyColumns;

/** What is known of each family: its columns, and its figures in the citation network, NaN where there is none. */
final class Facts {
    final FamilyColumns families;

    /** Impact, and part among the most cited, of families whose citation window is complete. */
    final double[] impact;

    final double[] top;

    /** Families of the last complete year that cite it. */
    final double[] latest;

    /** Median age of what it cites, years. */
    final double[] cycleTime;

    final double[] generality;
    final double[] originality;

    /** The country of each applicant, by its place among the countries: where most of its families are. */
    final int[] applicantCountry;

    /**
     * Puts the facts together.
     *
     * @param citations columns in the order of {@link #CITATION_COLUMNS}
     */
    Facts(FamilyColumns families, double[][] citations) {
        this.families = families;
        impact = citations[0];
        top = citations[1];
        latest = citations[2];
        cycleTime = citations[3];
        generality = citations[4];
        originality = citations[5];
        for (int f = 0; f < families.size(); f++) {
            // Nothing is known of the citations of a family without a row; one whose window is open is not comparable.
            if (!(citations[6][f] > 0)) {
                impact[f] = Double.NaN;
                top[f] = Double.NaN;
            }
        }
        applicantCountry = applicantCountries(families);
    }

    /** Columns of measure.family_citations that are used. */
    static final String[] CITATION_COLUMNS = {
        "family_id", "impact", "top10", "cited_by_latest", "cycle_time", "generality", "originality", "window_complete"
    };

    private static int[] applicantCountries(FamilyColumns families) {
        int n = families.applicantNames.length;
        int countries = families.countryNames.length;
        double[] parts = new double[n * countries];
        for (int f = 0; f < families.size(); f++) {
            int applicant = families.applicant[f];
            for (int at = families.countries.from(f); at < families.countries.to(f) && applicant >= 0; at++) {
                parts[applicant * countries + families.countries.value(at)] += families.countryParts[at];
            }
        }
        int[] most = new int[n];
        for (int a = 0; a < n; a++) {
            for (int c = 1; c < countries; c++) {
                most[a] = parts[a * countries + c] > parts[a * countries + most[a]] ? c : most[a];
            }
        }
        return most;
    }
}
