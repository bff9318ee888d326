package org.smssev.jobs.ingest.format;

import java.util.regex.Pattern;

/**
 * Exports of Derwent (Thomson) Innovation, with column names as the tool writes them or as R's name cleaners do. DWPI
 * members are the family, INPADOC members the extended one.
 */
final class Derwent extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd");
    private static final ListCells LISTS = new ListCells(Pattern.compile(";| \\| |[\\r\\n]+"), DATES);

    Derwent() {
        super("DERWENT");
        required("Publication Number", "publication_number");
        required(
                "INPADOC Family Members",
                "DWPI Family Members",
                "IPC - Current",
                "DWPI Family Numbers",
                "Title - DWPI",
                "IPC Current",
                "IPC - DWPI",
                "Assignee/Applicant",
                "Assignee - Standardized",
                "inpadoc_family_members",
                "dwpi_family_numbers",
                "dwpi_family_members");
        finished(Field.PUBLICATION_NUMBER, "Publication Number", "publication_number");
        finished(Field.APPLICATION_NUMBER, "Application Number", "application_number");
        finished(Field.PRIORITY_NUMBERS, "Priority Number", "priority_number");
        column(Field.PUBLICATION_DATE, DATES::read, "Publication Date", "publication_date");
        column(Field.FILING_DATE, DATES::read, "Application Date", "application_date");
        column(
                Field.PRIORITY_DATE,
                LISTS::dates,
                "Priority Date - Earliest",
                "Earliest Priority Date",
                "priority_date_earliest",
                "Priority Date",
                "priority_date");
        column(Field.TITLE, Cleaning::line, "Title", "Title - Original", "Title (English)", "Title - DWPI", "title");
        column(
                Field.ABSTRACT,
                Cleaning::text,
                "Abstract",
                "Abstract - Original",
                "Abstract (English)",
                "Abstract - DWPI");
        column(
                Field.IPC,
                LISTS::texts,
                "IPC - Current",
                "IPC Current",
                "IPC - Current - DWPI",
                "IPC Class",
                "IPC",
                "IPC - DWPI",
                "ipc_current");
        column(
                Field.APPLICANTS,
                LISTS::texts,
                "Assignee/Applicant",
                "Assignee - Original",
                "Assignee/Applicant - Original",
                "Assignee",
                "Assignee - Standardized",
                "Assignee/Applicant - Standardized",
                "Assignee - DWPI",
                "assignee");
        column(Field.INVENTORS, LISTS::texts, "Inventor", "Inventor - Original", "Inventor - DWPI", "inventor");
        column(
                Field.FAMILY_MEMBERS,
                LISTS::undatedNumbers,
                "DWPI Family Members",
                "DWPI Family Numbers",
                "dwpi_family_numbers",
                "dwpi_family_members");
        column(
                Field.EXTENDED_FAMILY_MEMBERS,
                LISTS::undatedNumbers,
                "INPADOC Family Members",
                "INPADOC Family Member",
                "inpadoc_family_members");
        column(Field.CITED, LISTS::undatedNumbers, "Cited Patents", "Cited Refs - Patent", "cited_patents");
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.number(Cleaning.number(cells.of("publication number", "publication_number")));
        Cleaning.Dated application = Cleaning.dated(cells.of("application number", "application_number"));
        out.put(Field.APPLICATION_NUMBER, application.number());
        out.putIfAbsent(Field.FILING_DATE, application.date());
        out.priorities(LISTS.values(cells.of("priority number", "priority_number")));
    }
}
