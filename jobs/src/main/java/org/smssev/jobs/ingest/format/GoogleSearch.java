package org.smssev.jobs.ingest.format;

/**
 * Lists of hits that the site patents.google.com gives as CSV, {@code gp-search-….csv}: above the header stands the address of the
 * search. They have no IPC codes, and titles in the language of the interface, translated where there is none of it.
 */
final class GoogleSearch extends ExportLayout {
    private static final Dates DATES = Dates.of("yyyy-MM-dd", "dd.MM.yyyy");

    GoogleSearch() {
        super("GOOGLE_SEARCH");
        required("id");
        required("title");
        required("inventor/author", "filing/creation date");
        required("result link", "grant date", "representative figure link");
        finished(Field.PUBLICATION_NUMBER, "id");
        column(Field.TITLE, Cleaning::line, "title");
        column(Field.PRIORITY_DATE, DATES::read, "priority date");
        column(Field.FILING_DATE, DATES::read, "filing/creation date");
        // That of the grant is the same day again where the publication is one, and empty where it is none.
        column(Field.PUBLICATION_DATE, DATES::read, "publication date");
        slashedByOthers(Field.PRIORITY_DATE, Field.FILING_DATE, Field.PUBLICATION_DATE);
        finished(Field.APPLICANTS, "assignee");
        finished(Field.INVENTORS, "inventor/author");
        ignored("grant date", "result link", "representative figure link");
    }

    @Override
    boolean cutsNames() {
        return true;
    }

    @Override
    protected void finish(RowCells cells, FieldValues out) {
        out.number(Cleaning.number(cells.of("id")));
        String office = out.get(Field.OFFICE);
        out.put(Field.APPLICANTS, CommaNames.of(cells.of("assignee"), office));
        out.put(Field.INVENTORS, CommaNames.of(cells.of("inventor/author"), office));
    }
}
