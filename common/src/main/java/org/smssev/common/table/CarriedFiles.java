package org.smssev.common.table;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * Data files of an earlier version of a table that are a part of the next one; their rows were checked when written.
 *
 * @param files as {@link StoredTable#files} gives them; fewer of their rows may be a part of the next version, and these may
 *     have other values in the columns that have one value a file
 * @param lacks whether it is known that no row of theirs has a key of such a digest ({@link DigestedKeys#digest}); null if that
 *     is known of none
 */
public record CarriedFiles(List<DataFile> files, LongPredicate lacks) {
    /** Files of whose keys nothing is known. */
    public static CarriedFiles of(List<DataFile> files) {
        return new CarriedFiles(files, null);
    }

    /** Whether all of some keys are known not to be in the files. */
    boolean lack(Digests keys) {
        if (lacks == null || keys.isFull()) {
            return false;
        }
        for (long key : keys.sorted()) {
            if (!lacks.test(key)) {
                return false;
            }
        }
        return true;
    }
}
