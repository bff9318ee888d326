package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CSV files that users make of the table {@code patents.publications}. Its lists stand in cells as Python or JSON prints
 * them, or joined by commas; a joined list of names is cut at commas that no blank follows, as names hold commas too.
 */
final class GoogleCsv extends ExportLayout {
    private static final Pattern CODES = Pattern.compile("[,;|\\r\\n]+\\s*");
    private static final Pattern NAMES = Pattern.compile(",(?=\\S)|[;|\\r\\n]+");
    private static final Dates DATES = Dates.of("yyyyMMdd", "yyyy-MM-dd");

    GoogleCsv() {
        super("GOOGLE_CSV");
        required("publication_number");
        required(
                "country_code",
                "kind_code",
                "title_localized",
                "abstract_localized",
                "assignee_harmonized",
                "inventor_harmonized",
                "application_number_formatted",
                "pct_number",
                "grant_date",
                "entity_status");
        column(Field.APPLICATION_NUMBER, Cleaning::line, "application_number_formatted", "application_number");
        column(Field.FAMILY_ID, Cleaning::family, "family_id");
        column(Field.PUBLICATION_DATE, GoogleCsv::date, "publication_date");
        column(Field.FILING_DATE, GoogleCsv::date, "filing_date");
        column(Field.PRIORITY_DATE, GoogleCsv::date, "priority_date");
        finished(Field.PUBLICATION_NUMBER, "publication_number");
        finished(Field.OFFICE, "country_code");
        finished(Field.KIND, "kind_code");
        finished(Field.TITLE, "title_localized", "title");
        finished(Field.ABSTRACT, "abstract_localized", "abstract");
        finished(Field.IPC, "ipc", "ipc_code", "ipc_codes");
        finished(Field.APPLICANTS, "assignee_harmonized", "assignee");
        finished(Field.INVENTORS, "inventor_harmonized", "inventor");
        finished(Field.CITED, "citation");
        finished(Field.PRIORITY_NUMBERS, "priority_claim");
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.number(Cleaning.number(cells.of("publication_number")));
        out.put(Field.OFFICE, Cleaning.line(cells.of("country_code")));
        out.put(Field.KIND, Cleaning.line(cells.of("kind_code")));
        localized(cells.of("title_localized", "title"), Field.TITLE, Field.TITLE_LANGUAGE, true, out);
        localized(cells.of("abstract_localized", "abstract"), Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, false, out);
        List<String> codes = new ArrayList<>();
        for (Object entry : entries(cells.of("ipc", "ipc_code", "ipc_codes"), CODES)) {
            codes.add(code(entry));
        }
        out.put(Field.IPC, filled(codes));
        parties(cells, "assignee", Field.APPLICANTS, Field.APPLICANT_COUNTRIES, out);
        parties(cells, "inventor", Field.INVENTORS, Field.INVENTOR_COUNTRIES, out);
        List<String> cited = new ArrayList<>();
        for (Object entry : entries(cells.of("citation"), CODES)) {
            cited.add(Cleaning.number(part(entry, "publication_number")));
        }
        out.put(Field.CITED, filled(cited));
        priorities(cells.of("priority_claim"), out);
    }

    /** The entries of a list cell: maps or texts. */
    private static List<Object> entries(String cell, Pattern separator) {
        Optional<Object> literal = PythonLiteral.read(cell);
        List<Object> entries = new ArrayList<>();
        if (literal.isPresent()) {
            if (literal.get() instanceof List<?> list) {
                entries.addAll(list);
            } else {
                entries.add(literal.get());
            }
        } else {
            entries.addAll(Cleaning.list(cell, separator));
        }
        return entries;
    }

    /** A part of an entry that is a map; the entry itself if it is text. */
    private static String part(Object entry, String key) {
        if (entry instanceof Map<?, ?> map) {
            return map.get(key) instanceof String text ? text : "";
        }
        return entry instanceof String text ? text : "";
    }

    private static List<String> filled(List<String> values) {
        return values.stream().filter(v -> !v.isEmpty()).toList();
    }

    private static void localized(String cell, Field field, Field languageField, boolean isLine, FieldValues out) {
        List<String> texts = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        Optional<Object> literal = PythonLiteral.read(cell);
        List<Object> entries = literal.isPresent() ? entries(cell, CODES) : List.of(cell);
        for (Object entry : entries) {
            String text = part(entry, "text");
            String clean = isLine ? Cleaning.line(text) : Cleaning.text(text);
            if (!clean.isEmpty()) {
                texts.add(clean);
                languages.add(entry instanceof Map ? Cleaning.line(part(entry, "language")) : "");
            }
        }
        out.put(field, texts, languageField, languages);
    }

    /** A code with position and value behind it, where they are told. */
    private static String code(Object entry) {
        String code = Cleaning.line(part(entry, "code"));
        String inventive = entry instanceof Map ? part(entry, "inventive") : "";
        if (code.indexOf('/') < 0 || inventive.isEmpty()) {
            return code;
        }
        String first = part(entry, "first");
        String position = first.isEmpty() ? "" : isTrue(first) ? "F" : "L";
        return code + "A" + position + (isTrue(inventive) ? "I" : "N");
    }

    private static boolean isTrue(String word) {
        return word.equalsIgnoreCase("true") || word.equals("1");
    }

    private static void parties(RowCells cells, String who, Field nameField, Field countryField, FieldValues out) {
        List<String> names = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        for (String column : List.of(who + "_harmonized", who)) {
            for (Object entry : names.isEmpty() ? entries(cells.of(column), NAMES) : List.of()) {
                String name = Cleaning.line(part(entry, "name"));
                if (!name.isEmpty()) {
                    names.add(name);
                    countries.add(entry instanceof Map ? Cleaning.line(part(entry, "country_code")) : "");
                }
            }
        }
        out.put(nameField, names, countryField, countries);
    }

    private static void priorities(String cell, FieldValues out) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (Object entry : entries(cell, CODES)) {
            String number = Cleaning.line(part(entry, "application_number"));
            if (!number.isEmpty()) {
                numbers.add(number);
                dates.add(entry instanceof Map ? date(part(entry, "filing_date")) : "");
            }
        }
        out.put(Field.PRIORITY_NUMBERS, numbers);
        out.putIfAbsent(Field.PRIORITY_DATE, Cleaning.joined(dates));
    }

    private static String date(String cell) {
        // pandas makes decimals of whole numbers where a column has gaps.
        String text = Cleaning.whole(cell);
        return text.equals("0") ? "" : DATES.read(text);
    }
}
