package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fields of a record as they are found; empty values are none. */
final class FieldValues {
    private final Map<Field, String> values = new EnumMap<>(Field.class);

    /** Sets a field; an empty value leaves it as it is. */
    void put(Field field, String value) {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    /** Sets a field that has no value yet. */
    void putIfAbsent(Field field, String value) {
        if (!values.containsKey(field)) {
            put(field, value);
        }
    }

    /** Sets a list. */
    void put(Field field, List<String> list) {
        put(field, Cleaning.joined(list));
    }

    /** Sets two aligned lists, of the same length; the second is left out if all its values are empty. */
    void put(Field first, List<String> values1, Field second, List<String> values2) {
        put(first, values1);
        put(second, values2);
    }

    /** The value of a field, empty if it has none. */
    String get(Field field) {
        return values.getOrDefault(field, "");
    }

    /** Sets the number, and the office and kind that it names. */
    void number(String number) {
        put(Field.PUBLICATION_NUMBER, number);
        put(Field.OFFICE, Cleaning.office(number));
        put(Field.KIND, Cleaning.kind(number));
    }

    /** Sets priority numbers and their dates from text such as {@code US 201562116216 P 20150213}. */
    void priorities(List<String> texts) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (String text : texts) {
            Cleaning.Dated dated = Cleaning.dated(text);
            numbers.add(dated.number());
            dates.add(dated.date());
        }
        put(Field.PRIORITY_NUMBERS, numbers);
        putIfAbsent(Field.PRIORITY_DATE, Cleaning.joined(dates));
    }

    Map<Field, String> map() {
        return values;
    }
}
