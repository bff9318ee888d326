package org.smssev.common.table;

import java.io.Serializable;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * A data file of a version of a table. Not all of its rows need be in the version: those that are not are named by Delta's
 * deletion vector, so that a file is not written anew for a few of them.
 *
 * @param path its path, not as an address: a blank is a blank
 * @param size bytes
 * @param modified milliseconds since 1970
 * @param rows how many it has, those included that are not in the version; null where the version does not tell
 * @param set the values that all of its rows have in some columns, by their names; these columns are not read in the file
 * @param deleted places of rows, from 0 on, that are not in the version; not to be changed
 */
public record DataFile(String path, long size, long modified, Long rows, Map<String, String> set, RoaringBitmap deleted)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether all of its rows are in the version. */
    public boolean isWhole() {
        return deleted.isEmpty();
    }

    /** The file in a version that lacks further rows. */
    public DataFile without(RoaringBitmap more) {
        return new DataFile(path, size, modified, rows, set, RoaringBitmap.or(deleted, more));
    }

    /** The file in a version in which all of its rows have other values in such columns. */
    public DataFile with(Map<String, String> values) {
        return new DataFile(path, size, modified, rows, values, deleted);
    }

    /** The file of which it is known how many rows it has. */
    DataFile withRows(long n) {
        return new DataFile(path, size, modified, n, set, deleted);
    }
}
