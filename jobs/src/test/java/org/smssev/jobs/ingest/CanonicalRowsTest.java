package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.table.InternalRows;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.rows.PatentReader;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.rows.PatentWriter;
import org.smssev.jobs.testing.LocalSpark;

/** Rows that are written in Spark's binary form are those that Spark makes. */
@ExtendWith(LocalSpark.class)
class CanonicalRowsTest {
    private static final Random RANDOM = new Random(7);

    private static String text() {
        return RANDOM.nextInt(6) == 0
                ? null
                : RANDOM.ints(RANDOM.nextInt(20), 0x20, 0x20000)
                        .filter(c -> c < 0xd800 || c > 0xdfff)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static LocalDate date() {
        return RANDOM.nextInt(4) == 0 ? null : LocalDate.ofEpochDay(RANDOM.nextInt(60_000) - 30_000);
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = RANDOM.nextInt(70); i > 0; i--) {
            texts.add("t" + text());
        }
        return texts;
    }

    private static List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        for (int i = RANDOM.nextInt(4); i > 0; i--) {
            parties.add(new Party("n" + text(), text(), text()));
        }
        return parties;
    }

    private static Patent patent(int i) {
        List<IpcCode> codes = new ArrayList<>();
        for (int k = RANDOM.nextInt(70); k > 0; k--) {
            codes.add(new IpcCode("c" + text(), text(), text()));
        }
        return new Patent(
                "US-" + i + "-A1",
                text(),
                text(),
                "f" + text(),
                date(),
                date(),
                date(),
                parties(),
                parties(),
                codes,
                texts(),
                texts(),
                text(),
                "r1",
                "r1",
                texts(),
                i % 3 == 0,
                "hash " + i,
                text(),
                text(),
                text());
    }

    /** Every seventh one has no patent. */
    private record Made(List<InternalRow> written, List<Row> rows) {}

    private static Made made() {
        List<InternalRow> written = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        PatentWriter writer = new PatentWriter(CanonicalRows.SCHEMA.length());
        int at = PatentRows.SCHEMA.length();
        for (int i = 0; i < 300; i++) {
            Patent patent = i % 7 == 0 ? null : patent(i);
            long[] statuses = i % 2 == 0 ? null : new long[] {i, 0, 3};
            String reason = text();
            var row = writer.start(patent);
            row.write(at, i);
            row.write(at + 1, 1L << i);
            row.write(at + 2, 2L);
            writer.numbers(at + 3, statuses);
            row.write(at + 4, 4L);
            row.write(at + 5, patent != null);
            row.write(at + 6, 6);
            row.write(at + 7, 7);
            row.write(at + 8, -1);
            row.write(at + 9, i % 5 == 0);
            row.write(at + 10, 10L * i);
            row.write(at + 11, -11L * i);
            writer.text(at + 12, reason);
            writer.text(at + 13, null);
            writer.text(at + 14, "raw " + reason);
            byte[] known = i % 3 == 0 ? null : new byte[] {(byte) i, 1};
            writer.bytes(at + 15, known);
            written.add(row.getRow().copy());
            rows.add(ObjectRows.row(
                    patent,
                    i,
                    1L << i,
                    2L,
                    statuses,
                    4L,
                    patent != null,
                    6,
                    7,
                    -1,
                    i % 5 == 0,
                    10L * i,
                    -11L * i,
                    reason,
                    null,
                    "raw " + reason,
                    known));
        }
        return new Made(written, rows);
    }

    @Test
    void writtenRowsAreThoseOfSparkByteForByte(SparkSession spark) {
        Made made = made();

        List<InternalRow> ofSpark = InternalRows.planned(spark.createDataFrame(made.rows(), CanonicalRows.SCHEMA))
                .rows()
                .map(InternalRow::copy)
                .collect();

        assertThat(made.written()).isEqualTo(ofSpark);
    }

    @Test
    void patentsAreReadAsTheyWereWritten() {
        PatentWriter writer = new PatentWriter(PatentRows.SCHEMA.length());
        for (int i = 0; i < 100; i++) {
            Patent patent = patent(i);

            InternalRow row = writer.start(patent).getRow();

            assertThat(PatentReader.patent(row)).isEqualTo(patent);
            row.setNullAt(PatentRows.SCHEMA.fieldIndex("applications"));
            assertThat(PatentReader.patent(row).applications()).isEmpty();
        }
    }

    @Test
    void patentsAreReadFromTheBytesOfCanonicalRows(SparkSession spark) {
        Made made = made();
        var written = JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(made.written(), 3);

        Dataset<Row> patents = InternalRows.made(spark, CanonicalRows.patents(written), PatentRows.SCHEMA)
                .dataset();

        Dataset<Row> expected =
                spark.createDataFrame(made.rows(), CanonicalRows.SCHEMA).select(PatentRows.columns());
        assertThat(patents.collectAsList()).isEqualTo(expected.collectAsList());
        assertThat(patents.filter("withdrawn").count()).isEqualTo(85);
    }
}
