package org.smssev.common.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
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
                DeletionVectors.read(InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file), table, engine));
    }

    private static AddFile added(Row file) {
        return new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    }

    /**
     * Makes a file a part of a version, or changes what was said of it.
     *
     * @param file of which it is known how many rows it has, if not all of them are to be in the version
     * @param root address of the folder of the table, in which the file is
     */
    static Row add(DataFile file, StructType schema, URI root) {
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
     * Takes a file out of the versions from now on.
     *
     * @param file as {@link #file} takes it
     */
    static Row remove(Row file) {
        return SingleAction.createRemoveFileSingleAction(
                added(file).toRemoveFileRow(true, Optional.of(System.currentTimeMillis())));
    }
}
