package org.smssev.jobs.ingest.rows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/** Reads patents from rows as Spark holds them: what {@link PatentWriter} writes. */
public final class PatentReader {
    /** Fields of a party, and of a code. */
    private static final int RECORD = 3;

    private static final ArrayData NO_LIST = new GenericArrayData(new Object[0]);

    private PatentReader() {}

    /**
     * The patent of a row that begins with the columns of {@link PatentRows}. Nothing of it is in the bytes of the row; a list
     * that is null is empty.
     */
    public static Patent patent(InternalRow r) {
        return new Patent(
                string(r.getUTF8String(0)),
                string(r.getUTF8String(1)),
                string(r.getUTF8String(2)),
                string(r.getUTF8String(3)),
                date(r, 4),
                date(r, 5),
                date(r, 6),
                parties(list(r, 7)),
                parties(list(r, 8)),
                codes(list(r, 9)),
                texts(list(r, 10)),
                texts(list(r, 11)),
                string(r.getUTF8String(12)),
                string(r.getUTF8String(13)),
                string(r.getUTF8String(14)),
                texts(list(r, 15)),
                r.getBoolean(16),
                string(r.getUTF8String(17)),
                string(r.getUTF8String(18)),
                string(r.getUTF8String(19)),
                string(r.getUTF8String(20)));
    }

    private static String string(UTF8String text) {
        return text == null ? null : text.toString();
    }

    private static LocalDate date(InternalRow r, int column) {
        return r.isNullAt(column) ? null : LocalDate.ofEpochDay(r.getInt(column));
    }

    private static ArrayData list(InternalRow r, int column) {
        return r.isNullAt(column) ? NO_LIST : r.getArray(column);
    }

    private static List<String> texts(ArrayData list) {
        return all(list, i -> string(list.getUTF8String(i)));
    }

    private static List<Party> parties(ArrayData list) {
        return all(list, i -> {
            InternalRow r = list.getStruct(i, RECORD);
            return new Party(string(r.getUTF8String(0)), string(r.getUTF8String(1)), string(r.getUTF8String(2)));
        });
    }

    private static List<IpcCode> codes(ArrayData list) {
        return all(list, i -> {
            InternalRow r = list.getStruct(i, RECORD);
            return new IpcCode(string(r.getUTF8String(0)), string(r.getUTF8String(1)), string(r.getUTF8String(2)));
        });
    }

    private static <T> List<T> all(ArrayData list, IntFunction<T> element) {
        List<T> all = new ArrayList<>(list.numElements());
        for (int i = 0; i < list.numElements(); i++) {
            all.add(element.apply(i));
        }
        return List.copyOf(all);
    }
}
