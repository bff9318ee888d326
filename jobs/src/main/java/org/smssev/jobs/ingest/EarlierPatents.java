package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The patents of an earlier release. Of an increment digests tell which of them it meets: those of families that it may
 * change. They are read once, and kept.
 */
final class EarlierPatents implements AutoCloseable {
    private static final String FAMILY = "family_id";
    private static final String NUMBER = "publication_number";

    private final StoredTable table;
    private final ReleaseOverlap overlap;
    private final DigestedKeys families;
    private final KeptRows met;

    private EarlierPatents(StoredTable table, ReleaseOverlap overlap, Families.Rules rules) {
        this.table = table;
        this.overlap = overlap;
        this.families = overlap == null ? null : new DigestedKeys(table.spark(), overlap.families());
        this.met = overlap == null || overlap.leavesFamilies()
                ? null
                : new KeptRows(
                        table.spark(), met(table, columns(table, overlap, rules), families.known()), table.schema());
    }

    /** Those that are not told by digests. */
    static EarlierPatents of(StoredTable table) {
        return new EarlierPatents(table, null, null);
    }

    /**
     * What an increment is added to.
     *
     * @param census what was counted of it
     * @param rules by which families are made
     */
    static EarlierPatents of(StoredTable table, Census census, Families.Rules rules) {
        return new EarlierPatents(table, ReleaseOverlap.of(table, census).orElse(null), rules);
    }

    /** Where none of them is given again, only families are made of them. */
    private static List<String> columns(StoredTable table, ReleaseOverlap overlap, Families.Rules rules) {
        return overlap.given() == 0
                ? FamilyStep.tableColumns(rules)
                : List.of(table.schema().fieldNames());
    }

    private static JavaRDD<InternalRow> met(StoredTable table, List<String> columns, DigestedKeys.Known families) {
        StructType schema = table.schema();
        int family = columns.indexOf(FAMILY);
        return table.scan(columns)
                .rows()
                .rows()
                .filter(row -> families.has(row.getUTF8String(family)))
                .mapPartitions(rows -> binary(rows, columns, schema));
    }

    /** Rows of all columns in Spark's binary form, each in the bytes of the one before it; those that are not given are null. */
    private static Iterator<InternalRow> binary(Iterator<InternalRow> rows, List<String> columns, StructType schema) {
        UnsafeProjection binary = UnsafeProjection.create(CollectionConverters.asScala(Arrays.stream(schema.fields())
                        .map(field -> expression(columns.indexOf(field.name()), field.dataType()))
                        .toList())
                .toSeq());
        return CollectionConverters.asJava(
                CollectionConverters.asScala(rows).map(row -> (InternalRow) binary.apply(row)));
    }

    private static Expression expression(int column, DataType type) {
        return column < 0 ? Literal.create(null, type) : new BoundReference(column, type, true);
    }

    /** The table. */
    StoredTable table() {
        return table;
    }

    /** Whether digests tell which of them the release meets. */
    boolean areToldByDigests() {
        return overlap != null;
    }

    /** What an increment has in common with them, where digests tell. */
    ReleaseOverlap overlap() {
        return overlap;
    }

    /**
     * Those of families that an increment may change, where digests tell; in Spark's binary form. Columns of which no
     * families are made are null where none of them is given again.
     */
    InternalRows met() {
        return met == null ? table.withFiles(List.of()).scan().rows() : met.rows();
    }

    /** Those whose numbers may be among some, all of them where digests do not tell. */
    Dataset<Row> given(DigestedKeys numbers) {
        return overlap == null ? table.dataset() : met().dataset().filter(numbers.has(NUMBER));
    }

    /** How many are not withdrawn. */
    long present() {
        return overlap == null ? table.dataset().filter("NOT withdrawn").count() : overlap.present();
    }

    @Override
    public void close() {
        if (met != null) {
            met.close();
        }
        if (families != null) {
            families.close();
        }
    }
}
