package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Applicants or inventors whose countries stand in a column of their own, in the places of their names. */
final class CountriesApart {
    private CountriesApart() {}

    /**
     * Sets the names that stand for something, and their countries: one for each place of a name, or one for all. As many as fit
     * neither belong to none that is known, and are left out.
     *
     * @param names in their places, empty where they stand for nothing
     * @param countries likewise, by code or name; of a cell that has one value and nothing that parts values, one
     */
    static void put(Field nameField, List<String> names, Field countryField, List<String> countries, FieldValues out) {
        List<String> each = each(names, countries);
        List<String> filled = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                filled.add(names.get(i));
                theirs.add(i < each.size() ? Offices.code(each.get(i)) : "");
            }
        }
        out.put(nameField, filled, countryField, theirs);
    }

    /** The country of each place of a name; none where there are not as many. */
    private static List<String> each(List<String> names, List<String> countries) {
        if (countries.size() == 1) {
            return Collections.nCopies(names.size(), countries.get(0));
        }
        // Some lists end in what parts their values.
        boolean areAsMany = names.size() == countries.size() || closed(names) == closed(countries);
        return areAsMany ? countries : List.of();
    }

    /** Values of a list without the empty place behind what closes it. */
    private static int closed(List<String> values) {
        int size = values.size();
        return size > 1 && values.get(size - 1).isEmpty() ? size - 1 : size;
    }
}
