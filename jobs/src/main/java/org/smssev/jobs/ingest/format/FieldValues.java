package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Fields of a record as they are found; empty values are none. */
public final class FieldValues {
    /** With its check letter and no kind; what leaves the letter out puts a hyphen in front of the kind. */
    private static final Pattern SINGAPORE = Pattern.compile("SG1[01]20\\d{7}[A-Z]");

    /** How many there are, in a footer. */
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Map<Field, String> values = new EnumMap<>(Field.class);

    /** An applicant or inventor; each part empty where it is unknown. */
    public record Party(String name, String country) {}

    /** A text and its language; each empty where it is unknown. */
    public record Text(String text, String language) {}

    /** Sets a field, a text without its tags; an empty value leaves it as it is. */
    void put(Field field, String value) {
        String plain = field == Field.TITLE || field == Field.ABSTRACT ? Markup.without(value) : value;
        if (!plain.isEmpty()) {
            values.put(field, plain);
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

    /** Sets a field to a text of one line, its blanks evened out; null leaves it as it is. */
    public void putClean(Field field, String text) {
        put(field, clean(text));
    }

    private static String clean(String text) {
        return text == null ? "" : Cleaning.blanks(Entities.decoded(text));
    }

    /** Sets a list of texts of one line, their blanks evened out. */
    public void putClean(Field field, List<String> texts) {
        put(field, texts.stream().map(FieldValues::clean).toList());
    }

    /** Sets IPC codes, whose blanks stay as they are: they tell group from subgroup where no slash does. */
    public void putCodes(List<String> codes) {
        put(
                Field.IPC,
                codes.stream()
                        .map(code -> CONTROL.matcher(code).replaceAll(" ").strip())
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    /** Sets names and countries of the parties of a role. */
    public void putParties(Field names, Field countries, List<Party> parties) {
        putClean(names, parties.stream().map(Party::name).toList());
        putClean(countries, parties.stream().map(Party::country).toList());
    }

    /** Sets texts in several languages, aligned, those that are not blank without their tags. */
    public void putTexts(Field text, Field language, List<Text> texts) {
        List<Text> filled = texts.stream()
                .filter(t -> !Markup.without(clean(t.text())).isEmpty())
                .toList();
        putClean(text, filled.stream().map(Text::text).toList());
        putClean(
                language,
                filled.stream().map(t -> TwoLetters.language(t.language())).toList());
    }

    /** The value of a field, empty if it has none. */
    String get(Field field) {
        return values.getOrDefault(field, "");
    }

    /** Sets the number, and the office and kind that it names; what cannot be one, as the words of a footer, or its count where no office is told, is none. */
    public void number(String number) {
        boolean isCount =
                !values.containsKey(Field.OFFICE) && COUNT.matcher(number).matches();
        if (isCount || !Cleaning.isNumber(number)) {
            return;
        }
        put(Field.PUBLICATION_NUMBER, number);
        put(Field.OFFICE, Cleaning.office(number));
        // The letter behind a number of Singapore is a part of it.
        put(Field.KIND, SINGAPORE.matcher(number).matches() ? "" : Cleaning.kind(number));
    }

    /** Sets priority numbers, and their dates, that are not set yet, from text such as {@code US 201562116216 P 20150213}. */
    public void priorities(List<String> texts) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (String text : texts) {
            Cleaning.Dated dated = Cleaning.dated(text);
            numbers.add(dated.number());
            dates.add(dated.date());
        }
        putIfAbsent(Field.PRIORITY_NUMBERS, Cleaning.joined(numbers));
        putIfAbsent(Field.PRIORITY_DATE, Cleaning.joined(dates));
    }

    /** The values so far, by field. */
    public Map<Field, String> map() {
        return values;
    }
}
