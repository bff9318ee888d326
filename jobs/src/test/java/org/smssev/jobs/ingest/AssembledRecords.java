package org.smssev.jobs.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;
import org.smssev.jobs.ingest.record.Writing;

/** Assembled rows as the normaliser takes them. */
final class AssembledRecords {
    private AssembledRecords() {}

    static Normalised normalise(Row row) {
        Map<Field, Writing> texts = new EnumMap<>(Field.class);
        Map<Field, String> cells = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            texts.put(field, new Writing("", "yyyy-MM-dd"));
            cells.put(field, row.getAs(field.key()));
        }
        return new RecordNormaliser("r", "s", texts, false, NormaliserSetup.PLAIN).normalise(cells);
    }
}
