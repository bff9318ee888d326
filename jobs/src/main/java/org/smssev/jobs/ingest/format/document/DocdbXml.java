package org.smssev.jobs.ingest.format.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.Dates;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.FieldValues;
import org.smssev.jobs.ingest.format.IpcText;
import org.smssev.jobs.ingest.format.TwoLetters;

/**
 * DOCDB XML of the European Patent Office: exchange documents in a file or each as a fragment, with or without the prefix
 * {@code exch}, declared or not; also as responses of the Open Patent Services (OPS). What these tell of the search or the
 * family beside the documents is passed over.
 *
 * <p>DOCDB tells parties, titles and references several times, by {@code data-format}; each is taken once. Numbers and
 * dates are those of format docdb. The name of a party is that of docdba, which keeps it as filed, else of docdb, else
 * the original; its country is that of docdb; both belong together by their sequence ({@link DocdbParties}). The Open Patent Services tell
 * parties as epodoc and original, the latter in capitals and, under further sequences, once more as filed. Titles and
 * abstracts are taken once per language. Family members are those of the simple family. Old IPC editions are read only
 * where a document has no reformed code. A document of status D, deleted, is a withdrawal. The day of the last exchange is
 * that of the last change.
 */
final class DocdbXml extends XmlFormat {
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?exchange-documents?[\\s>/]");
    static final String ORIGINAL = "original";
    private static final List<String> NAME_FORMATS = List.of("docdba", "docdb", ORIGINAL);

    private static final List<String> NUMBER_FORMATS = List.of("docdb", "", "epodoc", ORIGINAL);

    private static final XmlDocuments.Layout LAYOUT = new XmlDocuments.Layout(
            Set.of("exchange-document"),
            Set.of(
                    "exchange-documents",
                    "world-patent-data",
                    "biblio-search",
                    "search-result",
                    "patent-family",
                    "family-member",
                    "equivalents-inquiry",
                    "inquiry-result"),
            Set.of(
                    "meta",
                    "query",
                    "range",
                    "publication-reference",
                    "application-reference",
                    "priority-claim",
                    "legal"),
            Set.of(
                    "patent-classifications",
                    "classifications-national",
                    "designation-of-states",
                    "dates-of-public-availability",
                    "nplcit",
                    "rel-passage",
                    "corresponding-docs"),
            DocdbXml::fields);

    DocdbXml() {
        super("DOCDB_XML", ROOT, LAYOUT);
    }

    private static Map<Field, String> fields(XmlNode root) {
        FieldValues fields = new FieldValues();
        if (root.attribute("status").equals("D")) {
            fields.putClean(Field.WITHDRAWN, "1");
        }
        List<XmlNode> titles = new ArrayList<>();
        List<XmlNode> abstracts = new ArrayList<>(root.all("abstract"));
        for (XmlNode data : root.all("bibliographic-data")) {
            numbers(data, fields);
            fields.putCodes(codes(data));
            fields.putParties(
                    Field.APPLICANTS,
                    Field.APPLICANT_COUNTRIES,
                    DocdbParties.of(data.all("parties", "applicants", "applicant")));
            fields.putParties(
                    Field.INVENTORS,
                    Field.INVENTOR_COUNTRIES,
                    DocdbParties.of(data.all("parties", "inventors", "inventor")));
            fields.putClean(
                    Field.CITED,
                    data.all("references-cited", "citation", "patcit").stream()
                            .filter(patcit -> !patcit.attribute("dnum-type").equals("application number"))
                            .map(DocdbXml::cited)
                            .toList());
            titles.addAll(data.all("invention-title"));
            abstracts.addAll(data.all("abstract"));
        }
        if (abstracts.isEmpty()) {
            // That of another publication, which DOCDB gives where the document has none of its own.
            abstracts.addAll(root.all("patent-family", "abstract"));
        }
        // The attributes win over the publication reference, which says the same in whole documents.
        String country = root.attribute("country");
        String kind = root.attribute("kind");
        fields.putClean(Field.PUBLICATION_NUMBER, Cleaning.number(country, root.attribute("doc-number"), kind));
        fields.putClean(Field.OFFICE, TwoLetters.country(country));
        fields.putClean(Field.KIND, kind);
        fields.putClean(Field.FAMILY_ID, root.attribute("family-id"));
        fields.putClean(Field.PUBLICATION_DATE, Dates.iso(root.attribute("date-publ")));
        fields.putClean(Field.LAST_CHANGE, Dates.iso(root.attribute("date-of-last-exchange")));
        fields.putTexts(Field.TITLE, Field.TITLE_LANGUAGE, texts(titles));
        fields.putTexts(Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, texts(abstracts));
        fields.putClean(
                Field.FAMILY_MEMBERS, numbersOf(root.all("patent-family", "family-member", "publication-reference")));
        return fields.map();
    }

