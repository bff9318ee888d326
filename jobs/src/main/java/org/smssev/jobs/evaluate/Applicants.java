package org.smssev.jobs.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.common.tables.SupplementTables.NominatedFamily;
import org.smssev.jobs.ingest.name.ApplicantNames;

/** Experts whose organisation, as first applicant, holds patent families of a technology. */
final class Applicants {
    private Applicants() {}

    /**
     * Experts by candidate.
     *
     * @param fewest families from which an organisation counts
     */
    static Map<String, Set<String>> of(StageContext context, Map<String, Roster.Person> roster, int fewest) {
        Map<String, Set<String>> experts = expertsOf(roster);
        Map<String, Set<String>> byCandidate = new TreeMap<>();
        if (fewest == 0 || experts.isEmpty()) {
            return byCandidate;
        }
        Object[] names = experts.keySet().toArray();
        for (Row row : context.dataset(CandidateFamily.class)
                .unionByName(context.dataset(NominatedFamily.class))
                .join(
                        context.dataset(Family.class)
                                .where(col("applicant").isin(names))
                                .select("family_id", "applicant"),
                        "family_id")
                .groupBy("candidate_id", "applicant")
                .agg(count(lit(1)).as("n"))
                .where(col("n").geq(fewest))
                .select("candidate_id", "applicant")
                .collectAsList()) {
            byCandidate.computeIfAbsent(row.getString(0), id -> new TreeSet<>()).addAll(experts.get(row.getString(1)));
        }
        return byCandidate;
    }

    /** Experts by the name under which the applicants' names stand. */
    private static Map<String, Set<String>> expertsOf(Map<String, Roster.Person> roster) {
        ApplicantNames names = new ApplicantNames();
        Map<String, Set<String>> experts = new TreeMap<>();
        for (Roster.Person person : roster.values()) {
            String name = person.organisation() == null ? "" : names.harmonise(person.organisation());
            if (!name.isEmpty()) {
                experts.computeIfAbsent(name, key -> new TreeSet<>()).add(person.expertId());
            }
        }
        return experts;
    }
}
