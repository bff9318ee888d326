package org.smssev.jobs.survey;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the fields of an entry stand in a table.
 *
 * @param columns field to column, for the fields that must be there
 * @param section column that parts the list into supplements whose numbers repeat one another, null for none; those of
 *     the first supplement stay as they are, those of others get it before them
 * @param isKnown whether it is that of a known list, read as it is: entries may lack a text, and numbers may repeat
 */
record ListLayout(Map<String, String> columns, String section, boolean isKnown) {
    /** The fields of an entry. */
    static final Set<String> FIELDS = Set.of(
            "technology-id",
            "item-no",
            "text-en",
            "text-zh",
            "notes",
            "parent",
            "regime",
            "domain",
            "valid-from",
            "valid-to",
            "suspended-until",
            "ipc",
            "keywords");

    /** The Commerce Control List of the United States, one line each of entry and paragraph. */
    private static final ListLayout US_CCL = new ListLayout(
            Map.of("item-no", "eccn", "parent", "parent", "text-en", "title", "domain", "group"), "supplement", true);

    /** The technologies of ASPI's tracker, which have no numbers. */
    private static final ListLayout ASPI = new ListLayout(
            Map.of("item-no", "technology", "text-en", "technology", "domain", "domain", "valid-from", "since"),
            null,
            true);

    /** Columns named as the fields, with underscores. */
    private static final ListLayout PLAIN = new ListLayout(Map.of(), null, false);

    /** The layout of a table by its header, unless columns are mapped. */
    static ListLayout of(List<String> header, Map<String, String> mapped) {
        if (mapped != null && !mapped.isEmpty()) {
            return new ListLayout(mapped, null, false);
        }
        if (header.containsAll(List.of("supplement", "eccn", "parent", "group", "title"))) {
            return US_CCL;
        }
        return header.equals(List.of("domain", "technology", "since")) ? ASPI : PLAIN;
    }

    /** The column of a field. */
    String column(String field) {
        return columns.getOrDefault(field, isKnown ? "" : field.replace('-', '_'));
    }
}
