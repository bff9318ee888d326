package org.smssev.common.table;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.types.StructType;

/** The row groups of a Parquet file, of each its pages that hold some rows, as Spark's reader of vectors asks for them. */
final class PlacedRowGroups {
    /** Starts a reader with row groups of its caller. The type of those is public in no package, so its methods are called by name. */
    private static final Method INITIALIZE = Arrays.stream(VectorizedParquetRecordReader.class.getMethods())
            .filter(method -> method.getName().equals("initialize")
                    && method.getParameterCount() == 4
                    && method.getParameterTypes()[0] == MessageType.class)
            .findAny()
            .orElseThrow(() -> new IllegalStateException("This version of Spark reads no row groups of its caller"));

    private final ParquetFileReader file;
    private final int[] places;
    private int next;

    private PlacedRowGroups(ParquetFileReader file, int[] places) {
        this.file = file;
        this.places = places;
    }

    /**
     * A reader of rows of a file; its batches are to be initialised.
     *
     * @param columns those of the rows
     * @param some the same columns, but in lists of records only the fields that are read; the others are null
     * @param places of the rows, ascending
     * @param batch so many are read at once
     */
    static VectorizedParquetRecordReader open(
            ParquetFileReader file, StructType columns, StructType some, int[] places, int batch) throws IOException {
        MessageType stored = file.getFileMetaData().getSchema();
        MessageType asked = ParquetReadSupport.clipParquetSchema(stored, columns, true, false, false);
        MessageType read = new MessageType(
                stored.getName(),
                among(stored, ParquetReadSupport.clipParquetSchema(stored, some, true, false, false)));
        file.setRequestedSchema(read);
        PlacedRowGroups groups = new PlacedRowGroups(file, places);
        Class<?> type = INITIALIZE.getParameterTypes()[2];
        Object source = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> groups.call(method));
        VectorizedParquetRecordReader rows = new VectorizedParquetRecordReader(false, batch);
        try {
            // What is not read is to it what the file does not have.
            INITIALIZE.invoke(rows, read, asked, source, places.length);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IOException("Cannot read " + file.getFile(), e.getCause());
        }
        return rows;
    }

    /** Those of some columns that a file has. */
    private static List<Type> among(GroupType stored, GroupType some) {
        return some.getFields().stream()
                .filter(field -> stored.containsField(field.getName()))
                .map(field -> field.isPrimitive()
                        ? field
                        : field.asGroupType()
                                .withNewFields(
                                        among(stored.getType(field.getName()).asGroupType(), field.asGroupType())))
                .toList();
    }

    private Object call(Method method) throws IOException {
        return switch (method.getName()) {
            case "readNextRowGroup" -> readNextRowGroup();
            case "close" -> {
                file.close();
                yield null;
            }
            default -> throw new UnsupportedOperationException("Row groups have no " + method.getName());
        };
    }

    /** The next row group with rows that are wanted; null behind the last one. */
    private PageReadStore readNextRowGroup() throws IOException {
        while (next < file.getRowGroups().size()) {
            int group = next++;
            BlockMetaData told = file.getRowGroups().get(group);
            int[] wanted = placesIn(told);
            if (wanted.length > 0) {
                if (told.getColumns().stream().anyMatch(column -> column.getOffsetIndexReference() == null)) {
                    throw new IllegalStateException(
                            "Data file " + file.getFile() + " has no index of its pages, so smssev did not write it");
                }
                return file.readFilteredRowGroup(
                        group,
                        RowRanges.create(
                                told.getRowCount(),
                                IntStream.range(0, wanted.length).iterator(),
                                new EachAPage(wanted)));
            }
        }
        return null;
    }

    private int[] placesIn(BlockMetaData rowGroup) {
        long first = rowGroup.getRowIndexOffset();
        long end = first + rowGroup.getRowCount();
        return Arrays.stream(places)
                .filter(place -> place >= first && place < end)
                .map(place -> Math.toIntExact(place - first))
                .toArray();
    }

    /** Rows as if each was a page, which is how Parquet makes ranges of rows. */
    private record EachAPage(int[] rows) implements OffsetIndex {
        @Override
        public int getPageCount() {
            return rows.length;
        }

        @Override
        public long getOffset(int page) {
            throw new UnsupportedOperationException("These are no pages of a file");
        }

        @Override
        public int getCompressedPageSize(int page) {
            throw new UnsupportedOperationException("These are no pages of a file");
        }

        @Override
        public long getFirstRowIndex(int page) {
            return rows[page];
        }

        @Override
        public long getLastRowIndex(int page, long all) {
            return rows[page];
        }
    }
}
