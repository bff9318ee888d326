package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CSV files that users make of the table {@code patents.publications}. Its lists stand in cells as Python or JSON prints
 * them, or joined by commas; a joined list of names is cut at commas that no blank follows, as names hold commas too. What a
 * query took out of them ({@code UNNEST}, {@code STRING_AGG}) has names of columns that the user made up, of which the usual
 * ones are known. A table of these alone may be anybody's, so that its first numbers have to be spelled as Google's, and
 * without names of parties its codes as well.
 */
final class GoogleCsv extends ExportLayout {
    private static final Pattern CODES = Pattern.compile("[,;|\\r\\n]+\\s*");
    private static final Pattern NAMES = Pattern.compile(",(?=\\S)|[;|\\r\\n]+");
    /** Keeps the place of a country that is missing. */
    private static final Pattern COUNTRIES = Pattern.compile("[,;|]|\\R");

    private static final String[] TITLES = {"title_localized", "title"};
    private static final String[] ABSTRACTS = {"abstract_localized", "abstract"};
    private static final String[] IPC = {"ipc", "ipc_code", "ipc_codes", "ipcs"};
    private static final String[] CITED = {
        "citation",
        "citations",
        "cited_publication_number",
        "cited_publication_numbers",
        "cited_publication",
        "cited_publications",
        "cited_patents"
    };
    private static final String[] ASSIGNEES = names("assignee");
    private static final String[] ASSIGNEE_COUNTRIES = countries("assignee");
    private static final String[] INVENTORS = names("inventor");
    private static final String[] INVENTOR_COUNTRIES = countries("inventor");
    private static final String[] CLAIMS = {"priority_claim", "priority_claims"};
    private static final String NUMBER = "publication_number";
    /** {@code CA-2917123-A1}. */
    private static final Pattern GOOGLES_NUMBER = Pattern.compile("[A-Z]{2}-[A-Z0-9]+-[A-Z][0-9]?");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Dates DATES = Dates.of("yyyyMMdd", "yyyy-MM-dd", "dd.MM.yyyy");

    GoogleCsv() {
        super("GOOGLE_CSV");
        required(NUMBER);
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
        column(Field.APPLICATION_NUMBER, Cleaning::line, "application_number", "application_number_formatted");
        column(Field.FAMILY_ID, Cleaning::family, "family_id");
        column(Field.PUBLICATION_DATE, GoogleCsv::date, "publication_date");
        column(Field.FILING_DATE, GoogleCsv::date, "filing_date");
        column(Field.PRIORITY_DATE, GoogleCsv::date, "priority_date", "earliest_priority_date");
        finished(Field.PUBLICATION_NUMBER, NUMBER);
        finished(Field.OFFICE, "country_code");
        finished(Field.KIND, "kind_code");
        finished(Field.TITLE, TITLES);
        finished(Field.TITLE, "title_en");
        finished(Field.ABSTRACT, ABSTRACTS);
        finished(Field.ABSTRACT, "abstract_en");
        finished(Field.IPC, IPC);
        finished(Field.APPLICANTS, ASSIGNEES);
        finished(Field.APPLICANT_COUNTRIES, ASSIGNEE_COUNTRIES);
        finished(Field.INVENTORS, INVENTORS);
        finished(Field.INVENTOR_COUNTRIES, INVENTOR_COUNTRIES);
        finished(Field.CITED, CITED);
        finished(Field.PRIORITY_NUMBERS, CLAIMS);
    }

    /** Also what a query took without any of Google's own names: the number and codes. */
    @Override
    boolean binds(Map<String, Integer> positions) {
        return super.binds(positions) || positions.containsKey(NUMBER) && hasAny(positions, IPC);
    }

    private static boolean hasAny(Map<String, Integer> positions, String... names) {
        return Stream.of(names).anyMatch(positions::containsKey);
    }

    @Override
    boolean isSure(Map<String, Integer> positions) {
        return super.binds(positions);
    }

    @Override
    String rowsNeeded() {
        return "numbers written CA-2917123-A1 and, where no column has parties, codes as records, [{'code': 'H01M10/05'}]";
    }

    @Override
    boolean fits(Map<String, Integer> positions, Iterator<TableRow> rows) {
        FirstRows first = new FirstRows(rows);
        List<String> numbers = first.filled(positions.get(NUMBER));
        boolean areGoogles = numbers.stream()
                .allMatch(
                        number -> GOOGLES_NUMBER.matcher(Cleaning.line(number)).matches());
        boolean hasParties = hasAny(positions, ASSIGNEES) || hasAny(positions, INVENTORS);
        return !numbers.isEmpty() && areGoogles && (hasParties || hasRecordsOfCodes(positions, first));
    }

