package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.PublicationFlaw;

/**
 * Result lists of PATENTSCOPE: that of 2015 with {@code Publication Number} and {@code Priority Data}, that of 2025 with
 * {@code Application Id}, which is a publication's number for WO and WIPO's own for others, so that a {@code Publication
 * Number} beside it comes first. Their numbers have no kind.
 */
final class Patentscope extends ExportLayout {
    /** As the tool writes them, also in lists of priorities. */
    static final Dates DATES = Dates.of("dd.MM.yyyy", "yyyy-MM-dd");

    private static final String PUBLICATION_NUMBER = "publication number";
    private static final ListCells LISTS = new ListCells(Pattern.compile(";|[\\r\\n]+"), DATES);
    private static final Pattern ASTERISK = Pattern.compile("\\*\\s*$");
    private static final Pattern MAIN_GROUP = Pattern.compile("[A-H]\\d{2}[A-Z]\\s*\\d{1,4}/0");

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
        slashedByOthers(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        column(Field.TITLE, Cleaning::line, "Title");
        column(Field.ABSTRACT, Cleaning::text, "Abstract");
        column(Field.IPC, Patentscope::codes, "I P C", "IPC", "Int.Class");
        column(Field.APPLICANTS, Patentscope::applicants, "Applicants", "Applicant");
        column(Field.INVENTORS, Patentscope::inventors, "Inventors", "Inventor");
        finished(Field.OFFICE, "Country");
        finished(Field.PRIORITY_NUMBERS, "Priority Data", "Priorities Data");
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.put(Field.OFFICE, Offices.code(cells.of("country")));
        String id = number(cells.of("application id"));
        String given = number(cells.of(PUBLICATION_NUMBER));
        boolean isIssue = PublicationFlaw.isIssue(given, named(id, out));
        // Beside the application of a national phase there may be that of the PCT alone, which is another office's.
        String application = number(cells.of("application number"));
        String number = !isIssue ? given : application.startsWith("PCT") ? "" : application;
        if (id.isEmpty()) {
            out.number(number);
        } else if (Cleaning.isNumber(number)) {
            published(number, named(id, out), out);
        } else {
            out.number(id);
        }
        priorities(Cleaning.line(cells.of("priority data", "priorities data")), out);
    }

    @Override
    boolean isOwnNumber(Map<String, Integer> positions, String office) {
        return !positions.containsKey(PUBLICATION_NUMBER) && !"WO".equals(office);
    }

    /** The office of an id, which tells it better than the country, which is "Russian Federation (USSR data)" for SU. */
    private static String named(String id, FieldValues out) {
        String office = Cleaning.office(id);
        return office.isEmpty() ? out.get(Field.OFFICE) : office;
    }

    /**
     * A publication number that stands beside an id, with the office in front if it has no letters, as numbers of national
     * collections have none.
     *
     * @param office its office; empty if unknown
     */
    private static void published(String number, String office, FieldValues out) {
        boolean bare = Character.isDigit(number.charAt(0)) && Offices.isCode(office);
        out.number(bare ? office + number : number);
        // The letters of a type, as in RE45678, are no office.
        out.put(Field.OFFICE, office);
    }

    /** A number without the asterisk that stands behind Korean registrations. */
    private static String number(String cell) {
        return Cleaning.number(ASTERISK.matcher(cell).replaceFirst(""));
    }

    private static String applicants(String cell) {
        return Cleaning.joined(TwoScripts.applicants(LISTS.values(cell)));
    }

    private static String inventors(String cell) {
        return Cleaning.joined(TwoScripts.inventors(LISTS.values(cell)));
    }

    /** IPC codes. Some lists of before 2019 leave out zeros in front of the subgroup, so that 0 is 00; 6 may be 06 or 60. */
    private static String codes(String cell) {
        return Cleaning.joined(LISTS.values(cell).stream()
                .map(code -> MAIN_GROUP.matcher(code).matches() ? code + "0" : code)
                .toList());
    }

    private static void priorities(String cell, FieldValues out) {
        List<PatentscopePriority> priorities = PatentscopePriority.of(cell);
        out.put(
                Field.PRIORITY_NUMBERS,
                priorities.stream().map(PatentscopePriority::number).toList(),
                Field.PRIORITY_DATE,
                priorities.stream().map(PatentscopePriority::date).toList());
    }
}
