package org.smssev.jobs.ingest.family;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.jobs.ingest.rows.Broadcasts;

/** Families of an earlier release that were derived, and stay as they are where an increment names one of the same application. */
final class TornFamilies {
    /** What the name of a family that was derived starts with, as it is the number of a publication. */
    private static final String DERIVED = "[A-Z]{2}-";

    private static final Pattern IS_DERIVED = Pattern.compile(DERIVED + ".*");

    private TornFamilies() {}

    /** Whether the name of a family tells that it was derived, and that no source gave it. */
    static boolean isDerived(String family) {
        return IS_DERIVED.matcher(family).matches();
    }

    /**
     * Names of such families.
     *
     * @param keys applications of the records that name families
     * @param given publications of these records, which leave the family that they were of
     */
    static List<String> of(Set<String> keys, Set<String> given, Dataset<Row> earlier) {
        if (given.isEmpty()) {
            return List.of();
        }
        // Told by its bounds, a file whose families are all named is not read.
        Dataset<Row> derived = earlier.filter(
                        "family_id >= 'A' AND family_id < '[' AND family_id RLIKE '^" + DERIVED + "' AND NOT withdrawn")
                .select(
                        functions.col("family_id"),
                        functions.col("publication_number"),
                        functions.explode(functions.col("applications")).as("link"));
        Column number = functions.col("publication_number");
        Column key = functions.col("x_key");
        Dataset<Row> leaving = Broadcasts.ofFew(earlier.sparkSession(), List.copyOf(given));
        // A record that names no application leaves by those that are known of its publication.
        Set<String> links = new TreeSet<>(keys);
        derived.join(leaving, number.equalTo(key), "left_semi")
                .select("link")
                .distinct()
                .collectAsList()
                .forEach(r -> links.add(r.getString(0)));
        return derived
                .join(
                        Broadcasts.ofFew(earlier.sparkSession(), List.copyOf(links)),
                        functions.col("link").equalTo(key),
                        "left_semi")
                .join(leaving, number.equalTo(key), "left_anti")
                .select("family_id")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toList();
    }
}
