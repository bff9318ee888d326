package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.EpodocNumbers;

/**
 * Result lists of Espacenet. Lists are cut at line breaks or semicolons, parties without these behind their countries; of
 * several publication numbers in a cell the first is the record's, the others are its family.
 */
final class Espacenet extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy");
    private static final ListCells LISTS = new ListCells(Pattern.compile("[;\\r\\n]+"), DATES);
    /**
     * In a list of numbers that a program parted by blanks, {@code EP3150498 (A1) US2017123456 (A1)} or {@code EP3150498A1
     * US2017123456A1}; some have days behind them.
     */
    private static final Pattern BEHIND_EACH_NUMBER =
            Pattern.compile("(?<=\\)| \\d{8}|\\d[A-Z]\\d?)\\s+(?=[A-Z]{2}[A-Z]{0,2}\\d)");
    /** Likewise between days. */
    private static final Pattern BEHIND_EACH_DAY =
            Pattern.compile("(?<=\\d)\\s+(?=(?:\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{2}\\.\\d{2}\\.\\d{4})(?!\\d))");

    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
    private static final Pattern SEMICOLONS = Pattern.compile(";");
    /** In a file whose other cells have lines, in a cell that was rewritten. */
    private static final Pattern BEHIND_COUNTRIES = Pattern.compile("(?<=\\])\\s*;");
    /** In a cell whose list a program parted by blanks, so that a country alone tells where a name ends. */
    private static final Pattern BEHIND_EACH_COUNTRY = Pattern.compile("(?<=\\[[A-Z]{2}\\])\\s+(?=\\S)");
    /** As such a list does; else what looks like a country may be a part of one name. */
    private static final Pattern ENDS_IN_COUNTRY = Pattern.compile("\\[[A-Z]{2}\\]\\s*$");
    /**
     * {@code ELWHA LLC [US]}. Espacenet's half-width blank before the bracket comes as three characters where a program took its
     * UTF-8 for windows-1252.
     */
    private static final Pattern PARTY = Pattern.compile("(.*?)(?: |\u00e2\u20ac\u201a)?\\[([A-Z]{2})\\]");

    /** A number of a family, which other sources have without zeros in front. */
    private static final Pattern PADDED = Pattern.compile("^0+([1-9]\\d*)$");

    private static final String[] CITED = {
        "Patents cited in the search report",
        "Patents cited during examination",
        "Other patent citations",
        "Patents used in opposition",
        "Patents cited by the applicant",
        "International search citation",
        "Supplementary international search citation"
    };

    private static final String[] CITED_KEYS = keys(CITED);
    /** {@code EP4610003 (A1)}, as no other tool writes it. */
    private static final Pattern SPACED_KIND = Pattern.compile("[A-Z]{2}[A-Z0-9]+ \\([A-Z][0-9]?\\)");

    // The names of today's lists in the three languages of the interface, English with those of older ones first.
    private static final String[] NUMBER = {"Publication number", "Veröffentlichungsnummer", "Numéro de publication"};
    private static final String[] TITLE = {"Title", "Titel", "Titre"};
    private static final String[] APPLICANTS = {"Applicant(s)", "Applicants", "Anmelder", "Demandeurs"};
    private static final String[] INVENTORS = {"Inventor(s)", "Inventors", "Erfinder", "Inventeurs"};
    private static final String[] IPC = {"International classification", "IPC", "CIB"};
    private static final String[] PRIORITY_DATE = {
        "Earliest priority", "Früheste Priorität", "Priorité la plus ancienne"
    };
    /** A header has one of these at least. */
    private static final String[] TELLING = {
        "Priority number(s)",
        "Cooperative Patent Classification",
        "Earliest priority",
        "Earliest publication",
        "Früheste Priorität",
        "Früheste Veröffentlichung",
        "Priorité la plus ancienne",
        "Publication la plus ancienne"
    };

    private static final String[] NUMBER_KEYS = keys(NUMBER);
    private static final String[] APPLICANT_KEYS = keys(APPLICANTS);
    private static final String[] INVENTOR_KEYS = keys(INVENTORS);

    /** Of a choice of columns, those that tell it are the older English ones. */
    private static final Set<String> FEW = Set.of("publication number", "title", "international classification");

    Espacenet() {
        super("ESPACENET");
        required(TITLE);
        required(NUMBER);
        required(INVENTORS);
        required(IPC);
        required(TELLING);
        column(Field.TITLE, cell -> ended(Cleaning.line(cell)), TITLE);
        column(Field.ABSTRACT, cell -> ended(Cleaning.text(cell)), "Abstract");
        column(
                Field.PUBLICATION_DATE,
                Espacenet::firstDate,
                "Publication date",
                "Veröffentlichungsdatum",
                "Date de publication");
        column(Field.FILING_DATE, Espacenet::firstDate, "Date of application");
        column(Field.PRIORITY_DATE, Espacenet::firstDate, PRIORITY_DATE);
        slashed(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        column(Field.IPC, LISTS::texts, IPC);
        column(
                Field.FAMILY_ID,
                cell -> PADDED.matcher(ended(Cleaning.line(cell))).replaceFirst("$1"),
                "Family number",
                "Familiennummer",
                "Numéro de famille");
        finished(Field.PUBLICATION_NUMBER, NUMBER);
        finished(Field.FAMILY_MEMBERS, NUMBER);
        finished(Field.APPLICATION_NUMBER, "Application number");
        finished(Field.PRIORITY_NUMBERS, "Priority number(s)");
        finished(Field.APPLICANTS, APPLICANTS);
        finished(Field.INVENTORS, INVENTORS);
        finished(Field.CITED, CITED);
        parties(Field.APPLICANTS, Field.INVENTORS);
    }

    /** Also a choice of its columns without those that tell it, if it has names of parties as only Espacenet has them. */
    @Override
    boolean binds(Map<String, Integer> positions) {
        boolean hasParties = positions.containsKey(APPLICANT_KEYS[0]) || positions.containsKey(INVENTOR_KEYS[0]);
        return super.binds(positions) || hasParties && positions.keySet().containsAll(FEW);
    }

    @Override
    boolean isSure(Map<String, Integer> positions) {
        return super.binds(positions);
    }

    @Override
    String rowsNeeded() {
        return "numbers written EP4610003 (A1)";
    }

    @Override
    boolean fits(Map<String, Integer> positions, Iterator<TableRow> rows) {
        List<String> numbers = new FirstRows(rows)
                .filled(positions.get(NUMBER_KEYS[0])).stream()
                        .flatMap(cell -> numbersOf(cell).stream().limit(1))
                        .toList();
        return !numbers.isEmpty()
                && numbers.stream()
                        .allMatch(number -> SPACED_KIND.matcher(number).matches());
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        List<String> numbers = numbers(cells.of(NUMBER_KEYS));
        if (!numbers.isEmpty()) {
            out.number(numbers.get(0));
            out.put(Field.FAMILY_MEMBERS, numbers.subList(1, numbers.size()));
        }
        List<String> applications = numbersOf(cells.of("application number"));
        if (!applications.isEmpty()) {
            Cleaning.Dated application = Cleaning.dated(EpodocNumbers.asDocdb(applications.get(0)));
            out.put(Field.APPLICATION_NUMBER, application.number());
            out.putIfAbsent(Field.FILING_DATE, application.date());
        }
        out.priorities(numbersOf(cells.of("priority number(s)")).stream()
                .map(EpodocNumbers::asDocdb)
                .toList());
        parties(cells, APPLICANT_KEYS, Field.APPLICANTS, Field.APPLICANT_COUNTRIES, out);
        parties(cells, INVENTOR_KEYS, Field.INVENTORS, Field.INVENTOR_COUNTRIES, out);
        List<String> cited = new ArrayList<>();
        for (String key : CITED_KEYS) {
            cited.addAll(numbers(cells.of(key)));
        }
        out.put(Field.CITED, cited);
    }

    private static void parties(RowCells cells, String[] keys, Field nameField, Field countryField, FieldValues out) {
        String cell = cells.of(keys);
        List<String> names = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        // A semicolon may be part of a name where line breaks stand between them.
        boolean hasLines = cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
        Pattern semicolons = cells.isParted(keys) ? BEHIND_COUNTRIES : SEMICOLONS;
        boolean isListOfBlanks =
                cell.indexOf(';') < 0 && (ENDS_IN_COUNTRY.matcher(cell).find() || CutCells.isCut(cell));
        Pattern separator = hasLines ? LINES : isListOfBlanks ? BEHIND_EACH_COUNTRY : semicolons;
        for (String party : Cleaning.list(cell, separator)) {
            Matcher m = PARTY.matcher(party);
            names.add(m.matches() ? m.group(1) : party);
            countries.add(m.matches() ? m.group(2) : "");
        }
        out.put(nameField, names, countryField, countries);
    }

    /** A text without the semicolon that a program put behind it as behind each value of a list. */
    private static String ended(String text) {
        return text.endsWith(";") ? Cleaning.value(text.substring(0, text.length() - 1)) : text;
    }

    private static List<String> numbers(String cell) {
        return numbersOf(cell).stream().map(Cleaning::number).toList();
    }

    private static List<String> numbersOf(String cell) {
        List<String> values = LISTS.values(cell);
        List<String> numbers =
                values.stream().flatMap(BEHIND_EACH_NUMBER::splitAsStream).toList();
        // The last of a cell that was cut is not whole; of a list of lines it is gone already.
        boolean isCut = values.size() == 1 && numbers.size() > 1 && CutCells.isCut(cell);
        return isCut ? numbers.subList(0, numbers.size() - 1) : numbers;
    }

    private static String firstDate(String cell) {
        List<String> dates = LISTS.values(cell);
        return dates.isEmpty() ? "" : DATES.read(BEHIND_EACH_DAY.split(dates.get(0), 2)[0]);
    }
}
