package org.smssev.jobs.ingest.format.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.Dates;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.FieldValues;
import org.smssev.jobs.ingest.format.IpcText;
import org.smssev.jobs.ingest.format.TwoLetters;
import org.smssev.jobs.ingest.name.Capitals;
import org.smssev.jobs.ingest.number.PublicationFlaw;

/**
 * Red Book XML of the United States: grants and applications since 2005, DTD 4.0 to 4.x, many documents in one file.
 *
 * <p>Applicants are the assignees, as these own the invention in the sense of the OECD Patent Manual; where a document
 * names none, they are its applicants, who up to 2012 always were the inventors. Inventors are those named so, else the
 * applicants that are marked as inventors too. Countries are those of the address, else of the residence. Priorities are
 * the foreign ones that a document claims; related domestic and PCT documents are not read. Designs and plants carry no
 * IPC code. Documents of other kinds in a file, such as sequence listings, are rejected as {@code NOT_A_PATENT}.
 */
final class UsptoXml extends XmlFormat {
    private static final Pattern ROOT = Pattern.compile(
            "<(?:us-patent-(?:grant|application)[\\s>]|!DOCTYPE\\s+us-patent-(?:grant|application)\\s)");

    private static final XmlDocuments.Layout LAYOUT = new XmlDocuments.Layout(
            Set.of("us-patent-grant", "us-patent-application"),
            Set.of(),
            Set.of(),
            Set.of(
                    "description",
                    "claims",
                    "drawings",
                    "us-sequence-list-doc",
                    "us-megatable-doc",
                    "us-chemistry",
                    "us-math",
                    "classifications-cpc",
                    "us-field-of-classification-search",
                    "us-related-documents"),
            UsptoXml::fields);

    UsptoXml() {
        super("USPTO_XML", ROOT, LAYOUT);
    }

    private static Map<Field, String> fields(XmlNode root) {
        FieldValues fields = new FieldValues();
        String language = TwoLetters.language(root.attribute("lang"));
        fields.putClean(Field.LANGUAGE, language);
        for (XmlNode data : root.children()) {
            if (data.name().startsWith("us-bibliographic-data-")) {
                numbers(data, fields);
                fields.putTexts(
                        Field.TITLE,
                        Field.TITLE_LANGUAGE,
                        List.of(new FieldValues.Text(data.text("invention-title"), language)));
                fields.putCodes(codes(data));
                fields.putParties(Field.APPLICANTS, Field.APPLICANT_COUNTRIES, applicants(data));
                fields.putParties(Field.INVENTORS, Field.INVENTOR_COUNTRIES, inventors(data));
                fields.putClean(Field.CITED, cited(data));
            }
        }
        fields.putTexts(
                Field.ABSTRACT,
                Field.ABSTRACT_LANGUAGE,
                List.of(new FieldValues.Text(root.text("abstract"), language)));
        return fields.map();
    }

    private static void numbers(XmlNode data, FieldValues fields) {
        for (XmlNode id : data.all("publication-reference", "document-id")) {
            fields.putClean(Field.PUBLICATION_NUMBER, number(id));
            fields.putClean(Field.OFFICE, TwoLetters.country(id.text("country")));
            fields.putClean(Field.KIND, id.text("kind"));
            fields.putClean(Field.PUBLICATION_DATE, Dates.iso(id.text("date")));
        }
        for (XmlNode id : data.all("application-reference", "document-id")) {
            fields.putClean(Field.APPLICATION_NUMBER, number(id));
            fields.putClean(Field.FILING_DATE, Dates.iso(id.text("date")));
        }
        List<XmlNode> claims = data.all("priority-claims", "priority-claim");
        fields.putClean(
                Field.PRIORITY_NUMBERS, claims.stream().map(UsptoXml::number).toList());
        fields.putClean(
                Field.PRIORITY_DATE,
                claims.stream().map(claim -> Dates.iso(claim.text("date"))).toList());
    }

    private static String number(XmlNode id) {
        return Cleaning.number(id.text("country"), id.text("doc-number"), id.text("kind"));
    }

    private static List<String> codes(XmlNode data) {
        List<String> codes = new ArrayList<>();
        for (XmlNode code : data.all("classifications-ipcr", "classification-ipcr")) {
            String symbol = IpcText.symbol(
                    Cleaning.blanks(code.text("section")),
                    Cleaning.blanks(code.text("class")),
                    Cleaning.blanks(code.text("subclass")),
                    Cleaning.blanks(code.text("main-group")),
                    Cleaning.blanks(code.text("subgroup")));
            codes.add(IpcText.of(
                    symbol,
                    code.text("ipc-version-indicator", "date"),
                    code.text("classification-level"),
                    code.text("symbol-position"),
                    code.text("classification-value")));
        }
        for (XmlNode code : data.all("classification-ipc")) {
            code.all("main-classification").forEach(main -> codes.add(main.text()));
            code.all("further-classification").forEach(further -> codes.add(further.text()));
        }
        return codes;
    }

