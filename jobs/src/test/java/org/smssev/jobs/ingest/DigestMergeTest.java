package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.config.IngestConfig.International;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.merge.Merge;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class DigestMergeTest {
    private static final Merge.Settings R1 = new Merge.Settings("r1", List.of());
    static final Families.Rules RULES =
            new Families.Rules(CountryBy.APPLICANT, false, International.TWO_OFFICES, false);

    @TempDir
    Path folder;

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
        return ObjectRows.row(
                number == null ? null : patent(number, file, record, isWithdrawal),
                file,
                record,
                2L,
                new Object[] {1L, 0L, 0L, 0L, 0L, 0L},
                1L,
                number != null,
                3,
                Merge.OUTCOMES.indexOf(
                        number == null ? Outcome.QUARANTINED : isWithdrawal ? Outcome.WITHDRAWN_MARKED : Outcome.NEW),
                -1,
                false,
                number == null ? 0 : ReadRecords.digest(number),
                number == null ? 0 : ReadRecords.digest(family(number)),
                null,
                null,
                null,
                null);
    }

    private static String family(String number) {
        return number.compareTo("US-4") < 0 ? "F" : number;
    }

    private static Patent patent(String number, int file, long record) {
        return patent(number, file, record, false);
    }

    private static Patent patent(String number, int file, long record, boolean isWithdrawal) {
        return ReadRecords.of(ReadRecords.read(
                number,
                family(number),
                "r1",
                "source " + file,
                isWithdrawal,
                file == 0 ? null : "title of record " + record));
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    /**
     * What a merge gives.
     *
     * @param stay numbers of the earlier publications that stay
     */
    private record Merged(List<String> changed, List<LedgerEntry> ledger, List<String> stay, long present) {}

    private static Merged byDigests(InternalRows canonical, Census census, StoredTable earlier) {
        DigestMerge merge = DigestMerge.of(canonical, census, Optional.ofNullable(earlier), RULES, R1, 4)
                .orElseThrow();
        assertThat(merge.isToldByDigests()).isTrue();
        return merged(merge, census, earlier);
    }

    private static Merged byMovingAll(InternalRows canonical, Census census, StoredTable earlier) {
        ShuffledMerge merge = new ShuffledMerge(canonical, census.accepted(), earlier, R1, false, 4);
        // Families and symbols are made of the whole table where earlier publications stay.
        assertThat(merge.isToldByDigests()).isEqualTo(earlier == null);
        return merged(merge, census, earlier);
    }

    private static Merged merged(ReleaseMerge of, Census census, StoredTable earlier) {
        List<Input.Read> files = census.figures().entrySet().stream()
                .map(file -> read(file.getKey(), file.getValue()[Census.RECORDS]))
                .toList();
        try (ReleaseMerge merge = of) {
            Ledger ledger = new Ledger("r1");
            merge.count(ledger, census.rejected());
            return new Merged(
                    sorted(merge.changed().dataset()),
                    ledger.entries(files),
                    earlier == null ? List.of() : carried(earlier, merge.carried()),
                    merge.present(merge.before()));
        }
    }

    private static List<String> carried(StoredTable earlier, Carry carry) {
        List<String> all =
                new ArrayList<>(numbers(earlier.withFiles(carry.files()).scan().rows()));
        if (carry.rows() != null) {
            all.addAll(numbers(carry.rows()));
        }
        return all.stream().sorted().toList();
    }

    private static Input.Read read(int file, long records) {
        return new Input.Read(
                new FileId(file, "source " + file, "sha " + file, "path " + file, "name " + file), records);
    }

    @Test
    void aFirstReleaseIsMergedAsIfAllRecordsWereMoved(SparkSession spark) {
        InternalRows canonical = canonical(spark);
        StoredTable none = new StoredTable(spark, Patent.class, List.of());
        Census census = Census.of(canonical, null, Digests.MOST);

        Merged atPlace = byDigests(canonical, census, null);

        assertThat(atPlace).isEqualTo(byMovingAll(canonical, census, null));
        assertThat(atPlace).isEqualTo(byMovingAll(canonical, census, none));
        Census tooMany = Census.of(canonical, null, 4);
        assertThat(tooMany.allNumbers().isFull()).isTrue();
        assertThat(DigestMerge.of(canonical, tooMany, Optional.empty(), RULES, R1, 4))
                .isEmpty();
        assertThat(atPlace.changed()).hasSize(6);
        LedgerEntry first = atPlace.ledger().get(0);
        assertThat(List.of(first.newRecords(), first.duplicate(), first.withdrawnMarked(), first.quarantined()))
                .containsExactly(3L, 1L, 1L, 0L);
        LedgerEntry second = atPlace.ledger().get(1);
        assertThat(List.of(second.newRecords(), second.duplicate(), second.withdrawnMarked(), second.quarantined()))
                .containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void anIncrementIsMergedAsIfAllRecordsWereMoved(SparkSession spark) {
        InternalRows canonical = canonical(spark);
        Census census = Census.of(canonical, null, Digests.MOST);
        // Equal, withdrawn, given twice, and two that it does not give, one of a family of the release that it does not
        // give.
        StoredTable earlier = patents(
                spark,
                patent("US-1-A1", 0, 1),
                patent("US-2-A1", 0, 9),
                patent("US-4-A1", 1, 9),
                patent("US-31-A1", 1, 9),
                patent("US-7-A1", 1, 9));
        ReleaseOverlap overlap = ReleaseOverlap.of(earlier, census).orElseThrow();

        Merged known = byDigests(canonical, census, earlier);

        assertThat(known).isEqualTo(byMovingAll(canonical, census, earlier));
        assertThat(known.stay()).containsExactly("US-31-A1", "US-7-A1");
        // US-2 and US-5 are withdrawn.
        assertThat(known.present()).isEqualTo(6);
        assertThat(known.changed()).hasSize(6);
        assertThat(known.ledger()).extracting(LedgerEntry::unchanged).containsExactly(1L, 0L);
        assertThat(known.ledger()).extracting(LedgerEntry::corrected).containsExactly(1L, 0L);
        assertThat(overlap.present()).isEqualTo(5);
        StoredTable oneGone = ParquetTables.written(
                Patent.class,
                earlier.dataset().withColumn("withdrawn", functions.expr("publication_number = 'US-7-A1'")),
                folder.resolve("one gone"));
        assertThat(ReleaseOverlap.of(oneGone, census).orElseThrow().present()).isEqualTo(4);
        // US-1, US-2 and US-4; US-3 and US-5 are given twice.
        assertThat(overlap.publications(census)).hasSize(5).isSorted();
        // F, of US-31 too, and US-4.
        assertThat(overlap.leavesFamilies()).isFalse();
        assertThat(overlap.joined(census)).hasSize(3).isSorted();
        assertThat(overlap.touched(census)).hasSize(4).isSorted();
        assertThat(ReleaseOverlap.of(earlier, census, 2)).isEmpty();
        assertThat(ReleaseOverlap.of(earlier, Census.of(canonical, null, 4))).isEmpty();
    }

    @Test
    void anEarlierPublicationThatOnlySeemsToBeGivenStays(SparkSession spark) {
        InternalRows canonical = canonical(spark);
        StoredTable earlier = patents(spark, patent("US-1-A1", 0, 9), patent("US-7-A1", 1, 9), patent("US-8-A1", 1, 9));
        // As if the digest of US-7 were that of a number of the release.
        Census census = Census.of(
                InternalRows.planned(canonical
                        .dataset()
                        .union(spark.createDataFrame(List.of(record("US-7-A1", 0, 6, false)), CanonicalRows.SCHEMA))),
                null,
                Digests.MOST);
        assertThat(ReleaseOverlap.of(earlier, census).orElseThrow().given()).isEqualTo(2);
        try (DigestMerge merge = DigestMerge.of(canonical, census, Optional.of(earlier), RULES, R1, 4)
                .orElseThrow()) {
            Carry carry = merge.carried();
            Staying staying = merge.staying().orElseThrow();

            List<String> ofWholeFiles =
                    numbers(earlier.withFiles(carry.files()).scan().rows());
            assertThat(Stream.concat(ofWholeFiles.stream(), numbers(carry.rows()).stream()))
                    .containsExactlyInAnyOrder("US-7-A1", "US-8-A1");
            assertThat(numbers(carry.rows())).contains("US-7-A1");
            assertThat(rows(carry.rows().dataset(), "US-7-A1"))
                    .hasSize(1)
                    .isEqualTo(rows(earlier.dataset(), "US-7-A1"));
            assertThat(numbers(staying.met())).containsExactly("US-7-A1");
            assertThat(numbers(staying.replaced().get(0))).containsExactly("US-1-A1");
            assertThat(numbers(InternalRows.planned(staying.all()))).containsExactly("US-7-A1", "US-8-A1");
        }
    }

    @Test
    void twoNumbersOfOneDigestAreTwoPublications(SparkSession spark) {
        // As if US-20 and US-21 had the digest of US-7, which is one of before.
        List<Row> records = List.of(
                withDigest(record("US-20-A1", 0, 1, false), "US-7-A1"),
                withDigest(record("US-21-A1", 0, 2, false), "US-7-A1"),
                record("US-8-A1", 1, 3, false));
        InternalRows canonical = InternalRows.planned(spark.createDataFrame(records, CanonicalRows.SCHEMA));
        // The census counts numbers by their digests, too.
        Census census = Census.of(canonical, null, Digests.MOST);
        StoredTable earlier = patents(spark, patent("US-7-A1", 1, 9), patent("US-8-A1", 1, 9));

        Merged first = byDigests(canonical, census, null);
        Merged increment = byDigests(canonical, census, earlier);

        assertThat(first).isEqualTo(byMovingAll(canonical, census, null));
        assertThat(first.ledger().get(0).newRecords()).isEqualTo(2);
        assertThat(increment).isEqualTo(byMovingAll(canonical, census, earlier));
        assertThat(increment.stay()).containsExactly("US-7-A1");
        assertThat(increment.ledger().get(0).newRecords()).isEqualTo(2);
        assertThat(increment.ledger().get(0).duplicate()).isZero();
        assertThat(increment.ledger().get(1).corrected()).isEqualTo(1);
        assertThat(increment.present()).isEqualTo(4);
    }

    private static Row withDigest(Row record, String number) {
        return ObjectRows.with(record, CanonicalRows.NUMBER_DIGEST, ReadRecords.digest(number));
    }

    @Test
    void anIncrementBringsBackWhatWasWithdrawnAndMarksItAgain(SparkSession spark) {
        InternalRows canonical = canonical(spark);
        Census census = Census.of(canonical, null, Digests.MOST);
        StoredTable earlier = ParquetTables.written(
                Patent.class,
                patents(spark, patent("US-1-A1", 0, 1), patent("US-2-A1", 0, 9), patent("US-7-A1", 1, 9))
                        .dataset()
                        .withColumn("withdrawn", functions.expr("publication_number <> 'US-7-A1'"))
                        .withColumn("first_release", functions.lit("r0")),
                folder.resolve("withdrawn"));

        Merged known = byDigests(canonical, census, earlier);

        assertThat(known).isEqualTo(byMovingAll(canonical, census, earlier));
        // US-1, US-3, US-4 and US-6, and US-7 that stays.
        assertThat(known.present()).isEqualTo(5);
        LedgerEntry first = known.ledger().get(0);
        assertThat(List.of(first.newRecords(), first.corrected(), first.unchanged(), first.withdrawnMarked()))
                .containsExactly(2L, 1L, 0L, 1L);
        assertThat(known.changed())
                .filteredOn(row -> row.startsWith("[US-1-A1,"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(",r0,r1,");
    }

    private static List<String> rows(Dataset<Row> patents, String number) {
        return patents.filter(functions.col("publication_number").equalTo(number)).collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    private static List<String> numbers(InternalRows patents) {
        return patents.dataset().select("publication_number").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void anIncrementOfNewPublicationsAndFamiliesMeetsNoneOfTheEarlierOnes(SparkSession spark) {
        InternalRows canonical = canonical(spark);
        Census census = Census.of(canonical, null, Digests.MOST);
        StoredTable earlier = patents(spark, patent("US-7-A1", 1, 9), patent("US-8-A1", 1, 9));
        ReleaseOverlap overlap = ReleaseOverlap.of(earlier, census).orElseThrow();

        Merged known = byDigests(canonical, census, earlier);

        assertThat(known).isEqualTo(byMovingAll(canonical, census, earlier));
        assertThat(known.stay()).containsExactly("US-7-A1", "US-8-A1");
        assertThat(overlap.leavesFamilies()).isTrue();
        assertThat(overlap.publications(census)).isEqualTo(census.allNumbers().repeated());
    }

    private static InternalRows canonical(SparkSession spark) {
        return InternalRows.planned(
                spark.createDataFrame(RECORDS, CanonicalRows.SCHEMA).repartition(3));
    }

    private StoredTable patents(SparkSession spark, Patent... patents) {
        List<Row> rows = Stream.of(patents).map(ObjectRows::row).toList();
        return ParquetTables.written(
                Patent.class,
                spark.createDataFrame(rows, PatentRows.SCHEMA).select(PatentRows.toTable()),
                folder.resolve("patents of before"));
    }

    @Test
    void aCensusCountsByFileAndFindsWhatSeveralRecordsShare(SparkSession spark) {
        Census census = Census.of(canonical(spark), null, Digests.MOST);

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

        Merge.Merged folded = Merge.fold(null, false, List.of(patent), List.of(0), List.of());

        assertThat(folded.patent()).isEqualTo(patent);
        assertThat(folded.outcomes()).containsExactly(Merge.Outcome.NEW);
    }
}
