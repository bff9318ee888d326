package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.ingest.ReleaseFiles;
import org.smssev.jobs.ingest.ReleaseRuns;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

class ClosedRowsTest {
    private int closed;

    private ClosedRows rows(Iterator<RawRow> rows) {
        return new ClosedRows(rows, () -> closed++);
    }

    private static RawRow row(long number) {
        return RawRow.of(number, List.of("x"));
    }

    @Test
    void theyAreClosedBehindTheLastOnce() {
        ClosedRows rows = rows(List.of(row(1), row(2)).iterator());
        List<Long> read = new ArrayList<>();
        rows.forEachRemaining(row -> read.add(row.number()));
        rows.close();

        assertThat(read).containsExactly(1L, 2L);
        assertThat(rows.hasNext()).isFalse();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void theyAreClosedWhereReadingFails() {
        Iterator<RawRow> damaged = Stream.of(row(1), row(2))
                .map(row -> {
                    if (row.number() == 2) {
                        throw new IllegalStateException("damaged");
                    }
                    return row;
                })
                .iterator();
        ClosedRows rows = rows(damaged);

        assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).hasMessage("damaged");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void whoWantsNoMoreClosesThem() {
        try (ClosedRows rows = rows(List.of(row(1), row(2)).iterator())) {
            assertThat(rows.next().number()).isEqualTo(1);
            assertThat(closed).isZero();
        }
        assertThat(closed).isEqualTo(1);
    }

    /** Copies of a workbook in the folder for temporary files, which others use as well. */
    private static long copies(Path workbook) throws IOException {
        long copies = 0;
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "smssev-table*")) {
            for (Path file : files) {
                try {
                    copies += Files.mismatch(file, workbook) < 0 ? 1 : 0;
                } catch (NoSuchFileException e) {
                    // Another one's.
                    assertThat(file).doesNotExist();
                }
            }
        }
        return copies;
    }

    @Test
    void noCopyOfAWorkbookStaysWhereOnlyItsFirstRecordsAreLookedAt(@TempDir Path folder) throws IOException {
        List<Object> header = List.of("Publication Number", "Title", "Family Number");
        List<List<Object>> table = new ArrayList<>(List.of(header));
        for (int i = 0; i < 20; i++) {
            table.add(List.of("US" + (7_000_000 + i) + "B1", "Cathode " + UUID.randomUUID(), "F1"));
        }
        Path file = ReleaseFiles.write(
                folder.resolve("a.xlsx"), TestWorkbooks.xlsx(new TestSheet("S", List.copyOf(table))));
        List<Inspection> found = new ArrayList<>();

        Inspection.of(
                file,
                ReleaseRuns.mapped("s", file, Map.of("publication-number", "Publication Number")),
                Inspection.Settings.DEFAULT,
                3,
                () -> null,
                found::add,
                refused -> {
                    throw refused;
                });

        assertThat(found).singleElement().satisfies(i -> {
            assertThat(i.read()).isEqualTo(3);
            assertThat(i.whole()).isFalse();
        });
        assertThat(copies(file)).isZero();
    }
}
