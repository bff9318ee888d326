package org.smssev.common.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.DataFileStatus;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * A Parquet file, below the folder of its table, that a commit adds.
 *
 * @param rows how many it has; null where that is not known, which a file without some of them needs
 * @param deleted places of rows that are not to be in the version
 */
record AddedFile(DataFileStatus file, Long rows, RoaringBitmap deleted) {
    /** A file all of whose rows are to be in the version. */
    static AddedFile whole(DataFileStatus file) {
        return new AddedFile(file, null, new RoaringBitmap());
    }

    /**
     * What the commit says of it.
     *
     * @param root address of the folder of the table
     */
    Row action(StructType schema, URI root) {
        Optional<DataFileStatistics> statistics = Optional.ofNullable(rows)
                .map(n -> new DataFileStatistics(n, Map.of(), Map.of(), Map.of(), Optional.of(false)));
        AddFile added = AddFile.convertDataFileStatus(
                schema,
                root,
                new DataFileStatus(file.getPath(), file.getSize(), file.getModificationTime(), statistics),
                Map.of(),
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                deleted.isEmpty() ? Optional.empty() : Optional.of(DeletionVectors.inLog(deleted)));
        return SingleAction.createAddFileSingleAction(added.toRow());
    }
}
