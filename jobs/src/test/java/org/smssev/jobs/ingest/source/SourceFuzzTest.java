package org.smssev.jobs.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config.Text;
import org.smssev.jobs.ingest.PartRecords;
import org.smssev.jobs.ingest.database.UnreadTables;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.format.Mutations;
import org.smssev.jobs.ingest.format.Packed;
import org.smssev.jobs.testing.RawTables;

/** Damaged tables of PatentsView, PATSTAT and exports, from recognition to rows. Seeded; {@link Mutations#ROUNDS}. */
class SourceFuzzTest {
    private static final int FILES = 2_500;
    private static final int HEADERS = 2_000;
    private static final Text TEXT = new Text(null, null, null, ";", "yyyy-MM-dd", 2_000);

    @TempDir
    private Path folder;

    private static List<Path> samples(String... folders) throws IOException {
        List<Path> samples = new ArrayList<>();
        for (String name : folders) {
            try (Stream<Path> files = Files.list(RawTables.folder(name))) {
                files.filter(f -> f.toString().endsWith("sv")).sorted().forEach(samples::add);
            }
        }
        return samples;
    }

    /** Whether the records of a chunk of which some are known by their bytes are those of the chunk. */
    private static void checkInPlace(SourceFile source, RecordScan.Chunk chunk, String what) throws IOException {
        FilePart part = new FilePart(new FileId(0, "s", "sha", "path", "name"), source, chunk);
        PartRecords records =
                new PartRecords(part, new BytesDigest.Start(source.howCut()), bytes -> (int) (bytes.low() & 3) - 1);
        List<Row> found = new ArrayList<>();
        part.rows().forEachRemaining(found::add);
        Map<BytesDigest, Row> byBytes = new HashMap<>();
        for (Row row : found) {
            assertThat(records.hasNext()).as(what).isTrue();
            records.next();
            assertThat(records.number()).as(what).isEqualTo(row.getLong(Landing.RECORD_NO));
            if (records.place() < 0) {
                BytesDigest digest = records.digest();
                assertThat(digest.low() & 3).as(what).isZero();
                assertThat(records.row()).as(what).isEqualTo(row);
                Row same = byBytes.putIfAbsent(digest, row);
                if (same != null) {
                    assertThat(without(same)).as(what).isEqualTo(without(row));
                }
            }
        }
        assertThat(records.hasNext()).as(what).isFalse();
    }

    private static List<Object> without(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(i == Landing.RECORD_NO ? null : row.get(i));
        }
        return cells;
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyRowOfADamagedTableComesBackAndChunksGiveTheSame() throws IOException {
        List<Path> samples = samples("formats/patentsview", "formats/patstat", "formats");
        Path file = folder.resolve("f");
        int tables = 0;
        int refused = 0;
        for (int round = 0; round < FILES * Mutations.ROUNDS; round++) {
            Path sample = samples.get(round % samples.size());
            String what = "round " + round + " of " + sample.getFileName();
            Random random = new Random(round);
            Files.write(file, Mutations.ofTables(random).damage(Files.readAllBytes(sample)));
            try {
                for (Packed.Entry entry : Packed.entries(file, Packed.Limits.DEFAULT)) {
                    SourceFile source =
                            Recognition.recognise(entry, TEXT, random.nextInt(4) == 0 ? Set.of("title") : Set.of());
                    List<RawRow> rows = rows(RawRows.of(source), source);
                    if (source.isSplittable()) {
                        List<RawRow> parts = new ArrayList<>();
                        RecordScan.Cut cut = source.cut(1 + random.nextInt(200), 20 * (round % 3));
                        SourceFile seen = source.markedBy(cut.marks());
                        for (RecordScan.Chunk chunk : cut.chunks()) {
                            parts.addAll(rows(RawRows.of(seen, chunk), source));
                            checkInPlace(seen, chunk, what);
                        }
                        assertThat(parts).as(what).isEqualTo(rows);
                    }
                }
                tables++;
            } catch (UserException e) {
                assertThat(e).as(what).hasMessageContaining("f");
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(what, e);
            }
        }
        assertThat(tables).isGreaterThan(refused / 2);
        assertThat(refused).isPositive();
    }

    /** The rows; each has a cell for each column, or a reason. */
    private static List<RawRow> rows(Iterator<RawRow> iterator, SourceFile source) {
        List<RawRow> rows = new ArrayList<>();
        iterator.forEachRemaining(rows::add);
        for (RawRow row : rows) {
            boolean sound = row.reason() == null
                    ? row.cells().size() == source.header().size()
                    : !row.detail().isBlank() && row.raw() != null;
            if (!sound) {
                throw new IllegalStateException("a row that is neither read nor rejected: " + row);
            }
        }
        return rows;
    }

    @Test
    void tableIsKnownByItsColumnsInAnyOrderAndTakenForNoneOfTheOtherDatabase() throws IOException {
        List<Path> samples = samples("formats/patentsview", "formats/patstat");
        for (int round = 0; round < HEADERS * Mutations.ROUNDS; round++) {
            Path sample = samples.get(round % samples.size());
            String name = sample.getFileName().toString();
            Random random = new Random(round);
            List<String> header = header(sample);
            String role = table(header).orElseThrow();
            assertThat(name).startsWith(role);

            Collections.shuffle(header, random);
            header.replaceAll(c -> random.nextBoolean() ? " " + c.toUpperCase(Locale.ROOT) : c);
            assertThat(table(header)).as(name).contains(role);

            byte[] damaged =
                    Mutations.ofTables(random).damage(String.join("\n", header).getBytes(StandardCharsets.UTF_8));
            List<String> columns = List.of(new String(damaged, StandardCharsets.UTF_8).split("\n", -1));
            Optional<String> found = table(columns);
            assertThat(found.orElse(role).startsWith("tls")).as(name).isEqualTo(role.startsWith("tls"));
        }
    }

    private static Optional<String> table(List<String> header) {
        return Recognition.databaseTable(header).or(() -> UnreadTables.of(header));
    }

    private static List<String> header(Path sample) throws IOException {
        String line = Files.readAllLines(sample).get(0).replace("\"", "").replace("\ufeff", "");
        return new ArrayList<>(List.of(line.split("[,\t]", -1)));
    }
}
