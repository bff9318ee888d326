package org.smssev.jobs.measure.citation;

import java.util.Arrays;
import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** Who cites whom, each pair once: between publications, and between families. Citations of one's own do not count. */
final class CitationGraph {
    private final int[] family;
    private final int[] applicant;
    private final boolean sameApplicantCounts;

    /** For each publication, the publications that it cites. */
    final Lists publications;

    /** For each family, the families that it cites. */
    final Lists families;

    /** Of these, those within a family. */
    long withinFamily;

    /** Of these, those between families of one applicant. */
    long sameApplicant;

    /** Of those that count, those that only repeat another under another kind of number. */
    final long repeated;

    CitationGraph(List<Links> links, Publications from, FamilyColumns families, Config.Citations.Self self) {
        this.family = from.family;
        this.applicant = families.applicant;
        this.sameApplicantCounts = self == Config.Citations.Self.FAMILY;
        int size = links.stream().mapToInt(part -> part.citing.size()).sum();
        long[] pairs = new long[size];
        long[] familyPairs = new long[size];
        int n = 0;
        for (Links part : links) {
            for (int i = 0; i < part.citing.size(); i++) {
                int citing = part.citing.get(i);
                int cited = part.cited.get(i);
                if (counts(citing, cited)) {
                    pairs[n] = pair(citing, cited);
                    familyPairs[n++] = pair(family[citing], family[cited]);
                }
            }
        }
        long[] distinct = distinct(pairs, n);
        repeated = (long) n - distinct.length;
        this.publications = Lists.ofPairs(from.size(), distinct);
        this.families = Lists.ofPairs(families.size(), distinct(familyPairs, n));
    }

    private boolean counts(int citing, int cited) {
        int a = family[citing];
        int b = family[cited];
        if (a == b) {
            withinFamily++;
            return false;
        }
        if (applicant[a] != FamilyColumns.NOBODY && applicant[a] == applicant[b]) {
            sameApplicant++;
            return sameApplicantCounts;
        }
        return true;
    }

    private static long pair(int citing, int cited) {
        return (long) citing << 32 | cited;
    }

    private static long[] distinct(long[] pairs, int n) {
        Arrays.parallelSort(pairs, 0, n);
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }
}
