package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Result lists of PATENTSCOPE: that of 2015 with {@code Publication Number} and {@code Priority Data}, that of 2025 with
 * {@code Application Id}, which is a publication's number for WO and WIPO's own for others, so that a {@code Publication
 * Number} beside it comes first. Their numbers have no kind.
 */
final class Patentscope extends ExportLayout {
    private static final Dates DATES = Dates.of("dd.MM.yyyy", "yyyy-MM-dd");
    private static final ListCells LISTS = new ListCells(Pattern.compile(";|[\\r\\n]+"), DATES);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T.*)?|(\\d{2}\\.\\d{2}\\.\\d{4})");

    Patentscope() {
        super("PATENTSCOPE");
        required("Application Id", "Publication Number");
        required("Title");
        required("I P C", "IPC", "Int.Class");
        required("Application Id", "Priority Data", "Priorities Data", "FP Image");
        finished(Field.PUBLICATION_NUMBER, "Application Id", "Publication Number");
        column(Field.APPLICATION_NUMBER, Cleaning::line, "Application Number");
        column(Field.FILING_DATE, DATES::read, "Application Date");
        column(Field.PUBLICATION_DATE, DATES::read, "Publication Date");
        column(Field.TITLE, Cleaning::line, "Title");
        column(Field.ABSTRACT, Cleaning::text, "Abstract");
        column(Field.IPC, LISTS::texts, "I P C", "IPC", "Int.Class");
        column(Field.APPLICANTS, LISTS::texts, "Applicants", "Applicant");
        column(Field.INVENTORS, LISTS::texts, "Inventors", "Inventor");
        finished(Field.OFFICE, "Country");
        finished(Field.PRIORITY_NUMBERS, "Priority Data", "Priorities Data");
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.put(Field.OFFICE, Offices.code(cells.of("country")));
        String id = Cleaning.number(cells.of("application id"));
        String number = Cleaning.number(cells.of("publication number"));
        if (id.isEmpty()) {
            out.number(number);
        } else if (Cleaning.isNumber(number)) {
            published(number, Cleaning.office(id), out);
        } else {
            out.number(id);
        }
        priorities(Cleaning.line(cells.of("priority data", "priorities data")), out);
    }

    /**
     * A publication number that stands beside an id, with the office in front if it has no letters, as numbers of national
     * collections have none.
     *
     * @param idOffice office that the id starts with; empty if none
     */
    private static void published(String number, String idOffice, FieldValues out) {
        // The id tells an office better than the country, which is "Russian Federation (USSR data)" for SU.
        String office = idOffice.isEmpty() ? out.get(Field.OFFICE) : idOffice;
        boolean bare =
                Character.isDigit(number.charAt(0)) && COUNTRY.matcher(office).matches();
        out.number(bare ? office + number : number);
        // The letters of a type, as in RE45678, are no office.
        out.put(Field.OFFICE, office);
    }

    /** Priorities as {@code [60582692 2004-06-24T23:59:59.000Z US]}, or without the brackets. */
    private static void priorities(String cell, FieldValues out) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        int end = 0;
        for (int start = cell.indexOf('['); start >= 0 && end >= 0; start = cell.indexOf('[', end)) {
            end = cell.indexOf(']', start);
            if (end >= 0) {
                entries.add(cell.substring(start + 1, end));
            }
        }
        for (String entry : entries.isEmpty() ? LISTS.values(cell) : entries) {
            StringBuilder number = new StringBuilder();
            String date = "";
            String country = "";
            for (String part : entry.strip().split("\\s+", -1)) {
                Matcher d = DATE.matcher(part);
                if (d.matches()) {
                    date = DATES.read(d.group(1) == null ? part : d.group(1));
                } else if (COUNTRY.matcher(part).matches()) {
                    country = part;
                } else {
                    number.append(part);
                }
            }
            boolean named = number.length() > 0 && Character.isLetter(number.charAt(0));
            numbers.add(number.length() == 0 || named ? number.toString() : country + number);
            dates.add(date);
        }
        out.put(Field.PRIORITY_NUMBERS, numbers, Field.PRIORITY_DATE, dates);
    }
}