    private static void numbers(XmlNode data, FieldValues fields) {
        List<XmlNode> publications = ids(data.all("publication-reference"));
        String language = TwoLetters.language(data.text("language-of-publication"));
        for (XmlNode id : publications) {
            fields.putClean(Field.PUBLICATION_NUMBER, number(id));
            fields.putClean(Field.OFFICE, TwoLetters.country(id.text("country")));
            fields.putClean(Field.KIND, id.text("kind"));
            fields.putClean(Field.PUBLICATION_DATE, Dates.iso(id.text("date")));
            language = language.isEmpty() ? TwoLetters.language(id.attribute("lang")) : language;
        }
        fields.putClean(Field.LANGUAGE, language);
        for (XmlNode id : ids(data.all("application-reference"))) {
            fields.putClean(Field.APPLICATION_NUMBER, number(id));
            fields.putClean(Field.FILING_DATE, Dates.iso(id.text("date")));
        }
        // The Open Patent Services tell it beside another spelling of the number only.
        for (XmlNode id : data.all("application-reference", "document-id")) {
            fields.putClean(Field.FILING_DATE, Dates.iso(id.text("date")));
        }
        List<XmlNode> claims = ids(data.all("priority-claims", "priority-claim"));
        fields.putClean(
                Field.PRIORITY_NUMBERS, claims.stream().map(DocdbXml::number).toList());
        fields.putClean(
                Field.PRIORITY_DATE,
                claims.stream().map(id -> Dates.iso(id.text("date"))).toList());
    }

    private static List<String> numbersOf(List<XmlNode> references) {
        return ids(references).stream().map(DocdbXml::number).toList();
    }

    /** The document numbers of references, of the best format that they come in. */
    private static List<XmlNode> ids(List<XmlNode> references) {
        for (String format : NUMBER_FORMATS) {
            List<XmlNode> found = new ArrayList<>();
            for (XmlNode reference : references) {
                for (XmlNode id : reference.all("document-id")) {
                    String given = reference.attribute("data-format") + id.attribute("document-id-type");
                    if (given.equals(format)) {
                        found.add(id);
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static String number(XmlNode id) {
        return Cleaning.number(id.text("country"), id.text("doc-number"), id.text("kind"));
    }

    private static String cited(XmlNode patcit) {
        List<XmlNode> ids = ids(List.of(patcit));
        return ids.isEmpty() ? patcit.attribute("dnum") : number(ids.get(0));
    }

    private static List<String> codes(XmlNode data) {
        List<String> codes = new ArrayList<>();
        data.all("classifications-ipcr", "classification-ipcr").stream()
                .sorted(XmlNode.BY_SEQUENCE)
                .flatMap(code -> code.all("text").stream())
                .forEach(text -> codes.add(IpcText.ofFixedWidth(text.text())));
        if (codes.isEmpty()) {
            for (XmlNode code : data.all("classification-ipc")) {
                for (String part : List.of("main-classification", "further-classification", "text")) {
                    code.all(part).forEach(text -> codes.addAll(IpcText.ofEditions(text.text())));
                }
            }
        }
        return codes;
    }

    /** One text per language, of the best format. */
    private static List<FieldValues.Text> texts(List<XmlNode> nodes) {
        Map<String, XmlNode> best = new LinkedHashMap<>();
        for (XmlNode node : nodes) {
            if (!Cleaning.blanks(node.text()).isEmpty()) {
                best.merge(node.attribute("lang"), node, (a, b) -> rank(b) < rank(a) ? b : a);
            }
        }
        List<FieldValues.Text> texts = new ArrayList<>();
        best.forEach((language, node) -> texts.add(new FieldValues.Text(node.text(), language)));
        return texts;
    }

    /** How good the format of a name or text is; the least is the best. */
    static int rank(XmlNode node) {
        int rank = NAME_FORMATS.indexOf(node.attribute("data-format"));
        return rank < 0 ? NAME_FORMATS.size() : rank;
    }
}
