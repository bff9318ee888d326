package org.smssev.jobs.ingest.format;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layout of tables with a header that an export of a tool has. Stateless. */
public interface TableLayout {
    /** Name in messages and tables, e.g. {@code PATSNAP}. */
    String name();

    /**
     * Binds the layout to a header.
     *
     * @param header column names as they stand, trimmed
     * @return empty if the header is not of this layout
     */
    Optional<Bound> bind(List<String> header);

    /** How close a header is to this layout, 0 to 1, and what it lacks: for the message about an unknown one. */
    Nearness nearness(List<String> header);

    /**
     * How close a header is to a layout.
     *
     * @param share share of the layout's telling columns that it has, 0 to 1
     * @param missing required columns that it lacks
     */
    record Nearness(double share, List<String> missing) {}

    /** A layout bound to the columns of a header. */
    interface Bound extends Serializable {
        /** Column (or columns) that each field is taken from, for people to read. */
        Map<Field, String> columns();

        /**
         * The fields of a row, in the spelling that {@link Field} describes.
         *
         * @param cells as many as the header has, null or empty where the cell is
         */
        Map<Field, String> fields(List<String> cells);

        /** Whether the header alone tells the layout; else the first rows have to {@link #fits fit}. */
        default boolean isSure() {
            return true;
        }

        /** Whether the first rows of a file are of this layout. */
        default boolean fits(Iterator<TableRow> rows) {
            return true;
        }

        /** Whether the rows of a file tell how its dates and lists are written, see {@link #by}. */
        default boolean needsRows() {
            return false;
        }

        /** The same for a file with these rows, the first of which tell how its dates and lists are written. */
        default Bound by(Iterator<TableRow> rows) {
            return this;
        }

        /**
         * The same where the user says how dates are written, for those that look otherwise by the day or by the month. What
         * the rows tell goes before that.
         */
        default Bound withOtherDates() {
            return this;
        }

        /** Whether names may be cut in two, as what parts them stands within names as well. */
        default boolean cutsNames() {
            return false;
        }

        /**
         * Whether the publication number of a record is one that its source gave itself, which no other source has.
         *
         * @param office of the publication
         */
        default boolean isOwnNumber(String office) {
            return false;
        }

        /** Positions of the columns that are read. */
        default int[] read() {
            return new int[0];
        }

        /** How cells are written that do not tell it alone; files that differ in it are not read alike. */
        default String writing() {
            return "";
        }
    }
}
