package org.smssev.jobs.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.Patent;

/** Runs {@link Families} over patents that stand together by family. */
final class FamilyStep {
    private static final Column NO_LIST = functions.array().cast(DataTypes.createArrayType(DataTypes.StringType));
    private static final StructType SHARE =
            new StructType().add("country", DataTypes.StringType).add("weight", DataTypes.DoubleType);
    private static final StructType SCHEMA = new StructType()
            .add("family_id", DataTypes.StringType)
            .add("priority_year", DataTypes.IntegerType)
            .add("year_from_filing", DataTypes.BooleanType)
            .add("offices", DataTypes.createArrayType(DataTypes.StringType))
            .add("is_international", DataTypes.BooleanType)
            .add("countries", DataTypes.createArrayType(SHARE))
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType))
            .add("n_publications", DataTypes.IntegerType)
            .add("representative", DataTypes.StringType)
            .add("applicant", DataTypes.StringType)
            .add("title", DataTypes.StringType)
            .add("abstract_text", DataTypes.StringType);

    private static final int FAMILY_ID = PatentRows.SCHEMA.fieldIndex("family_id");

    private FamilyStep() {}

    /**
     * The families of patents. Most have one publication in many data: those are made where they stand, and only the others
     * are moved.
     *
     * @param patents the table of patents
     * @param several as {@link #several}, persisted
     */
    static Dataset<Row> families(Dataset<Row> patents, Dataset<Row> several, Families.Rules rules, int partitions) {
        long n = several.count();
        if (!Broadcasts.fits(n)) {
            return families(patents, rules, partitions);
        }
        Dataset<Row> keys = functions.broadcast(several);
        Column same = patents.col("family_id").equalTo(keys.col("x_key"));
        Dataset<Row> alone =
                members(patents.join(keys, same, "left_anti")).mapPartitions(new Fold(rules), Encoders.row(SCHEMA));
        return alone.union(families(patents.join(keys, same, "left_semi"), rules, partitions));
    }

    /** The families of patents, all of which are moved. */
    static Dataset<Row> families(Dataset<Row> patents, Families.Rules rules, int partitions) {
        return members(patents)
                .repartition(partitions, functions.col("family_id"))
                .sortWithinPartitions("family_id", "publication_number")
                .mapPartitions(new Fold(rules), Encoders.row(SCHEMA));
    }

    /** Families of several publications, as {@code x_key}, each once. */
    static Dataset<Row> several(Dataset<Row> patents) {
        return patents.filter("NOT withdrawn")
                .groupBy("family_id")
                .count()
                .filter("count > 1")
                .select(functions.col("family_id").as("x_key"));
    }

    /** Publications that count for a family, with what it is made of. */
    private static Dataset<Row> members(Dataset<Row> patents) {
        return patents.filter("NOT withdrawn")
                .select(PatentRows.fromTable())
                .withColumn("cited", NO_LIST)
                .withColumn("applications", NO_LIST)
                .withColumn("sources", NO_LIST);
    }

    /**
     * Families that a release touches, as {@code x_key}, each once: those of the publications that it gives, and those that
     * publications which it replaces or withdraws were of.
     *
     * @param replaced publications of the earlier release that are replaced or withdrawn, as they were
     */
    static Dataset<Row> touched(Dataset<Row> patents, Dataset<Row> replaced, String release) {
        Dataset<Row> given = patents.filter(functions.col("last_release").equalTo(release))
                .select(functions.col("family_id").as("x_key"));
        Dataset<Row> left = replaced.select(functions.col("family_id").as("x_key"));
        return given.union(left).distinct();
    }

    private record Fold(Families.Rules rules) implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups(rows, FAMILY_ID, this::family);
        }

        private Iterator<Row> family(List<Row> members) {
            List<Patent> patents = members.stream().map(PatentRows::patent).toList();
            return Families.of(patents, rules)
                    .map(f -> Collections.singletonList(row(f)).iterator())
                    .orElse(Collections.emptyIterator());
        }

        private static Row row(Family f) {
            return RowFactory.create(
                    f.familyId(),
                    f.priorityYear(),
                    f.yearFromFiling(),
                    f.offices().toArray(),
                    f.isInternational(),
                    f.countries().stream()
                            .map(c -> RowFactory.create(c.country(), c.weight()))
                            .toArray(),
                    f.ipc().toArray(),
                    f.nPublications(),
                    f.representative(),
                    f.applicant(),
                    f.title(),
                    f.abstractText());
        }
    }
}
