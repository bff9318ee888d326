package org.smssev.common.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows of a table that are read by how many of a file they are.
 *
 * @param few those that are read by their places
 * @param many files of which all rows are read, but for those that nobody wants, and only the columns that are read of all
 * @param manyWhole the same with further columns
 */
record WantedRows(List<RowsByPlace.Placed> few, List<DataFile> many, List<DataFile> manyWhole) {
    /** Of a file of which in so many rows more than one is wanted all rows are read: each of them so costs less. */
    private static final int MANY = 8;

    /**
     * Rows at some places, but those that are deleted.
     *
     * @param places by the paths of files
     * @param whole those of them of which further columns are read
     */
    static WantedRows of(List<DataFile> files, Map<String, PlacesInFile> places, Map<String, PlacesInFile> whole) {
        WantedRows rows = new WantedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (DataFile file : files) {
            PlacesInFile wanted = places.get(file.path());
            if (wanted != null) {
                rows.add(file, without(wanted, file.deleted()), whole.get(file.path()));
            }
        }
        return rows;
    }

    private void add(DataFile file, PlacesInFile wanted, PlacesInFile whole) {
        PlacesInFile there = wanted;
        PlacesInFile thereWhole = new PlacesInFile(
                wanted.rows(),
                whole == null ? new RoaringBitmap() : RoaringBitmap.and(wanted.places(), whole.places()));
        if (there.areMoreThanOneIn(MANY)) {
            PlacesInFile rest = without(there, thereWhole.places());
            if (!rest.places().isEmpty()) {
                many.add(only(file, rest));
            }
            there = thereWhole;
        }
        if (there.areMoreThanOneIn(MANY)) {
            manyWhole.add(only(file, there));
        } else if (!there.places().isEmpty()) {
            few.add(new RowsByPlace.Placed(file.path(), there.places(), thereWhole.places(), file.set()));
        }
    }

    private static PlacesInFile without(PlacesInFile places, RoaringBitmap others) {
        return new PlacesInFile(places.rows(), RoaringBitmap.andNot(places.places(), others));
    }

    private static DataFile only(DataFile file, PlacesInFile there) {
        return file.without(RoaringBitmap.flip(there.places(), 0L, there.rows()));
    }
}
