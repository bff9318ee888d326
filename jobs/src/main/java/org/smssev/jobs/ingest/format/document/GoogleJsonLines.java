package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.Dates;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.FieldValues;
import org.smssev.jobs.ingest.format.GoogleQuery;
import org.smssev.jobs.ingest.format.IpcText;
import org.smssev.jobs.ingest.format.TwoLetters;

/**
 * Rows of Google's BigQuery table {@code patents.publications} as JSON.
 *
 * <p>Dates are integers, 0 for none, in some exports as text. Harmonised parties are taken where a row has any, as only
 * these carry countries. A family of -1 or 0 is none.
 */
public final class GoogleJsonLines extends JsonFormat {
    /** {@link #name}. */
    public static final String NAME = "GOOGLE_JSONL";

    private static final String NUMBER_NAME = "publication_number";
    private static final Set<String> COLUMN_NAMES = Set.of(
            "country_code",
            "kind_code",
            "title_localized",
            "abstract_localized",
            "family_id",
            "assignee_harmonized",
            "application_number",
            "priority_date",
            "filing_date",
            "publication_date",
            "ipc",
            "cpc");
    /** Names that no other table has. */
    private static final Set<String> OWN_NAMES =
            Set.of("title_localized", "abstract_localized", "assignee_harmonized", "inventor_harmonized");

    /** Names that no mention of a publication has. */
    private static final Set<String> TELLING_NAMES =
            Set.of("title_localized", "abstract_localized", "assignee_harmonized", "inventor_harmonized", "ipc", "cpc");

    private static final Pattern NUMBER = JsonDocuments.anyName(Set.of(NUMBER_NAME));
    private static final Pattern COLUMN = JsonDocuments.anyName(COLUMN_NAMES);

    /** The format. */
    GoogleJsonLines() {
        super(GoogleJsonLines::fields);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String start) {
        return DocumentFormats.isJson(start)
                && NUMBER.matcher(start).find()
                && COLUMN.matcher(start).find();
    }

    /** Whether columns of these names are of the table alone, whoever wrote them. */
    public static boolean isTable(Collection<String> names) {
        return names.contains(NUMBER_NAME) && names.stream().anyMatch(OWN_NAMES::contains);
    }

    /** Whether an object with such names is a row. */
    static boolean isRecord(Set<String> names) {
        return names.contains(NUMBER_NAME) && !Collections.disjoint(names, COLUMN_NAMES);
    }

    /** Whether an object with such names is a row and no mention of one. */
    static boolean isWhole(Set<String> names) {
        return names.contains(NUMBER_NAME) && !Collections.disjoint(names, TELLING_NAMES);
    }

    /** Whether an object with such names may be a row of which more is to come. */
    static boolean mayBeRecord(Set<String> names) {
        return names.contains(NUMBER_NAME) || !Collections.disjoint(names, COLUMN_NAMES);
    }

    /**
     * The fields of a row.
     *
     * @param row an object with the columns of the table, or with those that a query made of them ({@link GoogleQuery}); those it
     *     lacks give no field. Lists may be bare or, as Parquet exports have them, within {@code list} and {@code element}
     */
    public static Map<Field, String> fields(JsonNode row) {
        return isOfQuery(row) ? GoogleQuery.fields(name -> cell(row, name)) : ownFields(row);
    }

    /** Whether a query changed names, or lists. */
    private static boolean isOfQuery(JsonNode row) {
        return row.properties().stream()
                .anyMatch(column -> GoogleQuery.isMadeUp(column.getKey())
                        || column.getValue().isTextual() && GoogleQuery.isList(column.getKey())
                        || GoogleQuery.isListOfRecords(column.getKey())
                                && list(row, column.getKey()).stream().anyMatch(JsonNode::isTextual));
    }

    private static String cell(JsonNode row, String column) {
        return row.path(column).isContainerNode()
                ? JsonNodeFactory.instance.arrayNode().addAll(list(row, column)).toString()
                : JsonDocuments.text(row, column);
    }

