package org.smssev.jobs.ingest.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows that a query made of Google's table {@code patents.publications} and gave names of its own ({@code ipc_codes},
 * {@code assignees}), or whose lists it joined to texts: they are read as cells of a CSV are, {@link GoogleCsv}.
 */
public final class GoogleQuery {
    /** Columns of the table that are lists. */
    private static final Set<String> LISTS = Set.of(
            "title_localized",
            "abstract_localized",
            "assignee",
            "assignee_harmonized",
            "inventor",
            "inventor_harmonized",
            "ipc",
            "citation",
            "priority_claim");

    /** Those of them that are lists of texts. */
    private static final Set<String> OF_TEXTS = Set.of("assignee", "inventor");

    /** Its other columns that are read, and the texts that queries take out of its first ones. */
    private static final Set<String> OTHERS = Set.of(
            "publication_number",
            "country_code",
            "kind_code",
            "application_number",
            "application_number_formatted",
            "family_id",
            "title",
            "abstract",
            "publication_date",
            "filing_date",
            "priority_date");

    private static final List<String> NAMES = new GoogleCsv().names();
    private static final TableLayout.Bound ROWS = new GoogleCsv().bind(NAMES).orElseThrow();
    private static final Set<String> MADE_UP = NAMES.stream()
            .filter(name -> !LISTS.contains(name) && !OTHERS.contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private GoogleQuery() {}

    /** Whether a column of such a name is read. */
    public static boolean reads(String name) {
        return LISTS.contains(name) || OTHERS.contains(name) || MADE_UP.contains(name);
    }

    /** Whether the table has no such column, and a query that gives it is known. */
    public static boolean isMadeUp(String name) {
        return MADE_UP.contains(name);
    }

    /** Whether the table has a list of records in such a column. */
    public static boolean isListOfRecords(String name) {
        return LISTS.contains(name) && !OF_TEXTS.contains(name);
    }

    /** Whether the table has a list in such a column. */
    public static boolean isList(String name) {
        return LISTS.contains(name);
    }

    /**
     * The fields of a row.
     *
     * @param cells what stands in the column of a name, a list as JSON writes it; empty if the row has none
     */
    public static Map<Field, String> fields(Function<String, String> cells) {
        String[] row = NAMES.stream().map(cells).toArray(String[]::new);
        return ROWS.fields(Arrays.asList(row));
    }
}
