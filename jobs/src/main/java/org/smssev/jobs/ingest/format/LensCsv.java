package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.FourDigitYears;

/**
 * CSV exports of patents of The Lens, of 2015, 2016, 2021 and 2024. Their exports of scholarly works, whose files are
 * named the same, have no jurisdiction and kind.
 */
final class LensCsv extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "dd.MM.yyyy");
    private static final ListCells LISTS = new ListCells(Pattern.compile(";;"), DATES);

    LensCsv() {
        super("LENS_CSV");
        // The key starts with the jurisdiction and ends in the kind.
        required("Jurisdiction", "Display Key");
        required("Kind", "Display Key");
        required("Display Key", "Publication Number");
        required("IPCR Classifications", "IPC Classifications", "Lens ID", "Full Text");
        finished(Field.PUBLICATION_NUMBER, "Display Key", "Publication Number");
        finished(Field.OFFICE, "Jurisdiction");
        finished(Field.KIND, "Kind");
        column(Field.APPLICATION_NUMBER, Cleaning::line, "Application Number");
        column(Field.PUBLICATION_DATE, DATES::read, "Publication Date");
        column(Field.FILING_DATE, DATES::read, "Application Date", "Filing Date");
        column(Field.PRIORITY_DATE, DATES::read, "Earliest Priority Date");
        slashedByOthers(Field.PUBLICATION_DATE, Field.FILING_DATE, Field.PRIORITY_DATE);
        finished(Field.TITLE, "Title");
        column(Field.ABSTRACT, Cleaning::text, "Abstract");
        column(Field.APPLICANTS, LISTS::texts, "Applicants");
        column(Field.INVENTORS, LISTS::texts, "Inventors");
        column(Field.IPC, LISTS::texts, "IPCR Classifications", "IPC Classifications");
        finished(Field.FAMILY_MEMBERS, "Simple Family Members");
        finished(Field.EXTENDED_FAMILY_MEMBERS, "Extended Family Members");
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
        String number = Cleaning.number(cells.of("display key", "publication number"));
        out.number(FourDigitYears.ofLens(number));
        out.put(Field.OFFICE, Cleaning.line(cells.of("jurisdiction")));
        out.put(Field.KIND, Cleaning.line(cells.of("kind")));
        out.put(Field.TITLE, Cleaning.titleUnless(number, cells.of("title")));
        out.priorities(LISTS.values(cells.of("priority numbers")));
        members(Field.FAMILY_MEMBERS, cells.of("simple family members"), out);
        members(Field.EXTENDED_FAMILY_MEMBERS, cells.of("extended family members"), out);
    }

    /** Members, which later exports name by their Lens ids. */
    private static void members(Field field, String cell, FieldValues out) {
        List<String> members = new ArrayList<>();
        for (String member : LISTS.values(cell)) {
            members.add(FourDigitYears.ofLens(Cleaning.number(member)));
        }
        out.put(field, members);
    }
}