    private static Map<Field, String> ownFields(JsonNode row) {
        FieldValues fields = new FieldValues();
        fields.putClean(Field.PUBLICATION_NUMBER, JsonDocuments.text(row, "publication_number"));
        fields.putClean(Field.OFFICE, TwoLetters.country(JsonDocuments.text(row, "country_code")));
        fields.putClean(Field.KIND, JsonDocuments.text(row, "kind_code"));
        fields.putClean(Field.APPLICATION_NUMBER, number(row, "application_number"));
        fields.putClean(Field.FAMILY_ID, Cleaning.family(JsonDocuments.text(row, "family_id")));
        fields.putClean(Field.PUBLICATION_DATE, date(row, "publication_date"));
        fields.putClean(Field.FILING_DATE, date(row, "filing_date"));
        fields.putTexts(Field.TITLE, Field.TITLE_LANGUAGE, texts(row, "title_localized", "title"));
        fields.putTexts(Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, texts(row, "abstract_localized", "abstract"));
        fields.putCodes(codes(row));
        fields.putParties(Field.APPLICANTS, Field.APPLICANT_COUNTRIES, parties(row, "assignee_harmonized", "assignee"));
        fields.putParties(Field.INVENTORS, Field.INVENTOR_COUNTRIES, parties(row, "inventor_harmonized", "inventor"));
        fields.putClean(
                Field.CITED,
                list(row, "citation").stream()
                        .map(citation -> JsonDocuments.text(citation, "publication_number"))
                        .filter(number -> !number.isBlank())
                        .toList());
        priorities(row, fields);
        return fields.map();
    }

    private static void priorities(JsonNode row, FieldValues fields) {
        List<String> numbers = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (JsonNode claim : list(row, "priority_claim")) {
            String number = number(claim, "application_number");
            if (!number.isEmpty()) {
                numbers.add(number);
                dates.add(date(claim, "filing_date"));
            }
        }
        fields.putClean(Field.PRIORITY_NUMBERS, numbers);
        // The table's own date is the earliest of all, also of those whose claim is not told.
        String earliest = date(row, "priority_date");
        fields.putClean(Field.PRIORITY_DATE, earliest.isEmpty() ? dates : List.of(earliest));
    }

    private static List<FieldValues.Text> texts(JsonNode row, String column, String plain) {
        List<FieldValues.Text> texts = new ArrayList<>();
        for (JsonNode text : list(row, column)) {
            texts.add(
                    text.isObject()
                            ? new FieldValues.Text(
                                    JsonDocuments.text(text, "text"), JsonDocuments.text(text, "language"))
                            : new FieldValues.Text(JsonDocuments.text(text), ""));
        }
        return texts.isEmpty() ? List.of(new FieldValues.Text(JsonDocuments.text(row, plain), "")) : texts;
    }

    private static List<String> codes(JsonNode row) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : list(row, "ipc")) {
            if (code.isObject()) {
                codes.add(IpcText.of(
                        JsonDocuments.text(code, "code"),
                        "",
                        "",
                        choice(code, "first", "F", "L"),
                        choice(code, "inventive", "I", "N")));
            } else {
                codes.add(JsonDocuments.text(code));
            }
        }
        return codes;
    }

    private static String choice(JsonNode code, String name, String yes, String no) {
        String given = JsonDocuments.text(code, name);
        return given.equals("true") ? yes : given.equals("false") ? no : "";
    }

    private static List<FieldValues.Party> parties(JsonNode row, String harmonised, String raw) {
        List<FieldValues.Party> parties = new ArrayList<>();
        for (JsonNode party : list(row, harmonised)) {
            String name = JsonDocuments.text(party, "name");
            if (!name.isBlank()) {
                parties.add(new FieldValues.Party(name, TwoLetters.country(JsonDocuments.text(party, "country_code"))));
            }
        }
        if (parties.isEmpty()) {
            list(row, raw).forEach(name -> parties.add(new FieldValues.Party(JsonDocuments.text(name), "")));
        }
        return parties;
    }

    private static List<JsonNode> list(JsonNode row, String column) {
        return JsonDocuments.list(row.path(column), "list").stream()
                .map(value -> value.isObject() && value.has("element") ? value.get("element") : value)
                .toList();
    }

    private static String date(JsonNode node, String column) {
        return Dates.iso(JsonDocuments.text(node, column));
    }

    /** An application number without the hyphens that other sources do not write. */
    private static String number(JsonNode node, String column) {
        return Cleaning.blanks(JsonDocuments.text(node, column)).replace("-", "");
    }
}
