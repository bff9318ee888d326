package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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
import org.smssev.common.tables.IngestTables.CountryShare;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.ingest.Families.Made;
import org.smssev.jobs.ingest.Families.Member;

/** Runs {@link Families} over patents that stand together by family. */
final class FamilyStep {
    private static final StructType SCHEMA = TableSchema.spark(Family.class);

    // Places of the columns below.
    private static final int NUMBER = 0;
    private static final int COUNTRIES = 6;
    private static final int SYMBOLS = 7;
    private static final int FAMILY_ID = 8;
    private static final int APPLICANTS = 9;
    private static final int TITLE = 10;
    private static final int ABSTRACT = 11;
    private static final int WITHDRAWN = 12;

    private FamilyStep() {}

    /** What families are made of, columns of the table of patents. */
    private static String[] columns(Families.Rules rules) {
        return new String[] {
            "publication_number",
            "office",
            "kind",
            "priority_date",
            "filing_date",
            "publication_date",
            rules.countryBy() == CountryBy.INVENTOR ? "inventors.country" : "applicants.country",
            "ipc.symbol",
            "family_id",
            "applicants.harmonised",
            "title",
            "abstract_text",
            "withdrawn"
        };
    }

    /**
     * The families of patents. Most have one publication in many data: those are made where they stand, and only the others
     * are moved.
     *
     * @param patents publications, with the columns of the table
     * @param several families of which several publications may be; each family of several is one of them
     */
    static Dataset<Row> families(Dataset<Row> patents, DigestedKeys several, Families.Rules rules, int partitions) {
        DigestedKeys.Known known = several.known();
        JavaRDD<InternalRow> made = BinaryRows.of(patents, columns(rules))
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
                .select(Arrays.stream(columns(rules)).map(functions::col).toArray(Column[]::new))
                .repartition(partitions, functions.col("family_id"))
                .sortWithinPartitions("family_id", "publication_number");
        JavaRDD<InternalRow> made = BinaryRows.of(together)
                .map(InternalRow::copy)
                .mapPartitions(
                        rows -> new Groups<>(rows, r -> r.getUTF8String(FAMILY_ID), group -> family(group, rules)));
        return BinaryRows.dataset(patents.sparkSession(), made.rdd(), SCHEMA);
    }

    /** The family of such rows, if it has one. Texts that it takes as they are stay in Spark's form. */
    private static Iterator<InternalRow> family(List<InternalRow> publications, Families.Rules rules) {
        List<Member> members = new ArrayList<>(publications.size());
        for (InternalRow publication : publications) {
            members.add(member(publication));
        }
        return Families.of(members, rules)
                .map(made -> row(made, publications.get(members.indexOf(made.representative()))))
                .map(row -> Collections.singletonList(row).iterator())
                .orElse(Collections.emptyIterator());
    }

    private static Object countries(List<CountryShare> shares) {
        Object[] rows = new Object[shares.size()];
        for (int i = 0; i < rows.length; i++) {
            CountryShare share = shares.get(i);
            rows[i] = RowForm.INTERNAL.struct(RowForm.INTERNAL.text(share.country()), share.weight());
        }
        return RowForm.INTERNAL.list(rows);
    }

    private static Member member(InternalRow r) {
        return new Member(
                text(r.getUTF8String(NUMBER)),
                text(r.getUTF8String(1)),
                text(r.getUTF8String(2)),
                date(r, 3),
                date(r, 4),
                date(r, 5),
                texts(r.getArray(COUNTRIES)),
                texts(r.getArray(SYMBOLS)));
    }

    private static InternalRow row(Made f, InternalRow representative) {
        return new GenericInternalRow(new Object[] {
            representative.getUTF8String(FAMILY_ID),
            f.priorityYear(),
            f.yearFromFiling(),
            RowForm.INTERNAL.texts(f.offices()),
            f.isInternational(),
            countries(f.countries()),
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
        return applicants.numElements() == 0 ? null : applicants.getUTF8String(0);
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
