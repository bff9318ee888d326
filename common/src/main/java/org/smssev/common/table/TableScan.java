package org.smssev.common.table;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a table's version, some thousand at a time, file by file in the order of their names; so a table may be
 * larger than the memory. A column that the version lacks is null.
 */
public final class TableScan<T extends Record> implements Iterator<List<T>>, Closeable {
    private final Class<T> type;
    private final Engine engine;
    private final Row state;
    private final StructType physical;
    private final Iterator<Row> files;
    private CloseableIterator<FilteredColumnarBatch> open;

    TableScan(Class<T> type, Snapshot snapshot, Engine engine) throws IOException {
        this.type = type;
        this.engine = engine;
        Scan scan = snapshot.getScanBuilder()
                .withReadSchema(TableSchema.kernel(type))
                .build();
        state = scan.getScanState(engine);
        physical = ScanStateRow.getPhysicalDataReadSchema(state);
        files = files(scan).iterator();
    }

    private List<Row> files(Scan scan) throws IOException {
        List<Row> found = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(
                row -> InternalScanFileUtils.getAddFileStatus(row).getPath()));
        return found;
    }

    @Override
    public boolean hasNext() {
        try {
            while (open == null || !open.hasNext()) {
                close();
                if (!files.hasNext()) {
                    return false;
                }
                open = open(files.next());
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read table " + TableDef.of(type).name(), e);
        }
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<T> rows = new ArrayList<>();
        FilteredColumnarBatch batch = open.next();
        RecordReader.read(type, batch.getData(), batch.getSelectionVector(), rows);
        return rows;
    }

    private CloseableIterator<FilteredColumnarBatch> open(Row file) throws IOException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        CloseableIterator<FileReadResult> read = engine.getParquetHandler()
                .readParquetFiles(Utils.singletonCloseableIterator(status), physical, Optional.empty());
        return Scan.transformPhysicalData(engine, state, file, read.map(FileReadResult::getData));
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
