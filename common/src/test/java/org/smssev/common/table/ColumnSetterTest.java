package org.smssev.common.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnSetterTest {
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("message rows {"
            + " required int64 id; optional binary release (STRING); optional group nested { optional binary release"
            + " (STRING); } required binary last (STRING); }");
    private static final int ROWS = 30_000;

    @TempDir
    java.nio.file.Path folder;

    private final Configuration hadoop = new Configuration();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = new Path(folder.resolve("a file.parquet").toUri());
        SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop))
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(200_000L)
                .withPageSize(4_000)
                .build()) {
            for (long id = 0; id < ROWS; id++) {
                Group row = groups.newGroup();
                if (id % 3 != 0) {
                    row.append("release", "r" + id % 5);
                }
                row.append("id", id);
                row.addGroup("nested").append("release", "n" + id);
                row.append("last", "l" + id % 7);
                writer.write(row);
            }
        }
    }

    private Path set(Path from, String name, Map<String, String> columns) throws IOException {
        Path to = new Path(folder.resolve(name).toUri());
        new ColumnSetter(hadoop, columns).copy(from, to);
        return to;
    }

    private List<Group> rows(Path of, FilterCompat.Filter filter) throws IOException {
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), of)
                .withConf(hadoop)
                .withFilter(filter)
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> texts(Path of, FilterCompat.Filter filter) throws IOException {
        return rows(of, filter).stream().map(Group::toString).toList();
    }

    private static String expected(long id, String release, String last) {
        return "id: " + id + "\nrelease: " + release + "\nnested\n  release: n" + id + "\nlast: " + last + "\n";
    }

    @Test
    void theColumnsHaveTheValueInAllRowsAndTheOthersStay() throws IOException {
        Path copy = set(file, "copy", Map.of("release", "2026-11", "last", "é"));
        Path again = set(copy, "again", Map.of("release", "2026-12"));

        List<String> ofCopy = texts(copy, FilterCompat.NOOP);
        List<String> ofAgain = texts(again, FilterCompat.NOOP);
        assertThat(ofCopy).hasSize(ROWS);
        for (int id = 0; id < ROWS; id++) {
            assertThat(ofCopy.get(id)).isEqualTo(expected(id, "2026-11", "é"));
            assertThat(ofAgain.get(id)).isEqualTo(expected(id, "2026-12", "é"));
        }
        // The old pages of the column stay, which are few.
        assertThat(Files.size(folder.resolve("again"))).isLessThan(Files.size(folder.resolve("copy")) + 20_000);
    }

    @Test
    void statisticsAndIndexesAreThoseOfTheValue() throws IOException {
        Path copy = set(file, "copy", Map.of("release", "2026-11"));

        try (ParquetFileReader before = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop));
                ParquetFileReader after = ParquetFileReader.open(HadoopInputFile.fromPath(copy, hadoop))) {
            assertThat(after.getFooter().getFileMetaData().getSchema()).isEqualTo(SCHEMA);
            assertThat(after.getRowGroups())
                    .hasSameSizeAs(before.getRowGroups())
                    .hasSizeGreaterThan(1);
            for (int i = 0; i < after.getRowGroups().size(); i++) {
                BlockMetaData old = before.getRowGroups().get(i);
                BlockMetaData group = after.getRowGroups().get(i);
                ColumnChunkMetaData release = group.getColumns().get(1);
                assertThat(release.getValueCount()).isEqualTo(group.getRowCount());
                assertThat(release.getStatistics().getNumNulls()).isZero();
                assertThat(release.getStatistics().minAsString())
                        .isEqualTo(release.getStatistics().maxAsString())
                        .isEqualTo("2026-11");
                assertThat(after.readColumnIndex(release).getNullCounts()).containsOnly(0L);
                assertThat(after.readOffsetIndex(release).getOffset(0)).isEqualTo(release.getFirstDataPageOffset());
                // The sizes of the group are the sums of those of its columns, as they were.
                assertThat(sum(group) - group.getTotalByteSize()).isEqualTo(sum(old) - old.getTotalByteSize());
                assertThat(group.getColumns().subList(2, 4).toString())
                        .isEqualTo(old.getColumns().subList(2, 4).toString());
                assertThat(group.getStartingPos()).isEqualTo(old.getStartingPos());
            }
        }
        FilterPredicate isNew = FilterApi.eq(FilterApi.binaryColumn("release"), Binary.fromString("2026-11"));
        FilterPredicate isOld = FilterApi.eq(FilterApi.binaryColumn("release"), Binary.fromString("r1"));
        FilterPredicate isOne = FilterApi.and(isNew, FilterApi.eq(FilterApi.longColumn("id"), 29_999L));
        assertThat(rows(copy, FilterCompat.get(isOld))).isEmpty();
        assertThat(texts(copy, FilterCompat.get(isOne))).containsExactly(expected(29_999, "2026-11", "l4"));
    }

    private static long sum(BlockMetaData group) {
        return group.getColumns().stream()
                .mapToLong(ColumnChunkMetaData::getTotalUncompressedSize)
                .sum();
    }

    @Test
    void whatIsNoFileOfSuchColumnsIsRefused() throws IOException {
        assertThatThrownBy(() -> set(file, "copy", Map.of("none", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no column none");
        assertThatThrownBy(() -> set(file, "copy", Map.of("nested", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> set(file, "copy", Map.of("id", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Column id of file")
                .hasMessageContaining("first column");
        Files.write(folder.resolve("short"), new byte[7]);
        Files.write(folder.resolve("zeros"), new byte[700]);
        for (String name : new String[] {"short", "zeros"}) {
            assertThatThrownBy(() -> set(new Path(folder.resolve(name).toUri()), "copy", Map.of("last", "x")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(name);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("a file.parquet"));
        // A footer that is said to be longer than the file.
        bytes[bytes.length - 5] = 0x7f;
        Files.write(folder.resolve("long"), bytes);
        assertThatThrownBy(() -> set(new Path(folder.resolve("long").toUri()), "copy", Map.of("last", "x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lacks a part of its footer");
        assertThat(folder.resolve("copy")).doesNotExist();
    }
}
