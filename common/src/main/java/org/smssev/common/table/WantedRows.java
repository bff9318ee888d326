package org.smssev.common.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows of a table that are read by how many of a file they are.
 *
 * @param few those that are read by their places
 * @param many files of which all rows are read, but for those that nobody wants
 */
record WantedRows(List<RowsByPlace.Placed> few, List<DataFile> many) {
    /** Of a file of which in so many rows more than one is wanted all rows are read: each of them so costs less. */
    private static final int MANY = 8;

    /**
     * Rows at some places, but those that are deleted.
     *
     * @param places by the paths of files
     */
    static WantedRows of(List<DataFile> files, Map<String, PlacesInFile> places) {
        WantedRows rows = new WantedRows(new ArrayList<>(), new ArrayList<>());
        for (DataFile file : files) {
            PlacesInFile wanted = places.get(file.path());
            if (wanted != null) {
                rows.add(file, wanted.without(file.deleted()));
            }
        }
        return rows;
    }

    private void add(DataFile file, PlacesInFile wanted) {
        if (wanted.areMoreThanOneIn(MANY)) {
            many.add(file.without(RoaringBitmap.flip(wanted.places(), 0L, wanted.rows())));
        } else if (!wanted.places().isEmpty()) {
            few.add(new RowsByPlace.Placed(file.path(), wanted.places(), file.set()));
        }
    }
}
