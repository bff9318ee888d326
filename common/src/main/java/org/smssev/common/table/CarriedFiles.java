package org.smssev.common.table;

import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Data files of an earlier version of a table that are a part of the next one; their rows were checked when written.
 *
 * @param files as {@link StoredTable#files} gives them
 * @param set columns of text that get one value in all rows of these files, by their names; no columns of the key,
 *     nor the first column
 * @param lacks whether it is known that no row of theirs has a key of such a digest ({@link DigestedKeys#digest}); null if that
 *     is known of none
 */
public record CarriedFiles(List<DataFile> files, Map<String, String> set, LongPredicate lacks) {
    /** Files that stay as they are, of whose keys nothing is known. */
    public static CarriedFiles of(List<DataFile> files) {
        return new CarriedFiles(files, Map.of(), null);
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
