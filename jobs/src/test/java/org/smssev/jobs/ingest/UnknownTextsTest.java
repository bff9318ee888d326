package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class UnknownTextsTest {
    private static final int NUMBER = CanonicalRows.SCHEMA.fieldIndex("publication_number");
    private static final int DETAIL = CanonicalRows.SCHEMA.fieldIndex("detail");
    private static final int LACKS = CanonicalRows.SCHEMA.fieldIndex("lacks");
    /** A publication that lacks all there is, a number of known form among it. */
    private static final int ALL = -1;

    private static final List<Input.Read> FILES = List.of(
            new Input.Read(new FileId(0, "s", "0", "/a.csv", "a.csv"), 5),
            new Input.Read(new FileId(1, "s", "1", "/b.csv", "b.csv"), 1),
            new Input.Read(new FileId(2, "t", "2", "/c.csv", "c.csv"), 3));

    @Test
    void aLongTextIsToldToItsFirstSixtyCharactersAndNoneIsCutInTwo() {
        assertThat(CellValues.shortened("a".repeat(60))).hasSize(60).doesNotEndWith("…");
        assertThat(CellValues.shortened("a".repeat(61))).isEqualTo("a".repeat(60) + "…");
        assertThat(CellValues.shortened("a".repeat(59) + "\ud842\udfb7" + "b".repeat(60)))
                .isEqualTo("a".repeat(59) + "…");
    }

    @Test
    void theFirstOfEachFileAreToldInTheOrderOfTheirRecordsWhereverTheyAre(SparkSession spark) {
        Map<String, String> told = first(
                spark,
                row(1, 1, "B1", ALL, true),
                row(0, 3, "A3", ALL, true),
                row(0, 5, "A5", ALL, true),
                row(2, 1, "C1", ALL, true),
                row(0, 1, "A1", ALL, true));
        assertThat(told)
                .containsOnly(
                        Map.entry("s", "'A1' in a.csv, record 1; 'A3' in a.csv, record 3; 'A5' in a.csv, record 5"),
                        Map.entry("t", "'C1' in c.csv, record 1"));
    }

    @Test
    void knownAndRejectedOnesAndThoseWithoutANumberAreNotTold(SparkSession spark) {
        Map<String, String> told = first(
                spark,
                row(0, 1, "EP-1-A1", 0, true),
                row(0, 2, "A2", ALL, false),
                row(0, 3, null, ALL, true),
                row(1, 1, "B1", ALL, true));
        assertThat(told).containsOnly(Map.entry("s", "'B1' in b.csv, record 1"));
    }

    @Test
    void longNumbersAreCutOff(SparkSession spark) {
        assertThat(first(spark, row(2, 2, "C".repeat(61), ALL, true)))
                .containsOnly(Map.entry("t", "'" + "C".repeat(60) + "…' in c.csv, record 2"));
    }

    @Test
    void textsThatAreNoCountryAreToldOfAcceptedRecords(SparkSession spark) {
        InternalRow rejected = row(0, 1, "A1", ALL, false);
        rejected.update(DETAIL, UTF8String.fromString("the record has no publication number"));
        InternalRow accepted = row(0, 2, "US-1-A1", ALL, true);
        accepted.update(DETAIL, UTF8String.fromString("Atlantis"));
        assertThat(UnknownTexts.countries(canonical(spark, rejected, accepted, row(1, 1, "US-2-A1", ALL, true)), FILES))
                .containsOnly(Map.entry("s", "'Atlantis' in a.csv, record 2"));
    }

    private static Map<String, String> first(SparkSession spark, InternalRow... rows) {
        return UnknownTexts.numbers(canonical(spark, rows), FILES);
    }

    private static InternalRows canonical(SparkSession spark, InternalRow... rows) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return InternalRows.made(
                spark, context.parallelize(new ArrayList<>(Arrays.asList(rows)), 2), CanonicalRows.SCHEMA);
    }

    private static InternalRow row(int file, long record, String number, int lacks, boolean isAccepted) {
        Object[] values = new Object[CanonicalRows.SCHEMA.length()];
        values[NUMBER] = UTF8String.fromString(number);
        values[CanonicalRows.FILE_NO] = file;
        values[CanonicalRows.RECORD_NO] = record;
        values[LACKS] = lacks;
        values[CanonicalRows.ACCEPTED] = isAccepted;
        return new GenericInternalRow(values);
    }
}
