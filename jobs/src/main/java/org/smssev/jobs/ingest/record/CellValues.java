package org.smssev.jobs.ingest.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.number.RoundedNumber;

/** The values that the cells of a record hold. */
public final class CellValues {
    /** Stands between the values of several rows that were joined to one record. */
    public static final char ROWS = Field.SEPARATOR;

    /** Fields of numbers by which a record is linked with others. */
    private static final List<Field> LINKING = List.of(
            Field.APPLICATION_NUMBER,
            Field.PRIORITY_NUMBERS,
            Field.FAMILY_MEMBERS,
            Field.EXTENDED_FAMILY_MEMBERS,
            Field.FAMILY_ID,
            Field.EXTENDED_FAMILY_ID,
            Field.CITED);

    /** Characters of most dates. */
    private static final int LONGEST_DATE = 10;

    private static final Pattern SEVERAL = Pattern.compile("[;|\\r\\n]");

    /** Characters of a text that are told. */
    private static final int MOST_CHARACTERS = 60;

    private CellValues() {}

    /** As much of a text as messages tell; no letter of it is cut in two. */
    public static String shortened(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean cutsLetter = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, MOST_CHARACTERS - (cutsLetter ? 1 : 0)) + "…";
    }

    /** Cuts a cell at its list separator and between joined rows. */
    public static List<String> split(String cell, String separator) {
        List<String> values = new ArrayList<>();
        int start = 0;
        int row = at(cell, cell.indexOf(ROWS));
        int next = separator.isEmpty() ? cell.length() : at(cell, cell.indexOf(separator));
        while (start <= cell.length()) {
            int end = Math.min(row, next);
            values.add(cell.substring(start, end).strip());
            start = end + (end == next && end < cell.length() ? separator.length() : 1);
            // Looked for again where it was passed alone, else what is not there would be looked for at each value.
            row = row < start ? at(cell, cell.indexOf(ROWS, start)) : row;
            next = next < start ? at(cell, cell.indexOf(separator, start)) : next;
        }
        return values;
    }

    /** A place in a cell, its end where there is none. */
    private static int at(String cell, int found) {
        return found < 0 ? cell.length() : found;
    }

    /** The first value of a field; null if there is none. */
    public static String first(Map<Field, String> cells, Field field) {
        String cell = cells.get(field);
        if (cell == null) {
            return null;
        }
        int end = cell.indexOf(ROWS);
        return value(end < 0 ? cell : cell.substring(0, end));
    }

    /** The value of a cell that has it several times, as data frames join cells, {@code 2016-12-07; 2016-12-07}; else its text. */
    static String once(String text) {
        if (text == null || text.length() <= LONGEST_DATE) {
            return text;
        }
        List<String> values = SEVERAL.splitAsStream(text)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : text;
    }

    static String join(String cell) {
        return value(cell == null ? null : cell.replace(ROWS, '\n'));
    }

    static String value(String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        return NoValue.isOne(text) ? null : text;
    }

    /**
     * Whether a number by which a record is linked with others is a {@link RoundedNumber}.
     *
     * @param writings how each field that the record may have writes lists
     */
    static boolean hasRounded(Map<Field, String> cells, Map<Field, Writing> writings) {
        for (Field field : LINKING) {
            String cell = cells.get(field);
            if (cell != null && RoundedNumber.mayHold(cell)) {
                for (String number : split(cell, writings.get(field).listSeparator())) {
                    if (RoundedNumber.isOne(number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
