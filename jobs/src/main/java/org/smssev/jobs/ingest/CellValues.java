package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.smssev.jobs.ingest.RecordNormaliser.Writing;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.number.RoundedNumber;

/** The values that the cells of a record hold. */
final class CellValues {
    /** Stands between the values of several rows that were joined to one record. */
    static final char ROWS = Field.SEPARATOR;

    /** Texts that stand for no value, as people, databases, pandas and spreadsheet programs write them. */
    static final Set<String> NULLS = Set.of(
            "-",
            "--",
            "—",
            "–",
            "?",
            ".",
            "NA",
            "N/A",
            "N.A.",
            "NULL",
            "(NULL)",
            "NIL",
            "NAN",
            "NAT",
            "NONE",
            "UNKNOWN",
            "UNDEFINED",
            "NOT AVAILABLE",
            "<NA>",
            "\\N",
            "[]",
            "{}",
            "\"\"",
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#NUM!",
            "#DIV/0!",
            "#NULL!",
            "000/00",
            "无",
            "無",
            "不详",
            "不詳",
            "未知",
            "暂无");

    /** Fields of numbers by which a record is linked with others. */
    private static final List<Field> LINKING = List.of(
            Field.APPLICATION_NUMBER,
            Field.PRIORITY_NUMBERS,
            Field.FAMILY_MEMBERS,
            Field.EXTENDED_FAMILY_MEMBERS,
            Field.FAMILY_ID,
            Field.EXTENDED_FAMILY_ID,
            Field.CITED);

    private static final int LONGEST_NULL = 13;
    /** What they start with, below the letters of other scripts. */
    private static final String STARTS = "-?.NnUu(<\\[{\"#0";

    private CellValues() {}

    /** Cuts a cell at its list separator and between joined rows. */
    static List<String> split(String cell, String separator) {
        List<String> values = new ArrayList<>();
        int start = 0;
        int row = at(cell, cell.indexOf(ROWS));
        while (start <= cell.length()) {
            int next = separator.isEmpty() ? cell.length() : at(cell, cell.indexOf(separator, start));
            int end = Math.min(row, next);
            values.add(cell.substring(start, end).strip());
            start = end + (end == next && end < cell.length() ? separator.length() : 1);
            row = row < start ? at(cell, cell.indexOf(ROWS, start)) : row;
        }
        return values;
    }

    /** A place in a cell, its end where there is none. */
    private static int at(String cell, int found) {
        return found < 0 ? cell.length() : found;
    }

    /** The first value of a field; null if there is none. */
    static String first(Map<Field, String> cells, Field field) {
        String cell = cells.get(field);
        if (cell == null) {
            return null;
        }
        int end = cell.indexOf(ROWS);
        return value(end < 0 ? cell : cell.substring(0, end));
    }

    static String join(String cell) {
        return value(cell == null ? null : cell.replace(ROWS, '\n'));
    }

    static String value(String cell) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        return isNull(text) ? null : text;
    }

    /** Whether a value stands for none. */
    static boolean isNull(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST_NULL
                        && mayBeNull(text.charAt(0))
                        && NULLS.contains(text.toUpperCase(Locale.ROOT)));
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

    /** Whether one of {@link #NULLS} starts so; of most values it does not. */
    private static boolean mayBeNull(char c) {
        return c > '~' || STARTS.indexOf(c) >= 0;
    }
}
