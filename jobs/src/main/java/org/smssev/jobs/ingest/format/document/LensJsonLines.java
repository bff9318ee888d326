package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.Dates;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.FieldValues;
import org.smssev.jobs.ingest.format.IpcText;
import org.smssev.jobs.ingest.format.TwoLetters;
import org.smssev.jobs.ingest.number.FourDigitYears;

/**
 * Patents of The Lens as its API and bulk files give them, in the shape of today ({@code jurisdiction},
 * {@code extracted_name}) and in that of the first API ({@code country}, {@code applicant_name}, IPC codes cut in parts), and as its
 * site gave them ({@link LensDownload}).
 *
 * <p>Families are told by their members; an id of a family is taken where there is one. Members and citations that are
 * known by their Lens id only are left out, as it is no publication number.
 */
final class LensJsonLines extends JsonFormat {
    /** That of objects that {@link LensDownload} reads. */
    private static final String DOWNLOAD_ID = "lensId";

    private static final Set<String> ID_NAMES = Set.of("lens_id", DOWNLOAD_ID);
    /** Scholarly records have an id too. */
    private static final Set<String> PATENT_NAMES =
            Set.of("biblio", "jurisdiction", "doc_number", "doc_key", "pub_key", "publication_reference", "displayKey");

    private static final Pattern ID = JsonDocuments.anyName(ID_NAMES);
    private static final Pattern PATENT = JsonDocuments.anyName(PATENT_NAMES);
    /** {@code EP_2471949_A1_20120704}; the date may lack. */
    private static final Pattern KEY = Pattern.compile("([A-Z]{2})_([^_]+)_([A-Z]\\d?)(?:_(\\d{8}))?");

    LensJsonLines() {
        super(LensJsonLines::fields);
    }

    @Override
    public String name() {
        return "LENS_JSONL";
    }

    @Override
    public boolean recognises(String start) {
        return DocumentFormats.isJson(start)
                && ID.matcher(start).find()
                && PATENT.matcher(start).find();
    }

    private static boolean hasId(Set<String> names) {
        return !Collections.disjoint(names, ID_NAMES);
    }

    /** Whether an object with such names is a record. */
    static boolean isRecord(Set<String> names) {
        return hasId(names) && !Collections.disjoint(names, PATENT_NAMES);
    }

    /** Whether an object with such names is a record and no mention of one. */
    static boolean isWhole(Set<String> names) {
        return hasId(names)
                && (names.contains("biblio")
                        || PATENT_NAMES.stream().filter(names::contains).count() > 1);
    }

    /** Whether an object with such names may be a record of which more is to come. */
    static boolean mayBeRecord(Set<String> names) {
        return hasId(names) || !Collections.disjoint(names, PATENT_NAMES);
    }

    /**
     * The fields of a patent.
     *
     * @param patent an object of the API's response; what it lacks gives no field
     */
    private static Map<Field, String> fields(JsonNode patent) {
        if (patent.has(DOWNLOAD_ID)) {
            return LensDownload.fields(patent);
        }
        FieldValues fields = new FieldValues();
        JsonNode biblio = patent.path("biblio");
        numbers(patent, biblio, fields);
        JsonNode titles = biblio.has("invention_title") ? biblio.get("invention_title") : patent.path("title");
        fields.putTexts(Field.TITLE, Field.TITLE_LANGUAGE, texts(titles));
        fields.putTexts(Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, texts(patent.path("abstract")));
        fields.putCodes(codes(patent, biblio));
        fields.putParties(Field.APPLICANTS, Field.APPLICANT_COUNTRIES, parties(biblio, "applicants", "applicant_name"));
        fields.putParties(Field.INVENTORS, Field.INVENTOR_COUNTRIES, parties(biblio, "inventors", "inventor_name"));
        List<String> cited = new ArrayList<>();
        for (JsonNode citation : JsonDocuments.list(biblio.path("references_cited"), "citations", "citation")) {
            String number = documentNumber(citation.path("patcit"));
            if (!number.isEmpty()) {
                cited.add(number);
            }
        }
        fields.putClean(Field.CITED, cited);
        family(patent, "simple_family", fields, Field.FAMILY_ID, Field.FAMILY_MEMBERS);
        family(patent, "extended_family", fields, Field.EXTENDED_FAMILY_ID, Field.EXTENDED_FAMILY_MEMBERS);
        return fields.map();
    }

