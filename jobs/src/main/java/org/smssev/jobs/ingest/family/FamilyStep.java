package org.smssev.jobs.ingest.family;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.CountryShare;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.ingest.family.Families.Made;
import org.smssev.jobs.ingest.family.Families.Member;
import org.smssev.jobs.ingest.rows.BinaryRows;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;
import org.smssev.jobs.ingest.rows.Groups;
import org.smssev.jobs.ingest.rows.Together;

/** Runs {@link Families} over patents that stand together by family. */
public final class FamilyStep {
    private static final StructType SCHEMA = TableSchema.spark(Family.class);

    /** To so many partitions those of one that is read from a table are moved, as it may hold much compressed data. */
    private static final int PARTITIONS_EACH = 4;

    // The columns below, in their order.
    private static final int NUMBER = 0;
    private static final int OFFICE = 1;
    private static final int KIND = 2;
    private static final int PRIORITY_DATE = 3;
    private static final int FILING_DATE = 4;
    private static final int PUBLICATION_DATE = 5;
    private static final int COUNTRIES = 6;
    private static final int SYMBOLS = 7;
    private static final int FAMILY_ID = 8;
    private static final int APPLICANTS = 9;
    private static final int TITLE = 10;
    private static final int ABSTRACT = 11;
    private static final int WITHDRAWN = 12;

    private FamilyStep() {}

    /** What families are made of: columns of the table of patents, and fields of lists of records. */
    public static String[] columns(Families.Rules rules) {
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
     * @param partitions to which those are moved at least; more, where much is read
     */
    public static InternalRows families(
            InternalRows patents, DigestedKeys several, Families.Rules rules, int partitions) {
        BinaryRows rows = BinaryRows.of(patents, columns(rules));
        Place family = rows.places().get(FAMILY_ID);
        Maker maker = new Maker(rows.places(), rules);
        DigestedKeys.Known known = several.known();
        JavaRDD<InternalRow> made =
                present(rows).filter(row -> !known.has(family.text(row))).flatMap(row -> maker.family(List.of(row)));
        if (several.size() > 0) {
            JavaRDD<InternalRow> shared = present(rows).filter(row -> known.has(family.text(row)));
            made = made.union(together(shared, maker, enough(patents, rows, partitions)));
        }
        return InternalRows.made(patents.spark(), made, SCHEMA);
    }

    /**
     * The families of patents, all of which are moved.
     *
     * @param partitions to which they are moved at least; more, where much is read
     */
    public static InternalRows families(InternalRows patents, Families.Rules rules, int partitions) {
        BinaryRows rows = BinaryRows.of(patents, columns(rules));
        JavaRDD<InternalRow> made =
                together(present(rows), new Maker(rows.places(), rules), enough(patents, rows, partitions));
        return InternalRows.made(patents.spark(), made, SCHEMA);
    }

    /** Partitions that can be held in memory. The files of a release give enough for its rows, but not for those of a table. */
    private static int enough(InternalRows patents, BinaryRows rows, int partitions) {
        return patents.isMade() ? partitions : enough(rows.rows(), partitions);
    }

    /** The same for rows of a table, beside records of a release for which so many are enough. */
    public static int enough(JavaRDD<InternalRow> ofTable, int partitions) {
        return Math.max(partitions, PARTITIONS_EACH * ofTable.getNumPartitions());
    }

    private static JavaRDD<InternalRow> present(BinaryRows rows) {
        int withdrawn = rows.places().get(WITHDRAWN).column();
        return rows.rows().filter(row -> !row.getBoolean(withdrawn));
    }

    /** Families of publications that are brought together. */
    private static JavaRDD<InternalRow> together(JavaRDD<InternalRow> publications, Maker maker, int partitions) {
        Place family = maker.at().get(FAMILY_ID);
        return Together.sorted(publications, family, maker.at().get(NUMBER), partitions)
                .mapPartitions(rows -> new Groups<>(rows, family::text, maker::family));
    }

    /**
     * Makes families of rows. Texts that it takes as they are stay in Spark's form.
     *
     * @param at where the columns are
     */
    private record Maker(List<Place> at, Families.Rules rules) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** The family of such rows, which are in the order of their numbers, if it has one. */
        Iterator<InternalRow> family(List<InternalRow> publications) {
            List<Member> members = new ArrayList<>(publications.size());
            for (InternalRow publication : publications) {
                members.add(member(publication));
            }
            return Families.of(members, rules)
                    .map(made -> row(made, publications.get(members.indexOf(made.representative()))))
                    .map(row -> Collections.singletonList(row).iterator())
                    .orElse(Collections.emptyIterator());
        }

        private Member member(InternalRow r) {
            List<String> countries = strings(r, COUNTRIES);
            return new Member(
                    string(r, NUMBER),
                    string(r, OFFICE),
                    string(r, KIND),
                    date(r, PRIORITY_DATE),
                    date(r, FILING_DATE),
                    date(r, PUBLICATION_DATE),
                    rules.countryBy() == CountryBy.APPLICANT
                            ? Families.ofEachOnce(strings(r, APPLICANTS), countries)
                            : countries,
                    strings(r, SYMBOLS));
        }

        private InternalRow row(Made f, InternalRow representative) {
            return new GenericInternalRow(new Object[] {
                text(representative, FAMILY_ID),
                f.priorityYear(),
                f.yearFromFiling(),
                texts(f.offices()),
                f.isInternational(),
                countries(f.countries()),
                texts(f.ipc()),
                f.nPublications(),
                text(representative, NUMBER),
                applicant(representative),
                text(representative, TITLE),
                text(representative, ABSTRACT)
            });
        }

        private UTF8String applicant(InternalRow r) {
            ArrayData applicants = at.get(APPLICANTS).list(r);
            return applicants.numElements() == 0 ? null : at.get(APPLICANTS).text(applicants, 0);
        }

        private UTF8String text(InternalRow r, int column) {
            return at.get(column).text(r);
        }

        private String string(InternalRow r, int column) {
            return FamilyStep.string(text(r, column));
        }

        private List<String> strings(InternalRow r, int column) {
            ArrayData list = at.get(column).list(r);
            List<String> strings = new ArrayList<>(list.numElements());
            for (int i = 0; i < list.numElements(); i++) {
                strings.add(FamilyStep.string(at.get(column).text(list, i)));
            }
            return strings;
        }

        private LocalDate date(InternalRow r, int column) {
            int place = at.get(column).column();
            return r.isNullAt(place) ? null : LocalDate.ofEpochDay(r.getInt(place));
        }
    }

    private static String string(UTF8String text) {
        return text == null ? null : text.toString();
    }

    private static ArrayData texts(List<String> texts) {
        Object[] values = new Object[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = UTF8String.fromString(texts.get(i));
        }
        return new GenericArrayData(values);
    }

    private static ArrayData countries(List<CountryShare> shares) {
        Object[] rows = new Object[shares.size()];
        for (int i = 0; i < rows.length; i++) {
            CountryShare share = shares.get(i);
            rows[i] = new GenericInternalRow(new Object[] {UTF8String.fromString(share.country()), share.weight()});
        }
        return new GenericArrayData(rows);
    }
}