    /** Assignees, or applicants where none of those has a name. */
    private static List<FieldValues.Party> applicants(XmlNode data) {
        List<FieldValues.Party> assignees = named(data.all("assignees", "assignee"));
        boolean areNamed =
                assignees.stream().anyMatch(assignee -> !assignee.name().isEmpty());
        List<XmlNode> applicants = parties(data, List.of("applicants", "us-applicants"));
        if (areNamed) {
            return withCountries(assignees, applicants);
        }
        List<FieldValues.Party> named = named(applicants);
        return named.isEmpty() ? assignees : named;
    }

    /**
     * Assignees, with the countries that the list of applicants tells where their own entries have no address: that of the
     * applicant of the same name, or of the only one that applies as an assignee where there is one assignee alone.
     */
    private static List<FieldValues.Party> withCountries(List<FieldValues.Party> assignees, List<XmlNode> applicants) {
        if (assignees.stream().noneMatch(assignee -> assignee.country().isEmpty())) {
            return assignees;
        }
        Map<String, String> countries = new HashMap<>();
        named(applicants)
                .forEach(applicant -> countries.merge(
                        Capitals.of(applicant.name()),
                        applicant.country(),
                        (one, other) -> one.equals(other) ? one : ""));
        List<FieldValues.Party> applying = named(applicants.stream()
                .filter(applicant ->
                        applicant.attribute("applicant-authority-category").equals("assignee"))
                .toList());
        String only =
                assignees.size() == 1 && applying.size() == 1 ? applying.get(0).country() : "";
        return assignees.stream()
                .map(assignee -> assignee.country().isEmpty()
                        ? new FieldValues.Party(
                                assignee.name(), countries.getOrDefault(Capitals.of(assignee.name()), only))
                        : assignee)
                .toList();
    }

    /**
     * Inventors. Until 2012 those who are applicants, too, stand among these alone, and until 2009 those who died stand on their own; a
     * sequence runs through all of them.
     */
    private static List<FieldValues.Party> inventors(XmlNode data) {
        List<XmlNode> inventors = new ArrayList<>(parties(data, List.of("inventors", "us-inventors")));
        List<String> lists = inventors.isEmpty() ? List.of("applicants", "us-applicants") : List.of("applicants");
        Set<String> names =
                named(inventors).stream().map(FieldValues.Party::name).collect(Collectors.toSet());
        int listed = inventors.size();
        inventors.addAll(data.all("us-deceased-inventor"));
        parties(data, lists).stream()
                .filter(applicant -> applicant.attribute("app-type").contains("inventor"))
                .filter(applicant ->
                        named(List.of(applicant)).stream().noneMatch(party -> names.contains(party.name())))
                .forEach(inventors::add);
        if (inventors.size() > listed) {
            inventors.sort(XmlNode.BY_SEQUENCE);
        }
        return named(inventors);
    }

    /** Parties of lists of such names; they start with {@code us-} in newer documents. */
    private static List<XmlNode> parties(XmlNode data, List<String> lists) {
        return data.children().stream()
                .filter(group -> group.name().equals("parties") || group.name().equals("us-parties"))
                .flatMap(group -> group.children().stream())
                .filter(list -> lists.contains(list.name()))
                .flatMap(list -> list.children().stream())
                .toList();
    }

    private static List<FieldValues.Party> named(List<XmlNode> nodes) {
        List<FieldValues.Party> parties = new ArrayList<>();
        nodes.forEach(node -> addTo(parties, node));
        return parties;
    }

    /** Adds a party; one without name and country says nothing. */
    private static void addTo(List<FieldValues.Party> parties, XmlNode party) {
        // A few assignees have their name without an address book around it.
        List<XmlNode> books = party.all("addressbook");
        XmlNode book = books.isEmpty() ? party : books.get(0);
        String country = TwoLetters.country(book.text("address", "country"));
        if (country.isEmpty()) {
            country = TwoLetters.country(party.text("residence", "country"));
        }
        String name = name(book);
        if (!name.isEmpty() || !country.isEmpty()) {
            parties.add(new FieldValues.Party(name, country));
        }
    }

    private static String name(XmlNode book) {
        String organisation = Cleaning.blanks(book.text("orgname"));
        if (!organisation.isEmpty()) {
            return organisation;
        }
        // Jr. and III tell one person from another.
        String last = Cleaning.blanks(book.text("last-name") + " " + book.text("suffix"));
        String first = Cleaning.blanks(book.text("first-name") + " " + book.text("middle-name"));
        String person = Cleaning.person(last, first);
        return person.isEmpty() ? Cleaning.blanks(book.text("name")) : person;
    }

    private static List<String> cited(XmlNode data) {
        List<String> cited = new ArrayList<>();
        for (XmlNode group : data.children()) {
            if (group.name().equals("references-cited") || group.name().equals("us-references-cited")) {
                for (XmlNode citation : group.children()) {
                    citation.all("patcit", "document-id").stream()
                            .filter(id -> !PublicationFlaw.isApplication(
                                    TwoLetters.country(id.text("country")), id.text("doc-number")))
                            .forEach(id -> cited.add(number(id)));
                }
            }
        }
        return cited;
    }
}
