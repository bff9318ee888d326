package org.smssev.common.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.text.CountryCodes;

/** What must hold for the sources of a release: which fields their columns, and those of tables joined to them, may fill. */
final class SourceRules {
    private static final Set<String> FIELDS = Set.of(
            "publication-number",
            "office",
            "kind",
            "application-number",
            "family-id",
            "family-members",
            "extended-family-id",
            "extended-family-members",
            "priority-numbers",
            "priority-countries",
            "priority-date",
            "filing-date",
            "publication-date",
            "title",
            "title-language",
            "abstract",
            "abstract-language",
            "ipc",
            "applicants",
            "applicant-countries",
            "inventors",
            "inventor-countries",
            "cited",
            "language",
            "withdrawn",
            "last-change");

    /** Fields of which records may be asked for before they are read. */
    private static final Set<String> SINGLE =
            Set.of("family-id", "family-members", "extended-family-id", "extended-family-members", "withdrawn");

    /** The field by which tables are joined, which they cannot fill. */
    private static final String NUMBER = "publication-number";

    /** The separator of lists where none is set. */
    private static final String LIST_SEPARATOR = ";";

    private SourceRules() {}

    static void check(List<Source> sources, BiConsumer<String, String> problem) {
        ConfigRules.unique(sources.stream().map(Source::name).toList(), "ingest.sources", problem);
        if (sources.isEmpty()) {
            problem.accept("ingest.sources", "empty. Add at least one source.");
        }
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source != null) {
                TextRules.check(source.text(), "ingest.sources[" + i + "]", problem);
            }
            if (source != null && source.columns() != null) {
                check(source, "ingest.sources[" + i + "]", problem);
            }
        }
    }

    private static void check(Source source, String at, BiConsumer<String, String> problem) {
        fields(source.columns(), at, problem);
        boolean isMapped = !source.columns().isEmpty();
        if (isMapped && !source.columns().containsKey(NUMBER)) {
            problem.accept(at + ".columns", NUMBER + " is missing. Map it to a column.");
        }
        office(source.office(), isMapped, at, problem);
        // What is recognised is cut as its format has it: a separator that is set would be ignored without a word.
        if (!isMapped
                && source.text() != null
                && !LIST_SEPARATOR.equals(source.text().listSeparator())) {
            problem.accept(
                    at + ".text.list-separator",
                    "has no effect without columns, because recognised formats have their own separator."
                            + " Remove it, or map the columns of the source.");
        }
        joins(source, at, problem);
    }

    private static void office(String office, boolean isMapped, String at, BiConsumer<String, String> problem) {
        if (office != null && !CountryCodes.isOne(office)) {
            problem.accept(
                    at + ".office",
                    "must be the code of an office, two capital letters such as KR, but is '" + office + "'");
        } else if (office != null && !isMapped) {
            problem.accept(
                    at + ".office",
                    "has no effect without columns, because recognised formats name the office. Remove it.");
        }
    }

    private static void joins(Source source, String at, BiConsumer<String, String> problem) {
        List<Join> joins = source.joins() == null ? List.of() : source.joins();
        if (!joins.isEmpty() && source.columns().isEmpty()) {
            problem.accept(at + ".joins", "needs mapped columns. Map the columns of the source.");
        }
        Set<String> filled = new HashSet<>(source.columns().keySet());
        for (int j = 0; j < joins.size(); j++) {
            String joinAt = at + ".joins[" + j + "]";
            Map<String, String> columns =
                    joins.get(j) == null ? null : joins.get(j).columns();
            if (columns == null) {
                continue;
            }
            fields(columns, joinAt, problem);
            TextRules.check(joins.get(j).text(), joinAt, problem);
            for (String field : columns.keySet()) {
                if (field.equals(NUMBER)) {
                    problem.accept(
                            joinAt + ".columns." + field,
                            "cannot come from a joined table, because the table is joined by it. Remove it.");
                } else if (!filled.add(field)) {
                    // Which of two values counts, and what of a record without a row, only the user knows.
                    problem.accept(joinAt + ".columns." + field, "mapped twice in this source. Remove one of the two.");
                }
            }
        }
    }

    private static void fields(Map<String, String> columns, String at, BiConsumer<String, String> problem) {
        for (String field : columns.keySet()) {
            if (!FIELDS.contains(field)) {
                problem.accept(
                        at + ".columns." + field,
                        "unknown field. The fields are "
                                + String.join(", ", FIELDS.stream().sorted().toList()));
            }
            String column = columns.get(field);
            if (column == null || column.isBlank()) {
                problem.accept(at + ".columns." + field, "no column given. Name the column, or remove the field.");
            }
            if (SINGLE.contains(field) && String.valueOf(column).contains(IngestConfig.OR)) {
                problem.accept(at + ".columns." + field, "can have one column only. Remove the others.");
            }
        }
    }
}
