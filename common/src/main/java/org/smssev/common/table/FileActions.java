package org.smssev.common.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** What Delta's log says of data files. */
final class FileActions {
    private FileActions() {}

    /**
     * A file of a version.
     *
     * @param file as Kernel lists it, with its statistics
     * @param table folder of the table
     */
    static DataFile file(Row file, String table, Engine engine) throws IOException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        return new DataFile(
                status.getPath(),
                status.getSize(),
                status.getModificationTime(),
                added(file).getNumRecords().orElse(null),
                InternalScanFileUtils.getPartitionValues(file),
                DeletionVectors.read(deleted(file), table, engine));
    }

    /** What the log says of deleted rows; null if there are none. */
    private static DeletionVectorDescriptor deleted(Row file) {
        return InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file);
    }

    private static AddFile added(Row file) {
        return new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    }

    /**
     * The files of a version as Kernel lists them.
     *
     * @return rows that {@link #file} takes
     */
    static List<Row> listed(Snapshot version, Engine engine) throws IOException {
        List<Row> listed = new ArrayList<>();
        // Kernel has no public call that lists them with how many rows they have.
        ScanImpl scan = (ScanImpl) version.getScanBuilder().build();
        try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine, true)) {
            while (files.hasNext()) {
                try (CloseableIterator<Row> rows = files.next().getRows()) {
                    rows.forEachRemaining(listed::add);
                }
            }
        }
        return listed;
    }

    /**
     * Makes a table consist of some files.
     *
     * @param head its newest version
     * @param files all files of the next one, also those of the newest, which are left where they stay as they are
     * @param table folder of the table
     * @param root as for {@link #add}
     */
    static List<Row> change(
            Snapshot head, List<DataFile> files, String table, StructType schema, URI root, Engine engine)
            throws IOException {
        Map<String, DataFile> next = new LinkedHashMap<>();
        files.forEach(file -> next.put(file.path(), file));
        List<Row> actions = new ArrayList<>();
        for (Row row : listed(head, engine)) {
            DataFile file = file(row, table, engine);
            DataFile stays = next.get(file.path());
            // With other deleted rows it is another file to Delta; with other values it is the same, put in once more.
            if (stays == null || !DeletionVectors.isInLog(deleted(row), stays.deleted())) {
                actions.add(remove(row));
            } else if (stays.set().equals(file.set())) {
                next.remove(file.path());
            }
        }
        actions.addAll(add(List.copyOf(next.values()), schema, root));
        return actions;
    }

    /**
     * Makes files a part of a version, or changes what was said of them.
     *
     * @param files of which it is known how many rows they have, if not all of them are to be in the version
     * @param root address of the folder of the table, in which the files are
     */
    static List<Row> add(List<DataFile> files, StructType schema, URI root) {
        return files.stream().map(file -> add(file, schema, root)).toList();
    }

    private static Row add(DataFile file, StructType schema, URI root) {
        Optional<DataFileStatistics> statistics = Optional.ofNullable(file.rows())
                .map(n -> new DataFileStatistics(n, Map.of(), Map.of(), Map.of(), Optional.of(false)));
        Map<String, Literal> set = file.set().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Literal.ofString(value.getValue())));
        RoaringBitmap deleted = file.deleted();
        AddFile added = AddFile.convertDataFileStatus(
                schema,
                root,
                new DataFileStatus(file.path(), file.size(), file.modified(), statistics),
                set,
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                deleted.isEmpty() ? Optional.empty() : Optional.of(DeletionVectors.inLog(deleted)));
        return SingleAction.createAddFileSingleAction(added.toRow());
    }

    /**
     * Takes a file out, in 1970, so that no checkpoint keeps that; without a time Kernel writes that of now. Of a file that comes back
     * a checkpoint would else say that it is in and that it is out, and other readers take the latter.
     */
    private static Row remove(Row file) {
        return SingleAction.createRemoveFileSingleAction(added(file).toRemoveFileRow(true, Optional.of(0L)));
    }
}