    private static void numbers(JsonNode patent, JsonNode biblio, FieldValues fields) {
        JsonNode publication = biblio.path("publication_reference");
        Matcher key = KEY.matcher(JsonDocuments.firstText(patent, "doc_key", "pub_key"));
        boolean keyed = key.matches();
        String office = first(office(patent), office(publication), keyed ? key.group(1) : "");
        String number = first(
                JsonDocuments.text(patent, "doc_number"),
                JsonDocuments.text(publication, "doc_number"),
                keyed ? key.group(2) : "");
        String kind = first(
                JsonDocuments.text(patent, "kind"), JsonDocuments.text(publication, "kind"), keyed ? key.group(3) : "");
        fields.putClean(Field.PUBLICATION_NUMBER, FourDigitYears.ofLens(Cleaning.number(office, number, kind)));
        fields.putClean(Field.OFFICE, TwoLetters.country(office));
        fields.putClean(Field.KIND, kind);
        fields.putClean(
                Field.PUBLICATION_DATE,
                Dates.iso(first(
                        JsonDocuments.firstText(patent, "date_published", "date_publ", "pub_date"),
                        JsonDocuments.text(publication, "date"),
                        keyed && key.group(4) != null ? key.group(4) : "")));
        fields.putClean(
                Field.LANGUAGE,
                TwoLetters.language(
                        first(JsonDocuments.text(patent, "lang"), JsonDocuments.text(publication, "lang"))));
        JsonNode application = biblio.path("application_reference");
        fields.putClean(Field.APPLICATION_NUMBER, number(application));
        fields.putClean(Field.FILING_DATE, Dates.iso(JsonDocuments.text(application, "date")));
        JsonNode claims = biblio.path("priority_claims");
        List<String> claimed = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        for (JsonNode claim : JsonDocuments.list(claims, "claims", "priority_claim")) {
            if (claim.has("doc_number")) {
                claimed.add(number(claim));
                dates.add(Dates.iso(JsonDocuments.text(claim, "date")));
            }
        }
        fields.putClean(Field.PRIORITY_NUMBERS, claimed);
        String earliest = Dates.iso(JsonDocuments.text(claims, "earliest_claim", "date"));
        fields.putClean(Field.PRIORITY_DATE, earliest.isEmpty() ? dates : List.of(earliest));
    }

    private static String office(JsonNode node) {
        return JsonDocuments.firstText(node, "jurisdiction", "country");
    }

    private static String number(JsonNode id) {
        return FourDigitYears.ofLens(
                Cleaning.number(office(id), JsonDocuments.text(id, "doc_number"), JsonDocuments.text(id, "kind")));
    }

    private static String documentNumber(JsonNode holder) {
        return number(holder.has("document_id") ? holder.get("document_id") : holder);
    }

    private static List<FieldValues.Text> texts(JsonNode texts) {
        List<FieldValues.Text> list = new ArrayList<>();
        for (JsonNode text : JsonDocuments.list(texts)) {
            list.add(new FieldValues.Text(
                    text.isObject() ? JsonDocuments.text(text, "text") : JsonDocuments.text(text),
                    JsonDocuments.text(text, "lang")));
        }
        return list;
    }

    private static List<String> codes(JsonNode patent, JsonNode biblio) {
        List<String> codes = new ArrayList<>();
        for (JsonNode holder : List.of(biblio, patent)) {
            for (String name : List.of("classifications_ipcr", "classification_ipcr")) {
                for (JsonNode code : JsonDocuments.list(holder.path(name), "classifications")) {
                    codes.add(code.isObject() ? code(code) : JsonDocuments.text(code));
                }
            }
        }
        return codes;
    }

    private static String code(JsonNode code) {
        String symbol = JsonDocuments.text(code, "symbol");
        if (symbol.isBlank()) {
            String ipcClass = JsonDocuments.text(code, "clazz", "value");
            symbol = IpcText.symbol(
                    JsonDocuments.text(code, "section"),
                    ipcClass.isEmpty() ? JsonDocuments.firstText(code, "clazz", "class") : ipcClass,
                    JsonDocuments.text(code, "subclass"),
                    JsonDocuments.text(code, "main_group"),
                    JsonDocuments.text(code, "subgroup"));
        }
        return IpcText.of(
                symbol,
                JsonDocuments.text(code, "version_indicator"),
                JsonDocuments.text(code, "classification_level"),
                JsonDocuments.firstText(code, "classification_symbol_position", "symbol_position"),
                JsonDocuments.text(code, "classification_value"));
    }

    private static List<FieldValues.Party> parties(JsonNode biblio, String role, String oldName) {
        List<FieldValues.Party> parties = new ArrayList<>();
        for (JsonNode party : JsonDocuments.list(biblio.path("parties").path(role))) {
            String name = party.isObject() ? name(party, oldName) : JsonDocuments.text(party);
            String country =
                    TwoLetters.country(JsonDocuments.firstText(party, "residence", "extracted_country", "country"));
            for (JsonNode book : JsonDocuments.list(party.path("address_books"))) {
                country = country.isEmpty()
                        ? TwoLetters.country(JsonDocuments.text(book, "address", "country"))
                        : country;
            }
            if (!name.isBlank() || !country.isEmpty()) {
                parties.add(new FieldValues.Party(name, country));
            }
        }
        return parties;
    }

    private static String name(JsonNode party, String oldName) {
        JsonNode group = party.path(oldName);
        String last = JsonDocuments.text(group, "last_name");
        String given = JsonDocuments.text(group, "first_name");
        return first(
                JsonDocuments.text(party, "extracted_name", "value"),
                JsonDocuments.text(group, "name", "value"),
                JsonDocuments.text(group, "org_name"),
                Cleaning.person(last, given),
                JsonDocuments.text(party, "name", "value"),
                JsonDocuments.text(party, "name", "name"),
                JsonDocuments.text(party, "name"));
    }

    private static void family(JsonNode patent, String name, FieldValues fields, Field id, Field members) {
        JsonNode family = JsonDocuments.at(patent, "families", name);
        fields.putClean(id, JsonDocuments.text(family, "family_id"));
        List<String> numbers = new ArrayList<>();
        for (JsonNode member : JsonDocuments.list(family.path("members"))) {
            String number = documentNumber(member);
            if (!number.isEmpty()) {
                numbers.add(number);
            }
        }
        fields.putClean(members, numbers);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
