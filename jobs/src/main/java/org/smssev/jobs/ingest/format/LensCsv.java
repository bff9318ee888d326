package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV exports of patents of The Lens, of 2015, 2016, 2021 and 2024. Their exports of scholarly works, whose files are
 * named the same, have no jurisdiction and kind.
 */
final class LensCsv extends ExportLayout {
    private static final Pattern LIST = Pattern.compile(";;");
    private static final Dates DATES = Dates.of("yyyy-MM-dd");

    LensCsv() {
        super("LENS_CSV");
        required("Jurisdiction");
        required("Kind");
        required("Display Key", "Publication Number");
        required("IPCR Classifications", "IPC Classifications", "Lens ID", "Full Text");
        column(Field.PUBLICATION_NUMBER, Cleaning::number, "Display Key", "Publication Number");
        column(Field.OFFICE, Cleaning::line, "Jurisdiction");
        column(Field.KIND, Cleaning::line, "Kind");
        column(Field.APPLICATION_NUMBER, Cleaning::line, "Application Number");
        column(Field.PUBLICATION_DATE, DATES::read, "Publication Date");
        column(Field.FILING_DATE, DATES::read, "Application Date", "Filing Date");
        column(Field.PRIORITY_DATE, DATES::read, "Earliest Priority Date");
        column(Field.TITLE, Cleaning::line, "Title");
        column(Field.ABSTRACT, Cleaning::text, "Abstract");
        column(Field.APPLICANTS, LensCsv::list, "Applicants");
        column(Field.INVENTORS, LensCsv::list, "Inventors");
        column(Field.IPC, LensCsv::list, "IPCR Classifications", "IPC Classifications");
        column(Field.FAMILY_MEMBERS, LensCsv::numbers, "Simple Family Members");
        column(Field.EXTENDED_FAMILY_MEMBERS, LensCsv::numbers, "Extended Family Members");
        finished(Field.PRIORITY_NUMBERS, "Priority Numbers");
        ignored(
                "#",
                "Lens ID",
                "Publication Year",
                "Owners",
                "Owners (US)",
                "URL",
                "Document Type",
                "Type",
                "Has Full Text",
                "Full Text",
                "Cites Patent Count",
                "Cited by Patent Count",
                "Cited Count",
                "Simple Family Size",
                "Simple Family Member Jurisdictions",
                "Extended Family Size",
                "Extended Family Member Jurisdictions",
                "Sequence Count",
                "CPC Classifications",
                "US Classifications",
                "NPL Citation Count",
                "NPL Citations",
                "Non-Patent Citations",
                "Legal Status");
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.priorities(Cleaning.list(cells.of("priority numbers"), LIST));
    }

    private static String list(String cell) {
        return Cleaning.joined(Cleaning.list(cell, LIST));
    }

    private static String numbers(String cell) {
        List<String> numbers = Cleaning.list(cell, LIST);
        return Cleaning.joined(numbers.stream().map(Cleaning::number).toList());
    }
}
