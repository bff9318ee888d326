package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.ingest.Families.Made;
import org.smssev.jobs.ingest.Families.Member;

/** Runs {@link Families} over patents that stand together by family. */
final class FamilyStep {
    private static final StructType SCHEMA = TableSchema.spark(Family.class);

    /** Columns of the table of patents that families are made of; the places of those that are asked for by name below. */
    private static final String[] COLUMNS = {
        "publication_number",
        "office",
        "kind",
        "priority_date",
        "filing_date",
        "publication_date",
        "applicants",
        "inventors",
        "ipc",
        "family_id",
        "title",
        "abstract_text",
        "withdrawn"
    };

    private static final int NUMBER = 0;
    private static final int APPLICANTS = 6;
    private static final int INVENTORS = 7;
    private static final int IPC = 8;
    private static final int FAMILY_ID = 9;
    private static final int TITLE = 10;
    private static final int ABSTRACT = 11;
    private static final int WITHDRAWN = 12;

    private FamilyStep() {}

    /**
     * The families of patents. Most have one publication in many data: those are made where they stand, and only the others
     * are moved.
     *
     * @param patents publications, with the columns of the table
     * @param several families of which several publications may be; each family of several is one of them
     */
    static Dataset<Row> families(Dataset<Row> patents, DigestedKeys several, Families.Rules rules, int partitions) {
        DigestedKeys.Known known = several.known();
        JavaRDD<InternalRow> made = BinaryRows.of(patents, COLUMNS)
                .filter(row -> !row.getBoolean(WITHDRAWN) && !known.has(row.getUTF8String(FAMILY_ID)))
                .flatMap(row -> family(List.of(row), rules));
        Dataset<Row> families = BinaryRows.dataset(patents.sparkSession(), made.rdd(), SCHEMA);
        return several.size() == 0
                ? families
                : families.union(families(patents.filter(several.has("family_id")), rules, partitions));
    }

    /** The families of patents, all of which are moved. */
    static Dataset<Row> families(Dataset<Row> patents, Families.Rules rules, int partitions) {
        Dataset<Row> together = patents.filter("NOT withdrawn")
                .select(Arrays.stream(COLUMNS).map(functions::col).toArray(Column[]::new))
                .repartition(partitions, functions.col("family_id"))
                .sortWithinPartitions("family_id", "publication_number");
        JavaRDD<InternalRow> made = BinaryRows.of(together, COLUMNS)
                .map(InternalRow::copy)
                .mapPartitions(
                        rows -> new Groups<>(rows, r -> r.getUTF8String(FAMILY_ID), group -> family(group, rules)));
        return BinaryRows.dataset(patents.sparkSession(), made.rdd(), SCHEMA);
    }

    /** The family of such rows, if it has one. Texts that it takes as they are stay in Spark's form. */
    private static Iterator<InternalRow> family(List<InternalRow> publications, Families.Rules rules) {
        List<Member> members =
                publications.stream().map(r -> member(r, rules.countryBy())).toList();
        return Families.of(members, rules)
                .map(made -> row(made, publications.get(members.indexOf(made.representative()))))
                .map(row -> Collections.singletonList(row).iterator())
                .orElse(Collections.emptyIterator());
    }

    private static Member member(InternalRow r, CountryBy countryBy) {
        return new Member(
                text(r.getUTF8String(NUMBER)),
                text(r.getUTF8String(1)),
                text(r.getUTF8String(2)),
                date(r, 3),
                date(r, 4),
                date(r, 5),
                switch (countryBy) {
                    case APPLICANT -> texts(r.getArray(APPLICANTS), PatentRows::country);
                    case INVENTOR -> texts(r.getArray(INVENTORS), PatentRows::country);
                    case OFFICE -> List.of();
                },
                texts(r.getArray(IPC), PatentRows::symbol));
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
            applicant(representative.getArray(APPLICANTS)),
            representative.getUTF8String(TITLE),
            representative.getUTF8String(ABSTRACT)
        });
    }

    private static String text(UTF8String text) {
        return text == null ? null : text.toString();
    }

    private static UTF8String applicant(ArrayData applicants) {
        return applicants.numElements() == 0 ? null : PatentRows.harmonised(applicants, 0);
    }

    private static List<String> texts(ArrayData values, BiFunction<ArrayData, Integer, UTF8String> text) {
        List<String> list = new ArrayList<>(values.numElements());
        for (int i = 0; i < values.numElements(); i++) {
            list.add(text(text.apply(values, i)));
        }
        return list;
    }

    private static LocalDate date(InternalRow r, int i) {
        return r.isNullAt(i) ? null : LocalDate.ofEpochDay(r.getInt(i));
    }
}