    /** Whether codes stand as in the table, {@code [{'code': 'H01M10/05', 'inventive': True, …}]}. */
    private static boolean hasRecordsOfCodes(Map<String, Integer> positions, FirstRows first) {
        return Stream.of(IPC)
                .filter(positions::containsKey)
                .flatMap(column -> first.filled(positions.get(column)).stream())
                .flatMap(cell -> entries(cell, CODES).stream())
                .anyMatch(entry -> entry instanceof Map<?, ?> map && map.containsKey("code"));
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.number(Cleaning.number(cells.of(NUMBER)));
        out.put(Field.OFFICE, Cleaning.line(cells.of("country_code")));
        out.put(Field.KIND, Cleaning.line(cells.of("kind_code")));
        localized(cells.of(TITLES), cells.of("title_en"), Cleaning::line, Field.TITLE, Field.TITLE_LANGUAGE, out);
        localized(
                cells.of(ABSTRACTS),
                cells.of("abstract_en"),
                Cleaning::text,
                Field.ABSTRACT,
                Field.ABSTRACT_LANGUAGE,
                out);
        List<String> codes = new ArrayList<>();
        for (Object entry : entries(cells.of(IPC), CODES)) {
            codes.add(code(entry));
        }
        out.put(Field.IPC, filled(codes));
        parties(cells, ASSIGNEES, Field.APPLICANTS, ASSIGNEE_COUNTRIES, Field.APPLICANT_COUNTRIES, out);
        parties(cells, INVENTORS, Field.INVENTORS, INVENTOR_COUNTRIES, Field.INVENTOR_COUNTRIES, out);
        List<String> cited = new ArrayList<>();
        for (Object entry : entries(cells.of(CITED), CODES)) {
            String number = Cleaning.number(part(entry, "publication_number"));
            // Digits alone are how many there are.
            cited.add(LETTER.matcher(number).find() ? number : "");
        }
        out.put(Field.CITED, filled(cited));
        priorities(cells.of(CLAIMS), out);
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

    private static void localized(
            String cell,
            String english,
            UnaryOperator<String> cleaner,
            Field field,
            Field languageField,
            FieldValues out) {
        List<String> texts = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        Optional<Object> literal = PythonLiteral.read(cell);
        List<Object> entries = literal.isPresent() ? entries(cell, CODES) : List.of(cell);
        for (Object entry : entries) {
            String text = cleaner.apply(part(entry, "text"));
            if (!text.isEmpty()) {
                texts.add(text);
                languages.add(entry instanceof Map ? Cleaning.line(part(entry, "language")) : "");
            }
        }
        String given = cleaner.apply(english);
        if (!given.isEmpty() && !texts.contains(given)) {
            // Alone, it may be what the query took where there is no English text, and its words tell its language.
            languages.add(texts.isEmpty() ? "" : "en");
            texts.add(given);
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

    /** Columns of names, those with countries in them first. */
    private static String[] names(String who) {
        return new String[] {who + "_harmonized", who + "s_harmonized", who, who + "s", who + "_name", who + "_names"};
    }

    private static String[] countries(String who) {
        return new String[] {
            who + "_country", who + "_countries", who + "_country_code", who + "_country_codes", who + "s_countries"
        };
    }

    private static void parties(
            RowCells cells,
            String[] nameColumns,
            Field nameField,
            String[] countryColumns,
            Field countryField,
            FieldValues out) {
        List<String> names = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < nameColumns.length && names.stream().allMatch(String::isEmpty); i++) {
            names.clear();
            countries.clear();
            for (Object entry : namePlaces(cells.of(nameColumns[i]))) {
                names.add(Cleaning.line(part(entry, "name")));
                countries.add(entry instanceof Map ? Cleaning.line(part(entry, "country_code")) : "");
            }
        }
        boolean areApart = countries.stream().allMatch(String::isEmpty);
        CountriesApart.put(nameField, names, countryField, areApart ? apart(cells.of(countryColumns)) : countries, out);
    }

    /** The entries of a cell of names in their places: maps or texts. */
    private static List<Object> namePlaces(String cell) {
        return PythonLiteral.read(cell).isPresent() ? entries(cell, NAMES) : List.copyOf(Cleaning.places(cell, NAMES));
    }

    /** Countries of a column of their own, in their places. */
    private static List<String> apart(String cell) {
        Optional<Object> literal = PythonLiteral.read(cell);
        return literal.isPresent()
                ? entries(cell, CODES).stream()
                        .map(entry -> Cleaning.line(part(entry, "country_code")))
                        .toList()
                : Stream.of(COUNTRIES.split(cell, -1)).map(Cleaning::line).toList();
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
