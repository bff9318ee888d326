package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/** Patents as rows between the steps of the stage: the columns of the table, but dates as days since 1970. */
final class PatentRows {
    /** Schema of the rows. */
    static final StructType SCHEMA = schema();

    private PatentRows() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (StructField f : TableSchema.spark(Patent.class).fields()) {
            DataType type = f.dataType().equals(DataTypes.DateType) ? DataTypes.IntegerType : f.dataType();
            schema = schema.add(f.name(), type, true, f.metadata());
        }
        return schema;
    }

    /** A row of a patent, if there is one, and of what stands behind it. */
    static Row row(Patent patent, Object... behind) {
        Object[] values = new Object[SCHEMA.length() + behind.length];
        if (patent != null) {
            System.arraycopy(values(patent), 0, values, 0, SCHEMA.length());
        }
        System.arraycopy(behind, 0, values, SCHEMA.length(), behind.length);
        return RowFactory.create(values);
    }

    private static Object[] values(Patent p) {
        return new Object[] {
            p.publicationNumber(),
            p.office(),
            p.kind(),
            p.familyId(),
            day(p.priorityDate()),
            day(p.filingDate()),
            day(p.publicationDate()),
            parties(p.applicants()),
            parties(p.inventors()),
            codes(p.ipc()),
            p.cited().toArray(),
            p.applications().toArray(),
            p.language(),
            p.firstRelease(),
            p.lastRelease(),
            p.sources().toArray(),
            p.withdrawn(),
            p.recordHash(),
            p.title(),
            p.abstractText(),
            p.reading()
        };
    }

    /** The patent of a row; other columns may stand behind it. */
    static Patent patent(Row r) {
        return new Patent(
                r.getString(0),
                r.getString(1),
                r.getString(2),
                r.getString(3),
                date(r, 4),
                date(r, 5),
                date(r, 6),
                partiesOf(r.<Row>getList(7)),
                partiesOf(r.<Row>getList(8)),
                r.<Row>getList(9).stream()
                        .map(c -> new IpcCode(c.getString(0), c.getString(1), c.getString(2)))
                        .toList(),
                List.copyOf(r.<String>getList(10)),
                r.isNullAt(11) ? List.of() : List.copyOf(r.<String>getList(11)),
                r.getString(12),
                r.getString(13),
                r.getString(14),
                List.copyOf(r.<String>getList(15)),
                r.getBoolean(16),
                r.getString(17),
                r.getString(18),
                r.getString(19),
                r.getString(20));
    }

    /** The columns of such rows. */
    static Column[] columns() {
        return Arrays.stream(SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    /** The columns of the table from those of such rows. */
    static Column[] toTable() {
        return columns(true);
    }

    /** The columns of such rows from those of the table. */
    static Column[] fromTable() {
        return columns(false);
    }

    private static Column[] columns(boolean toTable) {
        List<Column> columns = new ArrayList<>();
        for (StructField f : SCHEMA.fields()) {
            Column column = functions.col(f.name());
            if (f.dataType().equals(DataTypes.IntegerType)) {
                column = toTable ? functions.date_from_unix_date(column) : functions.unix_date(column);
            }
            columns.add(column.as(f.name()));
        }
        return columns.toArray(Column[]::new);
    }

    private static Object[] parties(List<Party> parties) {
        return parties.stream()
                .map(p -> RowFactory.create(p.name(), p.country(), p.harmonised()))
                .toArray();
    }

    private static Object[] codes(List<IpcCode> codes) {
        return codes.stream()
                .map(c -> RowFactory.create(c.symbol(), c.position(), c.value()))
                .toArray();
    }

    private static List<Party> partiesOf(List<Row> rows) {
        return rows.stream()
                .map(r -> new Party(r.getString(0), r.getString(1), r.getString(2)))
                .toList();
    }

    private static Integer day(LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }

    /** The date of a column of days; null where it is. */
    private static LocalDate date(Row r, int i) {
        return r.isNullAt(i) ? null : LocalDate.ofEpochDay(r.getInt(i));
    }
}
