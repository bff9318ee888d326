package org.smssev.jobs.measure.citation;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.tables.CitationTables.CitationFlow;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** Which countries' families cite which countries'; a citation is split over the countries of both ends. */
final class CountryFlows {
    private CountryFlows() {}

    /** The flows, where there are any. */
    static List<CitationFlow> of(FamilyColumns families, Lists cited) {
        int n = families.countryNames.length;
        double[][] flow = new double[n][n];
        for (int v = 0; v < cited.size(); v++) {
            for (int at = cited.from(v); at < cited.to(v); at++) {
                add(families, v, cited.value(at), flow);
            }
        }
        double[] given = new double[n];
        double[] received = new double[n];
        double all = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                given[a] += flow[a][b];
                received[b] += flow[a][b];
                all += flow[a][b];
            }
        }
        List<CitationFlow> rows = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (flow[a][b] > 0) {
                    rows.add(new CitationFlow(
                            families.countryNames[a],
                            families.countryNames[b],
                            flow[a][b],
                            Math.min(1, flow[a][b] / given[a]),
                            flow[a][b] * all / (given[a] * received[b])));
                }
            }
        }
        return rows;
    }

    private static void add(FamilyColumns families, int citing, int cited, double[][] flow) {
        Lists countries = families.countries;
        for (int a = countries.from(citing); a < countries.to(citing); a++) {
            for (int b = countries.from(cited); b < countries.to(cited); b++) {
                flow[countries.value(a)][countries.value(b)] += families.countryParts[a] * families.countryParts[b];
            }
        }
    }
}
