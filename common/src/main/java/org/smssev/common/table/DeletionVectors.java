package org.smssev.common.table;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.deletionvectors.Base85Codec;
import io.delta.kernel.internal.deletionvectors.DeletionVectorStoredBitmap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Deletion vectors as Delta's protocol writes them into the log: an array of bitmaps, here always one, in Z85. */
final class DeletionVectors {
    /** Of bitmaps in the form that all implementations of them share. */
    private static final int MAGIC = 1681511377;
    /** Magic number, number of bitmaps, and the upper half of the places in the first of them. */
    private static final int HEADER = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private DeletionVectors() {}

    /** What the log says of rows that are not in a version. */
    static DeletionVectorDescriptor inLog(RoaringBitmap deleted) {
        RoaringBitmap compact = deleted.clone();
        compact.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + compact.serializedSizeInBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putLong(1)
                .putInt(0);
        compact.serialize(bytes);
        return new DeletionVectorDescriptor(
                DeletionVectorDescriptor.INLINE_DV_MARKER,
                Base85Codec.encodeBytes(bytes.array()),
                Optional.empty(),
                bytes.capacity(),
                compact.getLongCardinality());
    }

    /** Whether a log says of such rows what we would: another spelling of the same makes it another file to Delta. */
    static boolean isInLog(DeletionVectorDescriptor said, RoaringBitmap deleted) {
        return said == null
                ? deleted.isEmpty()
                : !deleted.isEmpty() && inLog(deleted).getUniqueId().equals(said.getUniqueId());
    }

    /**
     * What a log says, read.
     *
     * @param said null if all rows are in the version
     * @param table folder of the table, for vectors that others wrote to files
     */
    static RoaringBitmap read(DeletionVectorDescriptor said, String table, Engine engine) throws IOException {
        RoaringBitmap deleted = new RoaringBitmap();
        if (said != null) {
            long[] places = new DeletionVectorStoredBitmap(said, Optional.of(table))
                    .load(engine.getFileSystemClient())
                    .toArray();
            for (long place : places) {
                deleted.add(Math.toIntExact(place));
            }
        }
        return deleted;
    }
}
