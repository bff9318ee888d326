package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.rows.PatentWriter;

/** Patents as rows of {@link PatentRows}, made of objects: by other means than {@link PatentWriter}. */
public final class ObjectRows {
    private ObjectRows() {}

    /** A row of a patent, if there is one, and of what stands behind it. */
    public static Row row(Patent patent, Object... behind) {
        Object[] values = new Object[PatentRows.SCHEMA.length() + behind.length];
        if (patent != null) {
            System.arraycopy(values(patent), 0, values, 0, PatentRows.SCHEMA.length());
        }
        System.arraycopy(behind, 0, values, PatentRows.SCHEMA.length(), behind.length);
        return RowFactory.create(values);
    }

    /** A row with another value in one column. */
    static Row with(Row row, int column, Object value) {
        Object[] values = IntStream.range(0, row.size()).mapToObj(row::get).toArray();
        values[column] = value;
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

    private static Integer day(LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }
}
