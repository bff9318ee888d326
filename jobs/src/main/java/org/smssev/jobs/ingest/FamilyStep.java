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
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.ingest.Families.Member;

/** Runs {@link Families} over patents that stand together by family. */
final class FamilyStep {
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

    private static final int FAMILY_ID = 3;

    private FamilyStep() {}

    /**
     * The families of patents. Most have one publication in many data: those are made where they stand, and only the others
     * are moved.
     *
     * @param patents publications, with the columns of the table
     * @param several families of which several publications may be; each family of several is one of them
     */
    static Dataset<Row> families(Dataset<Row> patents, DigestedKeys several, Families.Rules rules, int partitions) {
        Dataset<Row> alone = members(patents.filter(functions.not(several.has("family_id"))), rules)
                .mapPartitions(new Fold(rules), Encoders.row(SCHEMA));
        return several.size() == 0
                ? alone
                : alone.union(families(patents.filter(several.has("family_id")), rules, partitions));
    }

    /** The families of patents, all of which are moved. */
    static Dataset<Row> families(Dataset<Row> patents, Families.Rules rules, int partitions) {
        return members(patents, rules)
                .repartition(partitions, functions.col("family_id"))
                .sortWithinPartitions("family_id", "publication_number")
                .mapPartitions(new Fold(rules), Encoders.row(SCHEMA));
    }

    /** Publications that count for a family, with what it is made of: the components of {@link Member}. */
    private static Dataset<Row> members(Dataset<Row> patents, Families.Rules rules) {
        Column countries = switch (rules.countryBy()) {
            case APPLICANT -> functions.col("applicants.country");
            case INVENTOR -> functions.col("inventors.country");
            case OFFICE -> functions.array().cast(DataTypes.createArrayType(DataTypes.StringType));
        };
        return patents.filter("NOT withdrawn")
                .select(
                        functions.col("publication_number"),
                        functions.col("office"),
                        functions.col("kind"),
                        functions.col("family_id"),
                        functions.unix_date(functions.col("priority_date")).as("priority_date"),
                        functions.unix_date(functions.col("filing_date")).as("filing_date"),
                        functions.unix_date(functions.col("publication_date")).as("publication_date"),
                        countries.as("countries"),
                        functions
                                .get(functions.col("applicants.harmonised"), functions.lit(0))
                                .as("applicant"),
                        functions.col("ipc.symbol").as("symbols"),
                        functions.col("title"),
                        functions.col("abstract_text"));
    }

    private record Fold(Families.Rules rules) implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Groups(rows, FAMILY_ID, this::family);
        }

        private Iterator<Row> family(List<Row> members) {
            return Families.of(members.stream().map(Fold::member).toList(), rules)
                    .map(f -> Collections.singletonList(row(f)).iterator())
                    .orElse(Collections.emptyIterator());
        }

        private static Member member(Row r) {
            return new Member(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    r.getString(FAMILY_ID),
                    PatentRows.date(r, 4),
                    PatentRows.date(r, 5),
                    PatentRows.date(r, 6),
                    r.getList(7),
                    r.getString(8),
                    r.getList(9),
                    r.getString(10),
                    r.getString(11));
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
