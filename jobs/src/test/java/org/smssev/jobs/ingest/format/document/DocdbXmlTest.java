package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

class DocdbXmlTest {
    private final DocdbXml format = new DocdbXml();

    @Test
    void fragmentWithoutDeclaredPrefixGivesItsFields() {
        assertThat(DocumentSamples.fields(format, DocumentSamples.DOCDB_FRAGMENT))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "EP1000000A1"),
                        Map.entry(Field.OFFICE, "EP"),
                        Map.entry(Field.KIND, "A1"),
                        Map.entry(Field.FAMILY_ID, "22179393"),
                        Map.entry(Field.FAMILY_MEMBERS, "EP1000000A1|US2019123456A1"),
                        Map.entry(Field.PUBLICATION_DATE, "2019-05-31"),
                        Map.entry(Field.APPLICATION_NUMBER, "EP18000001A"),
                        Map.entry(Field.FILING_DATE, "2018-01-02"),
                        Map.entry(Field.PRIORITY_NUMBERS, "US201762500001P|DE102017000001A"),
                        Map.entry(Field.PRIORITY_DATE, "2017-05-02|2017-01-03"),
                        Map.entry(Field.IPC, "C07K  16/28  20060101AFI|H01M  10/0525  20100101AI"),
                        Map.entry(Field.TITLE, "Antikörper Ś|Antibodies"),
                        Map.entry(Field.TITLE_LANGUAGE, "de|en"),
                        Map.entry(Field.ABSTRACT, "An antibody.|Ein Körper &foo; & mehr."),
                        Map.entry(Field.ABSTRACT_LANGUAGE, "en|"),
                        Map.entry(Field.APPLICANTS, "Zell & Co. GmbH|The University of Tokyo"),
                        Map.entry(Field.APPLICANT_COUNTRIES, "DE|JP"),
                        Map.entry(Field.INVENTORS, "MUELLER ADA"),
                        Map.entry(Field.INVENTOR_COUNTRIES, "DE"),
                        Map.entry(Field.CITED, "US5556839A|WO2005013972A1"),
                        Map.entry(Field.LANGUAGE, "de")));
    }

    @Test
    void elementsWithoutPrefixGiveTheSame() {
        String bare = DocumentSamples.DOCDB_FRAGMENT.replace("exch:", "");

        assertThat(DocumentSamples.fields(format, bare))
                .isEqualTo(DocumentSamples.fields(format, DocumentSamples.DOCDB_FRAGMENT));
    }

    @Test
    void publicationReferenceStandsInForMissingAttributes() {
        String bare =
                DocumentSamples.DOCDB_FRAGMENT.replaceAll("exchange-document country[^>]*>", "exchange-document>");

        assertThat(DocumentSamples.fields(format, bare))
                .containsEntry(Field.PUBLICATION_NUMBER, "EP1000000A1")
                .containsEntry(Field.OFFICE, "EP")
                .containsEntry(Field.KIND, "A1")
                .containsEntry(Field.PUBLICATION_DATE, "2019-05-31")
                .doesNotContainKey(Field.FAMILY_ID);
    }

    @Test
    void theirSequenceOrdersApplicantsAndCodesWhereverTheyStand() {
        String turned = DocumentSamples.DOCDB_FRAGMENT
                .replaceAll(
                        "(?s)(<classification-ipcr sequence=\"1\">.*?</classification-ipcr>)\\s*"
                                + "(<classification-ipcr sequence=\"2\">.*?</classification-ipcr>)",
                        "$2$1")
                .replaceAll(
                        "(?s)(<exch:applicant sequence=\"1\".*?</exch:applicant>)\\s*"
                                + "(<exch:applicant sequence=\"2\".*?</exch:applicant>)",
                        "$2$1");

        assertThat(turned.indexOf("H01M  10/0525")).isLessThan(turned.indexOf("C07K  16/28"));
        assertThat(turned.indexOf("UNIV TOKYO")).isLessThan(turned.indexOf("ZELL"));
        assertThat(DocumentSamples.fields(format, turned))
                .isEqualTo(DocumentSamples.fields(format, DocumentSamples.DOCDB_FRAGMENT));
    }

    @Test
    void deletedDocumentIsAWithdrawal() {
        List<Document> documents = DocumentSamples.read(format, DocumentSamples.DOCDB);

        assertThat(documents).hasSize(2);
        assertThat(documents.get(0).fields()).doesNotContainKey(Field.WITHDRAWN);
        assertThat(documents.get(1).fields())
                .containsEntry(Field.PUBLICATION_NUMBER, "DE1258188B")
                .containsEntry(Field.WITHDRAWN, "1");
    }

    @Test
    void oldEditionIsReadWhereNoReformedCodeIs() {
        String old = DocumentSamples.DOCDB_FRAGMENT.replaceAll(
                "(?s)<exch:classifications-ipcr>.*?</exch:classifications-ipcr>", "");

        assertThat(DocumentSamples.fields(format, old)).containsEntry(Field.IPC, "A61K 9/16");
    }

    @Test
    void partiesThatShareASequenceAreThoseOfOneFormat() {
        String same = DocumentSamples.DOCDB_FRAGMENT.replaceAll("applicant sequence=\"2\"", "applicant sequence=\"1\"");

        assertThat(DocumentSamples.fields(format, same))
                .containsEntry(Field.APPLICANTS, "ZELL & CO|UNIV TOKYO")
                .containsEntry(Field.APPLICANT_COUNTRIES, "DE|JP");
    }

    @Test
    void commentedOutDocumentIsNone() {
        String text = DocumentSamples.DOCDB.replace(
                DocumentSamples.DOCDB_DELETED, "<!-- " + DocumentSamples.DOCDB_DELETED + "-->");

        assertThat(DocumentSamples.read(format, text)).hasSize(1);
    }

    @Test
    void commentThatNothingClosesTakesNoDocumentWithIt() {
        String open = DocumentSamples.DOCDB.replace(
                DocumentSamples.DOCDB_DELETED, "<!-- delivered 2026\n" + DocumentSamples.DOCDB_DELETED);
        assertThat(DocumentSamples.read(format, open))
                .extracting(Document::reason)
                .containsExactly(null, "BAD_XML", null);

        String closedLater = DocumentSamples.DOCDB.replace(
                DocumentSamples.DOCDB_DELETED, "<!-- a\n" + DocumentSamples.DOCDB_DELETED + "<!-- b -->");
        assertThat(DocumentSamples.read(format, closedLater))
                .extracting(Document::reason)
                .containsExactly(null, "BAD_XML", null);
    }

    /** Of a search, a family with its legal events, and equivalents, around documents without a prefix. */
    private static List<String> responses(String documents) {
        return List.of(
                response("<ops:meta name=\"elapsed-time\" value=\"1\"/>" + documents),
                response("<ops:meta name=\"elapsed-time\" value=\"1\"/><ops:biblio-search total-result-count=\"2\">\n"
                        + "<ops:query syntax=\"CQL\">ti=x</ops:query><ops:range begin=\"1\" end=\"2\"/>\n"
                        + "<ops:search-result>" + documents + "</ops:search-result></ops:biblio-search>"),
                response(
                        "<ops:patent-family legal=\"true\"><ops:publication-reference><document-id><country>EP</country>"
                                + "</document-id></ops:publication-reference>\n<ops:family-member family-id=\"1\">\n"
                                + "<publication-reference><document-id><doc-number>1</doc-number></document-id>"
                                + "</publication-reference><application-reference doc-id=\"1\"><document-id/>"
                                + "</application-reference><priority-claim sequence=\"1\"><document-id/></priority-claim>"
                                + documents + "<ops:legal code=\"17P\"><ops:pre line=\"001\">EP F 17P</ops:pre>"
                                + "<ops:L001EP>EP</ops:L001EP></ops:legal></ops:family-member></ops:patent-family>"),
                response(
                        "<ops:equivalents-inquiry><ops:publication-reference><document-id/></ops:publication-reference>"
                                + "<ops:inquiry-result><publication-reference><document-id/></publication-reference>"
                                + documents
                                + "</ops:inquiry-result></ops:equivalents-inquiry>"));
    }

    private static String response(String inside) {
        return "<?xml version=\"1.0\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"/3.2/style/exchange.xsl\"?>\n"
                + "<ops:world-patent-data xmlns=\"http://www.epo.org/exchange\" xmlns:ops=\"http://ops.epo.org\">"
                + inside
                + "</ops:world-patent-data>\n";
    }

    @Test
    void responsesOfOpsHoldDocumentsAndNoOtherRecords() {
        String bare = DocumentSamples.DOCDB_FRAGMENT.replace("exch:", "");
        Map<Field, String> fields = DocumentSamples.fields(format, bare);
        for (String response : responses("<exchange-documents>" + bare + "</exchange-documents>")) {
            assertThat(format.recognises(response)).isTrue();
            assertThat(DocumentSamples.fields(format, response)).isEqualTo(fields);
        }
    }

    @Test
    void brokenDocumentInAResponseOfOpsIsRejected() {
        String bare = DocumentSamples.DOCDB_FRAGMENT.replace("exch:", "");
        for (String broken : List.of(
                bare.replace("</parties>", ""),
                bare.replace("<exchange-document ", "<exchange-docment "),
                bare.substring(bare.indexOf('>') + 1))) {
            for (String response : responses(bare + broken + bare)) {
                List<Document> documents = DocumentSamples.read(format, response);
                assertThat(documents).filteredOn(d -> d.reason() == null).hasSize(2);
                assertThat(documents).filteredOn(d -> d.reason() != null).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsOpenInAResponseOfOpsIsRejected() {
        String open = response("<ops:legal code=\"17P\"><ops:pre>x</ops:pre>" + DocumentSamples.DOCDB_FRAGMENT);

        assertThat(DocumentSamples.read(format, open))
                .extracting(Document::reason)
                .containsExactly("NOT_A_PATENT", null);
    }

    @Test
    void fileIsRecognisedByItsRoot() {
        assertThat(format.recognises(DocumentSamples.DOCDB)).isTrue();
        assertThat(format.recognises(DocumentSamples.DOCDB_FRAGMENT)).isTrue();
        assertThat(format.recognises(DocumentSamples.GRANT)).isFalse();
    }

    @Test
    void whatTheOpenPatentServicesTellInOtherFormatsOnlyIsRead() {
        String ops = """
                <world-patent-data><exchange-documents>
                <exchange-document family-id="19768125" country="EP" doc-number="1000001" kind="A1"><bibliographic-data>
                <application-reference>
                <document-id document-id-type="docdb"><country>EP</country><doc-number>99203729</doc-number><kind>A</kind>
                </document-id>
                <document-id document-id-type="epodoc"><doc-number>EP19990203729</doc-number><date>19991108</date></document-id>
                </application-reference>
                <parties>
                <applicants>
                <applicant sequence="1" data-format="epodoc"><applicant-name><name>DE BOER BV [NL]</name></applicant-name>
                </applicant>
                <applicant sequence="1" data-format="original"><applicant-name><name>DE BOER B.V.</name></applicant-name>
                </applicant>
                </applicants>
                <inventors>
                <inventor sequence="1" data-format="epodoc"><inventor-name><name>KOSMAN JAN [BE]</name></inventor-name></inventor>
                <inventor sequence="1" data-format="original"><inventor-name><name>KOSMAN, JAN, </name></inventor-name></inventor>
                </inventors>
                </parties>
                </bibliographic-data></exchange-document></exchange-documents></world-patent-data>
                """;
        assertThat(DocumentSamples.fields(format, ops))
                .containsEntry(Field.APPLICATION_NUMBER, "EP99203729A")
                .containsEntry(Field.FILING_DATE, "1999-11-08")
                .containsEntry(Field.APPLICANTS, "DE BOER B.V.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "NL")
                .containsEntry(Field.INVENTORS, "KOSMAN, JAN")
                .containsEntry(Field.INVENTOR_COUNTRIES, "BE");
    }

    private static String withApplicants(String... sequenceFormatName) {
        StringBuilder parties = new StringBuilder();
        for (String entry : sequenceFormatName) {
            String[] parts = entry.split("/");
            parties.append(
                    "<applicant sequence=\"%s\" data-format=\"%s\"><applicant-name><name>%s</name></applicant-name></applicant>"
                            .formatted(parts[0], parts[1], parts[2]));
        }
        return "<exchange-document country=\"EP\" doc-number=\"1\" kind=\"A1\"><bibliographic-data><parties><applicants>"
                + parties + "</applicants></parties></bibliographic-data></exchange-document>";
    }

    @Test
    void filedNamesOfAnotherOrderBelongToTheStandardOnesThatTheyShareAWordWith() {
        String crossed = withApplicants(
                "1/epodoc/ROSSI MARIO\u2002[IT]",
                "2/epodoc/MUELLER HANS\u2002[DE]",
                "1/original/MUELLER, Hans",
                "2/original/ROSSI, Mario");
        assertThat(DocumentSamples.fields(format, crossed))
                .containsEntry(Field.APPLICANTS, "ROSSI, Mario|MUELLER, Hans")
                .containsEntry(Field.APPLICANT_COUNTRIES, "IT|DE");
        assertThat(DocumentSamples.fields(
                        format,
                        withApplicants(
                                "1/docdb/ALPHA LTD", "2/docdb/BETA LTD", "1/docdba/Beta Ltd", "2/docdba/Alpha Ltd")))
                .as("a legal form is of many names")
                .containsEntry(Field.APPLICANTS, "Alpha Ltd|Beta Ltd");
        // As DE19652471B4, whose list of filed names has one in front that the standard one lacks.
        String shifted = withApplicants(
                "1/epodoc/LIPPOLD BERND [DE]",
                "2/epodoc/OTTE LUTZ [DE]",
                "3/epodoc/IBM [US]",
                "1/original/INSTITUT FUER OBERFLAECHEN",
                "2/original/LIPPOLD, BERND",
                "3/original/INTERNATIONAL BUSINESS MACHINES",
                "4/original/OTTE, LUTZ");
        assertThat(DocumentSamples.fields(format, shifted))
                .containsEntry(Field.APPLICANTS, "LIPPOLD, BERND|OTTE, LUTZ|INTERNATIONAL BUSINESS MACHINES")
                .containsEntry(Field.APPLICANT_COUNTRIES, "DE|DE|US");
        String others = withApplicants(
                "1/docdb/IBM CORP",
                "2/docdb/HITACHI CORP",
                "1/docdba/International Business Machines",
                "2/docdba/日立製作所");
        assertThat(DocumentSamples.fields(format, others))
                .containsEntry(Field.APPLICANTS, "International Business Machines|日立製作所");
    }

    @Test
    void addressesBehindFiledNamesAreNoPartOfThem() {
        assertThat(DocumentSamples.fields(
                        format,
                        withApplicants(
                                "1/docdb/DENSO CORP",
                                "1/docdba/DENSO CORP., KARIYA, AICHI, JP",
                                "2/docdb/SIEMENS AG",
                                "2/docdba/SIEMENS AG, 80333 MUENCHEN, DE",
                                "3/docdb/LEE SU",
                                "3/docdba/LEE, SU, DR")))
                .containsEntry(Field.APPLICANTS, "DENSO CORP|SIEMENS AG|LEE, SU, DR")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP|DE|");
        assertThat(DocumentSamples.fields(
                        format, withApplicants("1/docdba/LIPPOLD, BERND, DR., 04318 LEIPZIG, DE", "2/docdba/A, B, JP")))
                .containsEntry(Field.APPLICANTS, "LIPPOLD, BERND, DR.|A, B, JP")
                .containsEntry(Field.APPLICANT_COUNTRIES, "DE|JP");
    }

    @Test
    void severalOldCodesInOneTextAreEachRead() {
        assertThat(DocumentSamples.fields(
                        format,
                        "<exchange-document country=\"EP\" doc-number=\"1\" kind=\"A1\"><bibliographic-data>"
                                + "<classification-ipc><text>B28B5/02 B28B7/00 B28B1/29</text></classification-ipc>"
                                + "</bibliographic-data></exchange-document>"))
                .containsEntry(Field.IPC, "B28B 5/02|B28B 7/00|B28B 1/29");
    }

    @Test
    void originalNamesThatComeOnceMoreUnderFurtherSequencesAreNoFurtherParties() {
        String twice = withApplicants(
                "1/epodoc/ZELLE OY\u2002[FI]",
                "2/epodoc/MAEKI JARI\u2002[FI]",
                "1/original/ZELLE OY,",
                "2/original/MAEKI, JARI,",
                "3/original/Zelle Oy,",
                "4/original/Mäki, Jari");
        assertThat(DocumentSamples.fields(format, twice))
                .containsEntry(Field.APPLICANTS, "ZELLE OY|MAEKI, JARI")
                .containsEntry(Field.APPLICANT_COUNTRIES, "FI|FI");
        String docdb = withApplicants("1/docdb/ZELLE OY", "1/original/Zelle Oy", "2/original/Целле");
        assertThat(DocumentSamples.fields(format, docdb)).containsEntry(Field.APPLICANTS, "ZELLE OY");
    }

    @Test
    void originalNamesAloneAreParties() {
        assertThat(DocumentSamples.fields(format, withApplicants("1/original/Zelle Oy,", "2/original/Mäki, Jari")))
                .containsEntry(Field.APPLICANTS, "Zelle Oy|Mäki, Jari");
    }

    @Test
    void partiesOfOpsThatShareASequenceAreThoseOfEpodoc() {
        String same = withApplicants(
                "0/epodoc/ZELLE OY [FI]", "0/epodoc/MAEKI JARI [FI]", "0/original/Zelle Oy,", "0/original/Mäki, Jari");
        assertThat(DocumentSamples.fields(format, same))
                .containsEntry(Field.APPLICANTS, "ZELLE OY|MAEKI JARI")
                .containsEntry(Field.APPLICANT_COUNTRIES, "FI|FI");
    }

    @Test
    void namesInPartsAndTheAbstractOfTheFamilyAreRead() {
        String parts = withApplicants("1/docdb/ZELLE OY")
                .replace("<name>ZELLE OY</name>", "<last-name>Doe</last-name><first-name>Jane</first-name>");
        assertThat(DocumentSamples.fields(format, parts)).containsEntry(Field.APPLICANTS, "Doe, Jane");
        String family = "<exchange-document country='EP' doc-number='0003543' kind='A2'><patent-family>"
                + "<abstract lang='en' country='US' doc-number='4230443'><p>A lock.</p></abstract></patent-family></exchange-document>";
        assertThat(DocumentSamples.fields(format, family))
                .containsEntry(Field.ABSTRACT, "A lock.")
                .containsEntry(Field.ABSTRACT_LANGUAGE, "en");
    }
}
