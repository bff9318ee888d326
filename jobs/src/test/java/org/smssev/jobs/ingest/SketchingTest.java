package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.table.Digests;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.digest.FieldsDigest;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.digest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.merge.Merge.Outcome;
import org.smssev.jobs.ingest.rows.PatentRows;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class SketchingTest {
    private static final Map<Field, String> FIELDS = Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.TITLE, "Title");

    private static final BytesDigest BYTES = new BytesDigest(5, -6);

    @TempDir
    Path folder;

    private final Patent read = new Patent(
            "US-1-A1",
            "US",
            "A1",
            "F1",
            LocalDate.of(2019, 1, 2),
            LocalDate.of(2020, 3, 4),
            LocalDate.of(2021, 5, 6),
            List.of(new Party("Firm Ltd", "KR", "FIRM")),
            List.of(new Party("Inventor", null, null)),
            List.of(new IpcCode("H01M 10/05", "F", "I")),
            List.of("US-7-A1"),
            List.of("KR 1"),
            "en",
            "2",
            "2",
            List.of("a"),
            false,
            "",
            "Title",
            "Abstract",
            null);

    private final FieldsDigest fields = new FieldsDigest("how");

    private SparkSession spark;
    private EarlierRelease earlier;

    @BeforeEach
    void theReleaseBefore(SparkSession spark) {
        this.spark = spark;
        fields.of(FIELDS);
        earlier = stored(read, new Findings(true, false, false, 2, 5, 1, new long[] {3, 0}));
    }

    private EarlierRelease stored(Patent patent, Findings findings) {
        return stored(new Sketching(null, fields).of(patent, BYTES, findings));
    }

    private EarlierRelease stored(Patent stored) {
        return stored(table(List.of(stored)));
    }

    private Dataset<Row> table(List<Patent> patents) {
        return spark.createDataFrame(patents.stream().map(ObjectRows::row).toList(), PatentRows.SCHEMA)
                .select(PatentRows.toTable());
    }

    private EarlierRelease stored(Dataset<Row> patents) {
        return EarlierRelease.of(
                        ParquetTables.written(Patent.class, patents, folder.resolve("before-" + UUID.randomUUID())),
                        Digests.MOST)
                .orElseThrow();
    }

    private Sketching sketching() {
        return new Sketching(earlier.sketches().value(), fields);
    }

    @Test
    void aRecordOfTheSameFieldsIsKnownWithoutWhatTheySay() {
        Sketching sketching = sketching();

        assertThat(sketching.isKnown(false)).isTrue();
        assertThat(sketching.stays()).isTrue();
        assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sketching.place()).isZero();
        EarlierSketches known = earlier.sketches().value();
        Findings found = known.findings(0);
        assertThat(found)
                .usingRecursiveComparison()
                .isEqualTo(new Findings(true, false, false, 2, 5, 1, new long[] {3, 0}));
        assertThat(known.number(0)).isEqualTo(ReadRecords.digest("US-1-A1"));
        assertThat(known.family(0)).isEqualTo(ReadRecords.digest("F1"));
    }

    @Test
    void aRecordOfTheSameBytesIsKnownWithoutItsFields() {
        Sketching sketching = sketching();

        assertThat(sketching.known(BYTES, false)).isZero();
        assertThat(sketching.known(new BytesDigest(5, 6), false)).isEqualTo(-1);
        assertThat(sketching.known(new BytesDigest(4, -6), false)).isEqualTo(-1);
        assertThat(sketching.known(new BytesDigest(0, 0), false)).isEqualTo(-1);
        assertThat(new Sketching(null, fields).known(BYTES, false)).isEqualTo(-1);
        sketching.stays(0);
        assertThat(sketching.stays()).isTrue();
        assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sketching.place()).isZero();
    }

    @Test
    void aRecordThatNamesNoFamilyIsKnownOnlyWhereItsOwnNumberIsItsFamily() throws ReflectiveOperationException {
        Findings namesNone = new Findings(false, false, false, 0, 0, 0, null);
        earlier = stored(read, namesNone);
        Sketching ofOthers = sketching();
        earlier = stored(with("familyId", read.publicationNumber()), namesNone);
        Sketching own = sketching();

        for (boolean isOwn : new boolean[] {true, false}) {
            assertThat(ofOthers.isKnown(isOwn)).isFalse();
            assertThat(ofOthers.known(BYTES, isOwn)).isEqualTo(-1);
            assertThat(own.isKnown(isOwn)).isEqualTo(isOwn);
            assertThat(own.known(BYTES, isOwn)).isEqualTo(isOwn ? 0 : -1);
        }
        ofOthers.of(read, null, Findings.NOTHING);
        assertThat(ofOthers.stays()).isTrue();
    }

    @Test
    void aLanguageThatWasToldStaysToldWhereWordsTellTheSame() {
        Findings detects = new Findings(true, true, false, 0, 0, 0, null);
        fields.of(Map.of(Field.TITLE, "of other columns"));
        Sketching sketching = sketching();
        Patent again = sketching.of(read, null, detects);
        assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sketching.stays()).isFalse();
        assertThat(Reading.detectsLanguage(again)).isFalse();

        earlier = stored(read, detects);
        assertThat(Reading.detectsLanguage(sketching().of(read, null, detects))).isTrue();
    }

    @Test
    void moreFindingsThanHaveANumberAreAsIfThereWereNone() {
        int n = 66_000;
        // As Reading makes it: the form, and eight digests.
        String reading = "replace(base64(unhex('0002' || repeat(lpad(hex(id + 1), 16, '0'), 8))), '\\r\\n', '')"
                + " || ':1,0,' || id || ',0'";
        EarlierSketches known = stored(table(List.of(new Sketching(null, fields).of(read, BYTES, Findings.NOTHING)))
                        .crossJoin(spark.range(n))
                        .withColumn("reading", functions.expr(reading))
                        .drop("id"))
                .sketches()
                .value();

        assertThat(known.size()).isEqualTo(n);
        Sketching sketching = new Sketching(known, fields);
        int found = 0;
        for (int i = 0; i < n; i++) {
            int place = sketching.known(new BytesDigest(i + 1, i + 1), false);
            if (place >= 0) {
                assertThat(known.findings(place).lacks()).isEqualTo(i);
                found++;
            }
        }
        // 0 stands for none.
        assertThat(found).isEqualTo(Character.MAX_VALUE);
    }

    private Patent numbered(int i) {
        return ReadRecords.read("US-" + i + "-A1", "F" + i, "1", "a", false, "Title");
    }

    @Test
    void rowsOfEarlierBuildsAreKnownByTheirNumbersAlone() {
        Patent one = new Sketching(null, fields).of(read, BYTES, Findings.NOTHING);
        Patent other = new Sketching(null, fields).of(numbered(2), new BytesDigest(8, 9), Findings.NOTHING);
        for (String of : new String[] {null, "0".repeat(30) + "2a,7,0", "0".repeat(64) + ":1,0,16,0,12,10,0,11,0,0"}) {
            earlier = stored(table(List.of(one, other))
                    .withColumn(
                            "reading",
                            functions
                                    .when(functions.col("family_id").equalTo("F1"), functions.lit(of))
                                    .otherwise(functions.col("reading"))));
            EarlierSketches known = earlier.sketches().value();
            int place = known.place(UTF8String.fromString("US-1-A1"));

            assertThat(known.family(place)).isEqualTo(ReadRecords.digest("F1"));
            assertThat(known.number(place)).isEqualTo(ReadRecords.digest("US-1-A1"));
            Sketching sketching = sketching();
            assertThat(sketching.known(BYTES, true)).isEqualTo(-1);
            assertThat(sketching.known(new BytesDigest(8, 9), true)).isEqualTo(1 - place);
            sketching.of(read, BYTES, Findings.NOTHING);
            assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(sketching.stays()).isFalse();
        }
    }

    @Test
    void aWithdrawnPublicationIsNotKnownByItsRecord() throws ReflectiveOperationException {
        Patent stored = new Sketching(null, fields).of(read, BYTES, Findings.NOTHING);
        earlier = stored(with(stored, "withdrawn", true));

        assertThat(sketching().isKnown(true)).isFalse();
        assertThat(sketching().known(BYTES, true)).isEqualTo(-1);
    }

    @Test
    void aRecordWithAnyOtherFieldIsNotKnown() {
        for (Field field : Field.values()) {
            Map<Field, String> others = new EnumMap<>(FIELDS);
            others.merge(field, "x", (was, more) -> was + more);
            fields.of(others);
            Sketching sketching = sketching();
            assertThat(sketching.isKnown(true)).as(field.key()).isFalse();
            sketching.of(read, null, Findings.NOTHING);
            assertThat(sketching.outcome()).as(field.key()).isEqualTo(Outcome.UNCHANGED);
            assertThat(sketching.stays()).as(field.key()).isFalse();
        }
    }

    @Test
    void aRecordThatIsReadOtherwiseIsNotKnown() {
        FieldsDigest otherwise = new FieldsDigest("otherwise");
        otherwise.of(FIELDS);

        assertThat(new Sketching(earlier.sketches().value(), otherwise).isKnown(true))
                .isFalse();
    }

    @Test
    void aRecordWhoseFamilyOthersChangeDoesNotStay() throws ReflectiveOperationException {
        Sketching sketching = sketching();

        sketching.of(with("familyId", "F2"), null, Findings.NOTHING);

        assertThat(sketching.stays()).isFalse();
        assertThat(sketching.outcome()).isEqualTo(Outcome.CORRECTED);
    }

    @Test
    void aMarkOfAWithdrawalIsNotKnownByItsRecord() throws ReflectiveOperationException {
        Patent mark = with("withdrawn", true);

        Patent stored = sketching().of(mark, BYTES, Findings.NOTHING);

        assertThat(stored.reading())
                .isEqualTo(Reading.ofSeveral(KeyDigests.of("US-1-A1", "F1"), stored.recordHash()))
                .isNotEqualTo(sketching().of(read, BYTES, Findings.NOTHING).reading());
    }

    private Patent with(String column, Object value) throws ReflectiveOperationException {
        return with(read, column, value);
    }

    private static Patent with(Patent patent, String column, Object value) throws ReflectiveOperationException {
        RecordComponent[] columns = Patent.class.getRecordComponents();
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = columns[i].getName().equals(column)
                    ? value
                    : columns[i].getAccessor().invoke(patent);
        }
        Class<?>[] types = Arrays.stream(columns).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Patent.class.getDeclaredConstructor(types).newInstance(values);
    }
}
