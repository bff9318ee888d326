package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class MergeStepTest {
    /** Given once, withdrawn by the release that gives it, twice in a file, in two files, twice with a mark, and rejected. */
    private static final List<Row> RECORDS = List.of(
            record("US-1-A1", 0, 1, false),
            record("US-2-A1", 0, 2, true),
            record("US-3-A1", 0, 3, false),
            record("US-3-A1", 0, 4, false),
            record("US-4-A1", 0, 5, false),
            record("US-4-A1", 1, 1, false),
            record("US-5-A1", 1, 2, true),
            record("US-5-A1", 1, 3, false),
            record(null, 1, 4, false),
            record("US-6-A1", 1, 5, false));

    private static Row record(String number, int file, long record, boolean isWithdrawal) {
        Object[] before = {
            file,
            record,
            isWithdrawal,
            2L,
            new Object[] {1L, 0L, 0L, 0L, 0L, 0L},
            1L,
            number != null,
            3,
            null,
            null,
            null
        };
        return CanonicalRows.row(before, number == null ? null : patent(number, file, record));
    }

    private static Patent patent(String number, int file, long record) {
        return Merge.hashed(new Patent(
                number,
                "US",
                "A1",
                number.compareTo("US-4") < 0 ? "F" : number,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "en",
                "r1",
                "r1",
                List.of("source " + file),
                false,
                "",
                file == 0 ? null : "title of record " + record,
                null));
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private record Merged(List<String> changed, List<LedgerEntry> ledger) {}

    private static Merged merged(Dataset<Row> canonical, Census census, Dataset<Row> earlier) {
        List<Input.Read> files = List.of(read(0, 5), read(1, 5));
        try (MergeStep merge = new MergeStep(canonical, census, earlier, null, "r1", true, 4)) {
            Ledger ledger = new Ledger("r1");
            merge.count(ledger, census.rejected());
            return new Merged(sorted(merge.changed()), ledger.entries(files));
        }
    }

    private static Input.Read read(int file, long records) {
        return new Input.Read(
                new FileId(file, "source " + file, "sha " + file, "path " + file, "name " + file), records);
    }

    @Test
    void aFirstReleaseIsMergedAsIfAllRecordsWereMoved(SparkSession spark) {
        Dataset<Row> canonical =
                spark.createDataFrame(RECORDS, CanonicalRows.SCHEMA).repartition(3);
        Dataset<Row> none = spark.createDataFrame(List.<Row>of(), TableSchema.spark(Patent.class));
        Census census = Census.of(canonical);

        Merged atPlace = merged(canonical, census, null);

        assertThat(atPlace).isEqualTo(merged(canonical, census, none));
        Census tooMany = Census.of(canonical, 4);
        assertThat(tooMany.allNumbers().isFull()).isTrue();
        assertThat(merged(canonical, tooMany, null)).isEqualTo(atPlace);
        assertThat(atPlace.changed()).hasSize(6);
        LedgerEntry first = atPlace.ledger().get(0);
        assertThat(List.of(first.newRecords(), first.duplicate(), first.withdrawnMarked(), first.quarantined()))
                .containsExactly(3L, 1L, 1L, 0L);
        LedgerEntry second = atPlace.ledger().get(1);
        assertThat(List.of(second.newRecords(), second.duplicate(), second.withdrawnMarked(), second.quarantined()))
                .containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void aCensusCountsByFileAndFindsWhatSeveralRecordsShare(SparkSession spark) {
        Census census =
                Census.of(spark.createDataFrame(RECORDS, CanonicalRows.SCHEMA).repartition(3));

        assertThat(census.accepted()).isEqualTo(9);
        assertThat(census.rejected()).isEqualTo(Map.of(0, 0L, 1, 1L));
        long[] figures = census.figures().get(1);
        assertThat(figures[Census.RECORDS]).isEqualTo(5);
        assertThat(figures[Census.MALFORMED_IPC]).isEqualTo(10);
        assertThat(figures[Census.REPLACED]).isEqualTo(5);
        assertThat(figures[Census.LACKS]).isEqualTo(5);
        assertThat(figures[Census.LACKS + 2]).isZero();
        assertThat(figures[Census.STATUSES]).isEqualTo(5);
        assertThat(census.allNumbers().repeated()).hasSize(3);
        // F of US-1 to US-3, and US-4 and US-5, given twice.
        assertThat(census.families().repeated()).hasSize(3);
    }

    @Test
    void aKeyThatSharesItsDigestWithAnotherOneAloneIsMergedAsItIs() {
        Patent patent = patent("US-6-A1", 1, 5);

        Merge.Merged folded = Merge.fold(null, List.of(new Merge.Incoming(false, patent)));

        assertThat(folded.patent()).isEqualTo(patent);
        assertThat(folded.outcomes()).containsExactly(Merge.Outcome.NEW);
    }
}
