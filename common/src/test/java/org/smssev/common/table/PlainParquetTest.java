package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainParquetTest {
    /** A nested row. */
    public record Part(
            @Column("name") String name,

            @Column(value = "amount", nullable = true) Double amount) {}

    /** A row with a column of every kind. */
    @Table(name = "test.rows", comment = "Rows.", key = "id")
    public record Row(
            @Column("id") String id,
            @Column("count") long count,

            @Column(value = "year", nullable = true) Integer year,

            @Column("value") double value,
            @Column("flag") boolean flag,

            @Column(value = "day", nullable = true) LocalDate day,

            @Column("time") Instant time,
            @Column("names") List<String> names,
            @Column("parts") List<Part> parts) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "a",
                    1,
                    2020,
                    0.1,
                    true,
                    LocalDate.of(2026, 1, 2),
                    Instant.parse("2026-01-02T03:04:05.000006Z"),
                    List.of("x", "y"),
                    List.of(new Part("p", 1.5), new Part("q", null))),
            new Row("b", 2, null, -0.0, false, null, Instant.EPOCH, List.of(), List.of()));

    @TempDir
    private Path folder;

    private Path write(String name, List<List<Row>> parts) throws IOException {
        Path file = folder.resolve(name);
        PlainParquet.write(file, Row.class, parts.iterator());
        return file;
    }

    @Test
    void rowsAreReadBackFromASingleFile() throws IOException {
        Path file = write("rows.parquet", List.of(ROWS.subList(0, 1), List.of(), ROWS.subList(1, 2)));
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getString("id", 0)).isEqualTo("a");
        assertThat(rows.get(0).getLong("time", 0)).isEqualTo(1_767_323_045_000_006L);
        assertThat(rows.get(0).getInteger("day", 0))
                .isEqualTo((int) LocalDate.of(2026, 1, 2).toEpochDay());
        assertThat(rows.get(0).getGroup("parts", 0).getFieldRepetitionCount(0)).isEqualTo(2);
        assertThat(rows.get(1).getFieldRepetitionCount("year")).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void sameRowsInOtherPartsOfTheSameSizeGiveTheSameBytes() throws IOException {
        assertThat(write("a.parquet", List.of(ROWS))).hasSameBinaryContentAs(write("b.parquet", List.of(ROWS)));
    }

    @Test
    void fileWithoutRowsHasTheSameColumns() throws IOException {
        assertThat(schema(write("none.parquet", List.of()))).isEqualTo(schema(write("some.parquet", List.of(ROWS))));
        assertThat(schema(write("empty.parquet", Arrays.asList(List.of(), List.of())))
                        .getFieldCount())
                .isEqualTo(9);
    }

    private static MessageType schema(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getFooter().getFileMetaData().getSchema();
        }
    }

    @Test
    void rowsAreTakenOneAfterTheOther() throws IOException {
        Iterator<List<Row>> parts = List.of(ROWS, ROWS, ROWS).iterator();
        PlainParquet.write(folder.resolve("many.parquet"), Row.class, parts);
        assertThat(parts.hasNext()).isFalse();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(folder.resolve("many.parquet")))) {
            assertThat(reader.getRecordCount()).isEqualTo(6);
        }
    }
}
