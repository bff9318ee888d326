package org.smssev.jobs.measure.gap;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts families by subject, country and year in one pass over the families. Fractions are summed as whole numbers of
 * 2^-32 families, so that the figures do not depend on the order in which partitions arrive.
 */
final class FamilyCounts {
    private static final double UNIT = 1L << 32;
    private static final String KEY_KIND = "kind";
    private static final String KEY_ID = "id";
    private static final String UNITS = "units";

    private final SortedMap<String, Subject> subjects = new TreeMap<>();
    private final Subject world = Subject.empty(Subject.WORLD, "");

    private FamilyCounts() {}

    /**
     * Counts.
     *
     * @param nodes how many main groups are taken, those with most families (then least code)
     */
    static FamilyCounts count(
            Dataset<Row> families, Dataset<Row> matches, Dataset<Row> members, String focal, int nodes) {
        Dataset<Row> technology = matches.filter(col("is_primary")).select(col("family_id"), col("technology_id"));
        Dataset<Row> cluster = members.select(col("family_id"), col("cluster_id"));
        Dataset<Row> cells = families.select("family_id", "priority_year", "is_international", "countries", "ipc")
                .join(technology, new String[] {"family_id"}, "left")
                .join(cluster, new String[] {"family_id"}, "left")
                .withColumn("subject", explode(subjects()))
                .withColumn("share", explode(col("countries")))
                .select(
                        col("subject.kind").as(KEY_KIND),
                        col("subject.id").as(KEY_ID),
                        country(focal).as("country"),
                        col("priority_year").as("year"),
                        col("is_international").as("international"),
                        round(col("share.weight").multiply(UNIT)).cast("long").as(UNITS))
                .groupBy(KEY_KIND, KEY_ID, "country", "year", "international")
                .agg(sum(UNITS).as(UNITS))
                .persist();
        FamilyCounts counts = new FamilyCounts();
        Column isNode = col(KEY_KIND).equalTo(Subject.NODE);
        Object[] top = cells
                .filter(isNode)
                .groupBy(KEY_ID)
                .agg(sum(UNITS).as(UNITS))
                .orderBy(col(UNITS).desc(), col(KEY_ID))
                .limit(nodes)
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toArray();
        counts.add(
                cells.filter(col(KEY_KIND).notEqual(Subject.NODE).or(col(KEY_ID).isin(top)))
                        .orderBy(KEY_KIND, KEY_ID, "country", "year", "international")
                        .collectAsList());
        cells.unpersist();
        return counts;
    }

    private static Column subjects() {
        Column groups =
                array_distinct(expr("transform(filter(ipc, c -> instr(c, ' ') > 0), c -> substring_index(c, '/', 1))"));
        Column known = array(
                subject(Subject.WORLD, lit("")),
                subject(Subject.TECHNOLOGY, col("technology_id")),
                subject(Subject.CLUSTER, col("cluster_id").cast("string")));
        Column nodes = org.apache.spark.sql.functions.transform(groups, c -> subject(Subject.NODE, c));
        return org.apache.spark.sql.functions.filter(
                concat(known, nodes), s -> s.getField(KEY_ID).isNotNull());
    }

    private static Column subject(String kind, Column id) {
        return struct(lit(kind).as(KEY_KIND), id.as(KEY_ID));
    }

    /** Nodes need the focal country and the others together only, which keeps their count small. */
    private static Column country(String focal) {
        Column own = col("share.country");
        return when(
                        col("subject.kind").notEqual(Subject.NODE).or(own.isin(focal, Field.UNKNOWN)),
                        coalesce(own, lit(Field.UNKNOWN)))
                .otherwise(lit(GapCalculator.REST));
    }

    private void add(List<Row> cells) {
        for (Row cell : cells) {
            Subject subject = cell.getString(0).equals(Subject.WORLD)
                    ? world
                    : subjects.computeIfAbsent(
                            cell.getString(0) + " " + cell.getString(1),
                            k -> Subject.empty(cell.getString(0), cell.getString(1)));
            Integer year = cell.isNullAt(3) ? null : cell.getInt(3);
            double families = cell.getLong(5) / UNIT;
            subject.all().add(cell.getString(2), year, families);
            if (cell.getBoolean(4)) {
                subject.international().add(cell.getString(2), year, families);
            }
        }
    }

    /** The subjects sorted by kind and id: all technologies and clusters, also empty ones, and the nodes taken. */
    Collection<Subject> subjects(Collection<String> technologies, Collection<String> clusters) {
        technologies.forEach(id -> addMissing(Subject.TECHNOLOGY, id));
        clusters.forEach(id -> addMissing(Subject.CLUSTER, id));
        return new ArrayList<>(subjects.values());
    }

    private void addMissing(String kind, String id) {
        subjects.computeIfAbsent(kind + " " + id, k -> Subject.empty(kind, id));
    }

    /** All families, once each. */
    Subject world() {
        return world;
    }
}
