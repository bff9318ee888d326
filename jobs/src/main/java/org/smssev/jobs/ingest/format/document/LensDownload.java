package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.Dates;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.FieldValues;
import org.smssev.jobs.ingest.number.FourDigitYears;

/**
 * Patents as the site of The Lens gave them for download in 2020: an object each with the columns of its CSV, whose lists are
 * lists here. Like the CSV it has no countries of applicants and inventors, no members of families, and no patents cited.
 */
final class LensDownload {
    private LensDownload() {}

    /** The fields of a patent; what the object lacks gives no field. */
    static Map<Field, String> fields(JsonNode patent) {
        FieldValues fields = new FieldValues();
        String shown = Cleaning.number(JsonDocuments.text(patent, "displayKey"));
        fields.number(FourDigitYears.ofLens(shown));
        fields.putClean(Field.OFFICE, JsonDocuments.text(patent, "jurisdiction"));
        fields.putClean(Field.KIND, JsonDocuments.text(patent, "kindCode"));
        date(Field.PUBLICATION_DATE, patent, "publicationDate", fields);
        date(Field.FILING_DATE, patent, "filingDate", fields);
        date(Field.PRIORITY_DATE, patent, "earliestPriorityDate", fields);
        fields.putClean(Field.APPLICATION_NUMBER, JsonDocuments.text(patent, "filingNumber"));
        fields.priorities(texts(patent, "priorityFilingKeysActive"));
        String title = JsonDocuments.text(patent, "title");
        // It is cleaned where it is set, and entities are to be decoded once.
        fields.putClean(Field.TITLE, Cleaning.titleUnless(shown, title).isEmpty() ? "" : title);
        fields.putClean(Field.ABSTRACT, JsonDocuments.text(patent, "abstract"));
        fields.putClean(Field.APPLICANTS, texts(patent, "applicants"));
        fields.putClean(Field.INVENTORS, texts(patent, "inventors"));
        fields.putCodes(texts(patent, "ipcrClassifications"));
        return fields.map();
    }

    private static void date(Field field, JsonNode patent, String name, FieldValues fields) {
        fields.putClean(field, Dates.iso(JsonDocuments.text(patent, name)));
    }

    private static List<String> texts(JsonNode patent, String name) {
        return JsonDocuments.list(patent.path(name)).stream()
                .map(JsonDocuments::text)
                .toList();
    }
}
