package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.Reading.Findings;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class SketchingTest {
    private static final Map<Field, String> FIELDS = Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.TITLE, "Title");

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

    private EarlierRelease earlier;

    @BeforeEach
    void theReleaseBefore(SparkSession spark) {
        fields.of(FIELDS);
        Patent stored = new Sketching(null, fields).of(read, new Findings(5, 1, new long[] {3, 0}));
        earlier = EarlierRelease.of(ParquetTables.written(
                        Patent.class,
                        spark.createDataFrame(List.of(PatentRows.row(stored)), PatentRows.SCHEMA)
                                .select(PatentRows.toTable()),
                        folder.resolve("before")))
                .orElseThrow();
    }

    private Sketching sketching() {
        return new Sketching(earlier.sketches().value(), fields);
    }

    @Test
    void aRecordOfTheSameFieldsIsKnownWithoutWhatTheySay() {
        Sketching sketching = sketching();

        assertThat(sketching.isKnown(true, false)).isTrue();
        assertThat(sketching.stays()).isTrue();
        assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sketching.place()).isZero();
        EarlierSketches known = earlier.sketches().value();
        Findings found = known.findings(0);
        assertThat(List.of(found.lacks(), found.malformedIpc())).containsExactly(5, 1);
        assertThat(found.ipcStatuses()).containsExactly(3, 0);
        assertThat(known.number(0)).isEqualTo(ReadRecords.digest("US-1-A1"));
        assertThat(known.family(0)).isEqualTo(ReadRecords.digest("F1"));
    }

    @Test
    void aRecordThatNamesNoFamilyIsKnownOnlyByWhatOthersMakeOfIt() {
        Sketching sketching = sketching();

        assertThat(sketching.isKnown(false, true)).isFalse();
        assertThat(sketching.isKnown(false, false)).isFalse();
        sketching.of(read, ReadRecords.NOTHING);
        assertThat(sketching.stays()).isTrue();
    }

    @Test
    void aRecordWithAnyOtherFieldIsNotKnown() {
        for (Field field : Field.values()) {
            Map<Field, String> others = new EnumMap<>(FIELDS);
            others.merge(field, "x", (was, more) -> was + more);
            fields.of(others);
            Sketching sketching = sketching();
            assertThat(sketching.isKnown(true, true)).as(field.key()).isFalse();
            sketching.of(read, ReadRecords.NOTHING);
            assertThat(sketching.outcome()).as(field.key()).isEqualTo(Outcome.UNCHANGED);
            assertThat(sketching.stays()).as(field.key()).isFalse();
        }
    }

    @Test
    void aRecordThatIsReadOtherwiseIsNotKnown() {
        FieldsDigest otherwise = new FieldsDigest("otherwise");
        otherwise.of(FIELDS);

        assertThat(new Sketching(earlier.sketches().value(), otherwise).isKnown(true, true))
                .isFalse();
    }

    @Test
    void aRecordWhoseFamilyOthersChangeDoesNotStay() throws ReflectiveOperationException {
        Sketching sketching = sketching();

        sketching.of(with("familyId", "F2"), ReadRecords.NOTHING);

        assertThat(sketching.stays()).isFalse();
        assertThat(sketching.outcome()).isEqualTo(Outcome.CORRECTED);
    }

    @Test
    void aMarkOfAWithdrawalHasNoReading() throws ReflectiveOperationException {
        Patent mark = with("withdrawn", true);

        assertThat(sketching().of(mark, ReadRecords.NOTHING).reading()).isNull();
        assertThat(sketching().of(read, ReadRecords.NOTHING).reading()).matches("[0-9a-f]{32}");
    }

    private Patent with(String column, Object value) throws ReflectiveOperationException {
        RecordComponent[] columns = Patent.class.getRecordComponents();
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = columns[i].getName().equals(column)
                    ? value
                    : columns[i].getAccessor().invoke(read);
        }
        Class<?>[] types = Arrays.stream(columns).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Patent.class.getDeclaredConstructor(types).newInstance(values);
    }
}
