package org.smssev.jobs.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the values of a document by field, in the spelling that {@link Field} describes; what is empty is left out. */
final class DocumentFields {
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NO_DATE = Pattern.compile("0+");

    private final Map<Field, String> values = new EnumMap<>(Field.class);

    /** Sets a field to a text, cleaned. */
    void put(Field field, String text) {
        String value = clean(text);
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    /** Sets a field to a list, its values cleaned; nothing if all of them are empty. */
    void put(Field field, List<String> texts) {
        List<String> list = texts.stream().map(DocumentFields::clean).toList();
        if (list.stream().anyMatch(value -> !value.isEmpty())) {
            values.put(field, String.join(String.valueOf(Field.SEPARATOR), list));
        }
    }

    /** Sets a field to IPC codes, whose blanks stay as they are: they tell group from subgroup where no slash does. */
    void putCodes(List<String> codes) {
        List<String> list = codes.stream()
                .map(code -> CONTROL.matcher(code).replaceAll(" ").strip())
                .filter(code -> !code.isEmpty())
                .toList();
        if (!list.isEmpty()) {
            values.put(Field.IPC, String.join(String.valueOf(Field.SEPARATOR), list));
        }
    }

    /** Names and countries of the parties of a role. */
    void put(Field names, Field countries, List<Party> parties) {
        put(names, parties.stream().map(Party::name).toList());
        put(countries, parties.stream().map(Party::country).toList());
    }

    /** Texts in several languages, aligned. */
    void putTexts(Field text, Field language, List<Text> texts) {
        List<Text> filled =
                texts.stream().filter(t -> !clean(t.text()).isEmpty()).toList();
        put(text, filled.stream().map(Text::text).toList());
        put(language, filled.stream().map(t -> language(t.language())).toList());
    }

    /** The values, by field. */
    Map<Field, String> values() {
        return values;
    }

    /** An applicant or inventor; each part empty where it is unknown. */
    record Party(String name, String country) {}

    /** A text and its language; each empty where it is unknown. */
    record Text(String text, String language) {}

    /** Text on one line: runs of blanks and control characters are one blank. */
    static String clean(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0' || c == '\ufeff') {
                gap = true;
            } else {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code 20190531} as {@code 2019-05-31}; empty for zeros; any other text as it stands. */
    static String date(String text) {
        String value = clean(text);
        if (NO_DATE.matcher(value).matches()) {
            return "";
        }
        Matcher m = COMPACT_DATE.matcher(value);
        if (!m.matches()) {
            return value;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                    .toString();
        } catch (DateTimeException e) {
            // Month or day 00, say: whoever reads the record decides.
            return value;
        }
    }

    /** Two upper-case letters; empty for anything else, such as {@code omitted} or {@code unknown}. */
    static String country(String text) {
        String value = clean(text);
        return twoLetters(value) ? value.toUpperCase(Locale.ROOT) : "";
    }

    /** Two lower-case letters, also of {@code en-US}; empty for anything else. */
    static String language(String text) {
        String value = clean(text);
        int hyphen = value.indexOf('-');
        String code = hyphen < 0 ? value : value.substring(0, hyphen);
        return twoLetters(code) ? code.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean twoLetters(String value) {
        return value.length() == 2 && isLatin(value.charAt(0)) && isLatin(value.charAt(1));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Office, number and kind as one number; the office is not repeated where the number starts with it. */
    static String number(String office, String number, String kind) {
        String digits = clean(number);
        if (digits.isEmpty()) {
            return "";
        }
        String prefix = clean(office);
        return (digits.startsWith(prefix) ? "" : prefix) + digits + clean(kind);
    }
}
