package org.smssev.common.table;

import java.io.Serializable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Some of the rows of a data file.
 *
 * @param rows how many rows the file has
 * @param places where those are, from 0 on; not to be changed
 */
public record PlacesInFile(long rows, RoaringBitmap places) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether of so many rows of the file more than one is among them. */
    public boolean areMoreThanOneIn(int n) {
        return places.getLongCardinality() * n > rows;
    }

    /** These but some. */
    public PlacesInFile without(RoaringBitmap some) {
        return new PlacesInFile(rows, RoaringBitmap.andNot(places, some));
    }

    /** These of a part of a file with those of another part. */
    public PlacesInFile and(PlacesInFile other) {
        return new PlacesInFile(rows + other.rows, RoaringBitmap.or(places, other.places));
    }
}
