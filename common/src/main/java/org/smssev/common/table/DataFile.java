package org.smssev.common.table;

import java.io.Serializable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A data file of a version of a table. Not all of its rows need be in the version: those that are not are named by Delta's
 * deletion vector, so that a file is not written anew for a few of them.
 *
 * @param path its path, not as an address: a blank is a blank
 * @param deleted places of rows, from 0 on, that are not in the version; not to be changed
 */
public record DataFile(String path, RoaringBitmap deleted) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A file all of whose rows are in the version. */
    public static DataFile whole(String path) {
        return new DataFile(path, new RoaringBitmap());
    }

    /** Whether all of its rows are in the version. */
    public boolean isWhole() {
        return deleted.isEmpty();
    }

    /** The file in a version that lacks further rows. */
    public DataFile without(RoaringBitmap more) {
        return new DataFile(path, RoaringBitmap.or(deleted, more));
    }
}
