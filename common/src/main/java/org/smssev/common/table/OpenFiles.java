package org.smssev.common.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.roaringbitmap.RoaringBitmap;

/**
 * The files that a task writes: one for all rows that have the same values in the columns of one value a file, which are not
 * written.
 */
final class OpenFiles implements AutoCloseable {
    private final Opening opening;
    private final StructType schema;
    private final int[] perFile;
    /** Null where all columns are written. */
    private final ProjectingInternalRow written;

    private final Map<List<UTF8String>, OpenFile> open = new LinkedHashMap<>();
    /** That of the last row; null before the first one. */
    private OpenFile last;

    /** Opens files, each of which must have a name of its own. */
    @FunctionalInterface
    interface Opening {
        /** The file with this number, from 0 on. */
        OpenFile open(int number);
    }

    /** A file. */
    static final class OpenFile implements AutoCloseable {
        private final Path path;
        private final OutputWriter writer;
        private List<UTF8String> values;
        private long rows;

        OpenFile(Path path, OutputWriter writer) {
            this.path = path;
            this.writer = writer;
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    /**
     * No files yet.
     *
     * @param schema all columns of the rows
     */
    OpenFiles(TableDef def, StructType schema, Opening opening) {
        this.opening = opening;
        this.schema = schema;
        this.perFile = def.perFile().stream().mapToInt(schema::fieldIndex).toArray();
        this.written = perFile.length == 0 ? null : TableSchema.projection(schema, inFiles(def, schema));
    }

    /** The columns of a table that are in its files. */
    static StructType inFiles(TableDef def, StructType schema) {
        return TableSchema.only(schema, column -> !def.perFile().contains(column));
    }

    /** Writes a row to the file to which it belongs. */
    void write(InternalRow row) {
        if (last == null || !isOf(last, row)) {
            last = file(row);
        }
        last.rows++;
        if (written == null) {
            last.writer.write(row);
        } else {
            written.project(row);
            last.writer.write(written);
        }
    }

    private boolean isOf(OpenFile file, InternalRow row) {
        for (int i = 0; i < perFile.length; i++) {
            if (!Objects.equals(file.values.get(i), row.getUTF8String(perFile[i]))) {
                return false;
            }
        }
        return true;
    }

    private OpenFile file(InternalRow row) {
        // A null is no value, which the rules of the table tell once all rows are seen.
        List<UTF8String> values = Arrays.stream(perFile)
                .mapToObj(row::getUTF8String)
                .map(value -> value == null ? null : value.copy())
                .collect(Collectors.toCollection(ArrayList::new));
        OpenFile file = open.get(values);
        if (file == null) {
            file = opening.open(open.size());
            file.values = values;
            open.put(values, file);
        }
        return file;
    }

    /** What was written, once the files are closed. */
    List<DataFile> files(FileSystem fs) throws IOException {
        List<DataFile> files = new ArrayList<>();
        for (OpenFile file : open.values()) {
            FileStatus status = fs.getFileStatus(file.path);
            files.add(new DataFile(
                    status.getPath().toString(),
                    status.getLen(),
                    status.getModificationTime(),
                    file.rows,
                    set(file.values),
                    new RoaringBitmap()));
        }
        return files;
    }

    private Map<String, String> set(List<UTF8String> values) {
        Map<String, String> set = new HashMap<>();
        IntStream.range(0, perFile.length)
                .forEach(i -> set.put(schema.fieldNames()[perFile[i]], String.valueOf(values.get(i))));
        return set;
    }

    /** Removes the files, as what they were for failed. */
    void delete(FileSystem fs, Throwable failure) {
        open.values().forEach(file -> RowFiles.delete(fs, file.path, failure));
    }

    @Override
    public void close() {
        close(open.values().iterator());
    }

    /** Closes all of them, also where one cannot be. */
    private static void close(Iterator<OpenFile> files) {
        if (files.hasNext()) {
            OpenFile file = files.next();
            try (file) {
                close(files);
            }
        }
    }
}
