package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.ClusterTables.ApplicantCount;

/** What is known of one cluster: its size, distances, years, applicants and the families nearest to its centre. */
final class ClusterFacts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Families named as central. */
    static final int CENTRAL = 5;
    /** Applicants named. */
    private static final int APPLICANTS = 5;

    private static final Comparator<Central> ORDER =
            Comparator.comparingDouble(Central::distance).thenComparing(Central::family);

    /** A family near the centre. */
    record Central(String family, double distance) implements Serializable {}

    long size;
    double distances;
    /** Sum of the silhouettes; NaN where there are none. */
    double silhouettes;
    /** The least family id; null in an empty cluster. */
    String least;

    final List<Central> central = new ArrayList<>();
    final YearCounts years = new YearCounts();
    private final Map<String, Integer> applicants = new HashMap<>();

    /** The facts of a block by cluster; the last entry is of the families without a cluster. */
    static ClusterFacts[] of(SparseBlock block, AssignedBlock assigned, int k) {
        ClusterFacts[] facts = new ClusterFacts[k + 1];
        for (int c = 0; c <= k; c++) {
            facts[c] = new ClusterFacts();
        }
        for (int row = 0; row < block.size(); row++) {
            int c = assigned.clusters[row];
            facts[c < 0 ? k : c].add(block.ids[row], block.years[row], block.applicants[row], assigned.distances[row]);
            facts[c < 0 ? k : c].silhouettes += assigned.silhouette(row);
        }
        return facts;
    }

    /** Adds the facts of the next block. */
    void add(ClusterFacts next) {
        size += next.size;
        distances += next.distances;
        silhouettes += next.silhouettes;
        least = lesser(least, next.least);
        years.add(next.years);
        next.applicants.forEach((name, count) -> applicants.merge(name, count, Integer::sum));
        next.central.forEach(this::offer);
    }

    /** The applicants with most families (ties: lesser name). */
    List<ApplicantCount> topApplicants() {
        return applicants.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(APPLICANTS)
                .map(entry -> new ApplicantCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(String family, int year, String applicant, double distance) {
        size++;
        least = lesser(least, family);
        if (year != 0) {
            years.add(year);
        }
        if (applicant != null) {
            applicants.merge(applicant, 1, Integer::sum);
        }
        if (!Double.isNaN(distance)) {
            distances += distance;
            if (central.size() < CENTRAL || distance <= central.get(CENTRAL - 1).distance()) {
                offer(new Central(family, distance));
            }
        }
    }

    private void offer(Central candidate) {
        central.add(candidate);
        central.sort(ORDER);
        if (central.size() > CENTRAL) {
            central.remove(CENTRAL);
        }
    }

    private static String lesser(String a, String b) {
        return a == null || (b != null && b.compareTo(a) < 0) ? b : a;
    }
}
