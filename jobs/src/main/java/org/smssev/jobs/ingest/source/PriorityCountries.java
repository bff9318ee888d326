package org.smssev.jobs.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.Offices;
import org.smssev.jobs.ingest.number.Ascii;
import org.smssev.jobs.ingest.number.RoundedNumber;
import org.smssev.jobs.ingest.record.CellValues;

/** Priorities whose offices stand in a column of their own, as national registers and WIPS have them. */
final class PriorityCountries {
    private PriorityCountries() {}

    /**
     * Puts the offices in front of the numbers: one for each, or one for all. As many as fit neither belong to none that is known,
     * and a number that starts with a letter names its own.
     *
     * @param cells of a record; the offices are taken out of them
     * @param numberSeparator what parts the numbers
     * @param countrySeparator what parts the offices
     */
    static void putInFront(Map<Field, String> cells, String numberSeparator, String countrySeparator) {
        String countries = cells.remove(Field.PRIORITY_COUNTRIES);
        String cell = cells.get(Field.PRIORITY_NUMBERS);
        if (countries == null || cell == null) {
            return;
        }
        List<String> numbers = CellValues.split(cell, numberSeparator);
        List<String> offices = CellValues.split(countries, countrySeparator);
        if (offices.size() != 1 && offices.size() != numbers.size()) {
            return;
        }
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            whole.add(with(offices.get(offices.size() == 1 ? 0 : i), numbers.get(i)));
        }
        cells.put(Field.PRIORITY_NUMBERS, String.join(String.valueOf(CellValues.ROWS), whole));
    }

    private static String with(String country, String number) {
        String office = Offices.code(country);
        boolean namesNone = !number.isEmpty() && !Ascii.isLetter(number.charAt(0)) && !RoundedNumber.isOne(number);
        return namesNone && Offices.isCode(office) ? office + number : number;
    }
}
