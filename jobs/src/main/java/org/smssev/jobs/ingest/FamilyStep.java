package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.ingest.Families.Made;
import org.smssev.jobs.ingest.Families.Member;

/** Runs {@link Families} over patents that stand together by family. */
final class FamilyStep {
    private static final StructType SCHEMA = TableSchema.spark(Family.class);

    private static final int NUMBER = 0;
    /** What stands behind the components of {@link Member}. */
    private static final int FAMILY_ID = 8;

    private static final int APPLICANT = 9;
    private static final int TITLE = 10;
    private static final int ABSTRACT = 11;

    private FamilyStep() {}

    /**
     * The families of patents. Most have one publication in many data: those are made where they stand, and only the others
     * are moved.
     *
     * @param patents publications, with the columns of the table
     * @param several families of which several publications may be; each family of several is one of them
     */
    static Dataset<Row> families(Dataset<Row> patents, DigestedKeys several, Families.Rules rules, int partitions) {
        SparkSession spark = patents.sparkSession();
        Dataset<Row> alone = members(patents.filter(functions.not(several.has("family_id"))), rules);
        JavaRDD<InternalRow> made = BinaryRows.of(alone).flatMap(row -> family(List.of(row), rules));
        Dataset<Row> families = BinaryRows.dataset(spark, made.rdd(), SCHEMA);
        return several.size() == 0
                ? families
                : families.union(families(patents.filter(several.has("family_id")), rules, partitions));
    }

    /** The families of patents, all of which are moved. */
    static Dataset<Row> families(Dataset<Row> patents, Families.Rules rules, int partitions) {
        Dataset<Row> together = members(patents, rules)
                .repartition(partitions, functions.col("family_id"))
                .sortWithinPartitions("family_id", "publication_number");
        JavaRDD<InternalRow> made = BinaryRows.of(together)
                .map(InternalRow::copy)
                .mapPartitions(
                        rows -> new Groups<>(rows, r -> r.getUTF8String(FAMILY_ID), group -> family(group, rules)));
        return BinaryRows.dataset(patents.sparkSession(), made.rdd(), SCHEMA);
    }

    /** Publications that count for a family, with what it is made of. */
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
                        functions.unix_date(functions.col("priority_date")).as("priority_date"),
                        functions.unix_date(functions.col("filing_date")).as("filing_date"),
                        functions.unix_date(functions.col("publication_date")).as("publication_date"),
                        countries.as("countries"),
                        functions.col("ipc.symbol").as("symbols"),
                        functions.col("family_id"),
                        functions
                                .get(functions.col("applicants.harmonised"), functions.lit(0))
                                .as("applicant"),
                        functions.col("title"),
                        functions.col("abstract_text"));
    }

    /** The family of such rows, if it has one. Texts that it takes as they are stay in Spark's form. */
    private static Iterator<InternalRow> family(List<InternalRow> publications, Families.Rules rules) {
        List<Member> members = publications.stream().map(FamilyStep::member).toList();
        return Families.of(members, rules)
                .map(made -> row(made, publications.get(members.indexOf(made.representative()))))
                .map(row -> Collections.singletonList(row).iterator())
                .orElse(Collections.emptyIterator());
    }

    private static Member member(InternalRow r) {
        return new Member(
                text(r.getUTF8String(NUMBER)),
                text(r.getUTF8String(1)),
                text(r.getUTF8String(2)),
                date(r, 3),
                date(r, 4),
                date(r, 5),
                texts(r.getArray(6)),
                texts(r.getArray(7)));
    }

    private static InternalRow row(Made f, InternalRow representative) {
        return new GenericInternalRow(new Object[] {
            representative.getUTF8String(FAMILY_ID),
            f.priorityYear(),
            f.yearFromFiling(),
            RowForm.INTERNAL.texts(f.offices()),
            f.isInternational(),
            RowForm.INTERNAL.list(f.countries().stream()
                    .map(c -> RowForm.INTERNAL.struct(RowForm.INTERNAL.text(c.country()), c.weight()))
                    .toArray()),
            RowForm.INTERNAL.texts(f.ipc()),
            f.nPublications(),
            representative.getUTF8String(NUMBER),
            representative.getUTF8String(APPLICANT),
            representative.getUTF8String(TITLE),
            representative.getUTF8String(ABSTRACT)
        });
    }

    private static String text(UTF8String text) {
        return text == null ? null : text.toString();
    }

    private static List<String> texts(ArrayData texts) {
        List<String> list = new ArrayList<>(texts.numElements());
        for (int i = 0; i < texts.numElements(); i++) {
            list.add(text(texts.getUTF8String(i)));
        }
        return list;
    }

    private static LocalDate date(InternalRow r, int i) {
        return r.isNullAt(i) ? null : LocalDate.ofEpochDay(r.getInt(i));
    }
}
