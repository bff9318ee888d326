package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

@ExtendWith(LocalSpark.class)
class SketchingTest {
    /** Which releases held it follows from the release, and the digest from the rest. */
    private static final Set<String> MADE = Set.of("firstRelease", "lastRelease", "recordHash");

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
            "Abstract");

    private EarlierRelease earlier;

    @BeforeEach
    void theReleaseBefore(SparkSession spark) {
        Patent stored = new Sketching(null).of(read);
        earlier = EarlierRelease.of(ParquetTables.written(
                        Patent.class,
                        spark.createDataFrame(List.of(PatentRows.row(stored)), PatentRows.SCHEMA)
                                .select(PatentRows.toTable()),
                        folder.resolve("before")))
                .orElseThrow();
    }

    private Sketching sketching() {
        return new Sketching(earlier.sketches().value());
    }

    @Test
    void aRowThatSaysTheSameStaysAndOfTheRecordOnlyASketchIsKept() {
        Sketching sketching = sketching();

        Patent kept = sketching.of(read);

        assertThat(sketching.stays()).isTrue();
        assertThat(sketching.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(sketching.place()).isZero();
        assertThat(kept.title()).isNull();
        assertThat(List.of(kept.publicationNumber(), kept.familyId(), kept.sources()))
                .isEqualTo(List.of("US-1-A1", "F1", List.of("a")));
    }

    @Test
    void aRowOfWhichAnyColumnIsAnotherDoesNotStay() throws ReflectiveOperationException {
        int n = 0;
        for (RecordComponent column : Patent.class.getRecordComponents()) {
            if (!MADE.contains(column.getName())) {
                Sketching sketching = sketching();
                sketching.of(with(column.getName(), other(column.getAccessor().invoke(read))));
                assertThat(sketching.stays()).as(column.getName()).isFalse();
                n++;
            }
        }
        assertThat(n).isEqualTo(17);
    }

    @Test
    void aRecordThatSaysTheSameOfOtherSourcesOrNamesIsUnchangedButItsRowIsMadeAgain()
            throws ReflectiveOperationException {
        Sketching harmonised = sketching();
        harmonised.of(with("applicants", List.of(new Party("Firm Ltd", "KR", "OTHER FIRM"))));
        assertThat(harmonised.stays()).isFalse();
        assertThat(harmonised.outcome()).isEqualTo(Outcome.UNCHANGED);
        Sketching sources = sketching();
        sources.of(with("sources", List.of("a", "b")));
        assertThat(sources.stays()).isFalse();
        assertThat(sources.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    private static Object other(Object value) {
        if (value instanceof List<?> list) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(list.get(0));
            return longer;
        }
        return value instanceof LocalDate date ? date.plusDays(1) : value instanceof Boolean is ? !is : value + "x";
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
