package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.testing.LocalSpark;

/** A release in many small files of several columns and writings. */
@ExtendWith(LocalSpark.class)
class ManyFilesTest {
    private static final int FILES = 40;
    private static final String HEADER = "number,title,ipc,family";
    private static final String OTHER_ORDER = "title,number,family,ipc";
    private static final Map<String, String> COLUMNS =
            Map.of("publication-number", "number", "title", "title", "ipc", "ipc", "family-id", "family");
    private static final String WHAT = "concat_ws('|', publication_number, family_id, title, ipc.symbol, sources)";

    @TempDir
    private Path folder;

    private static String line(int i) {
        return "US" + (7_000_000 + i) + "B1,Cathode " + i + ",H01M 4/" + (10 + i % 80) + ",F" + i % 100;
    }

    private static String turned(int i) {
        String[] cells = line(i).split(",");
        return String.join(",", cells[1], cells[0], cells[3], cells[2]);
    }

    /** The records 3 i, 3 i + 1 and 3 i + 2, in one of the ways that files are written. */
    private void write(Path into, int i) throws IOException {
        String name = String.format("part%02d.csv", i);
        boolean other = i % 5 == 0;
        StringBuilder text = new StringBuilder(other ? OTHER_ORDER : HEADER).append('\n');
        for (int r = 3 * i; r < 3 * i + 3; r++) {
            text.append(other ? turned(r) : line(r)).append('\n');
        }
        switch (i % 4) {
            case 1 -> ReleaseFiles.write(into.resolve(name + ".gz"), ReleaseFiles.gzip(text.toString()));
            case 2 -> ReleaseFiles.write(into.resolve(name), text.toString().replace('\n', '\r'));
            case 3 -> ReleaseFiles.write(into.resolve(name), text.toString(), "UTF-16LE");
            default -> ReleaseFiles.write(into.resolve(name), text.toString());
        }
    }

    @Test
    void manyFilesGiveWhatOneGivesAndEachIsAccountedFor(SparkSession spark) throws IOException {
        StringBuilder one = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < FILES; i++) {
            write(folder.resolve("many"), i);
            for (int r = 3 * i; r < 3 * i + 3; r++) {
                one.append(line(r)).append('\n');
            }
        }
        ReleaseFiles.write(folder.resolve("many/header-only.csv"), HEADER + "\n");
        ReleaseFiles.write(folder.resolve("many/torn.csv"), HEADER + "\n" + line(0) + "\nno,such\n");
        ReleaseRuns runs = new ReleaseRuns(spark, folder.resolve("runs"));

        MemoryContext many = runs.run("1", null, ReleaseRuns.mapped("s", folder.resolve("many"), COLUMNS));
        MemoryContext single = runs.run(
                "1",
                null,
                ReleaseRuns.mapped("s", ReleaseFiles.write(folder.resolve("one.csv"), one.toString()), COLUMNS));

        assertThat(ReleaseRuns.column(many, Patent.class, WHAT))
                .hasSize(3 * FILES)
                .isEqualTo(ReleaseRuns.column(single, Patent.class, WHAT));
        assertThat(ReleaseRuns.column(many, Family.class, "concat(family_id, ' ', n_publications)"))
                .hasSize(100)
                .isEqualTo(ReleaseRuns.column(single, Family.class, "concat(family_id, ' ', n_publications)"));
        List<LedgerEntry> ledger = many.rows(LedgerEntry.class);
        assertThat(ledger).hasSize(FILES + 2);
        assertThat(ledger).filteredOn(e -> e.file().startsWith("part")).allSatisfy(e -> {
            assertThat(e.read()).isEqualTo(3);
            assertThat(e.newRecords()).isEqualTo(3);
        });
        assertThat(ledger)
                .filteredOn(e -> e.file().equals("header-only.csv"))
                .singleElement()
                .extracting(LedgerEntry::read)
                .isEqualTo(0L);
        assertThat(ledger)
                .filteredOn(e -> e.file().equals("torn.csv"))
                .singleElement()
                .satisfies(e -> assertThat(List.of(e.read(), e.duplicate(), e.quarantined()))
                        .containsExactly(2L, 1L, 1L));
        assertThat(ReleaseRuns.column(many, Quarantined.class, "concat(file, ' ', record_no, ' ', raw)"))
                .containsExactly("torn.csv 2 no,such");
    }
}
