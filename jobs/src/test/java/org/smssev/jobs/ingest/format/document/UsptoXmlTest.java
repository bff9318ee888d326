package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

class UsptoXmlTest {
    private final UsptoXml format = new UsptoXml();

    @Test
    void grantGivesItsFields() {
        assertThat(DocumentSamples.fields(format, DocumentSamples.GRANT))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "US08927118B2"),
                        Map.entry(Field.OFFICE, "US"),
                        Map.entry(Field.KIND, "B2"),
                        Map.entry(Field.PUBLICATION_DATE, "2013-04-16"),
                        Map.entry(Field.APPLICATION_NUMBER, "US13648029"),
                        Map.entry(Field.FILING_DATE, "2012-10-09"),
                        Map.entry(Field.PRIORITY_NUMBERS, "JP2011-015204|DE10 2011 001"),
                        Map.entry(Field.PRIORITY_DATE, "2011-10-10|2011-11-02"),
                        Map.entry(Field.IPC, "H01M 10/0525  20100101AFI|C01B 32/00  20060101ALN"),
                        Map.entry(Field.TITLE, "Carbon coated LiFePO4 — and use"),
                        Map.entry(Field.TITLE_LANGUAGE, "en"),
                        Map.entry(Field.ABSTRACT, "A cathode of LiFePO4. It lasts."),
                        Map.entry(Field.ABSTRACT_LANGUAGE, "en"),
                        Map.entry(Field.APPLICANTS, "Zell & Co. GmbH|Akku.com"),
                        Map.entry(Field.APPLICANT_COUNTRIES, "DE|"),
                        Map.entry(Field.INVENTORS, "Müller, Ada|Sato, Ken"),
                        Map.entry(Field.INVENTOR_COUNTRIES, "DE|JP"),
                        Map.entry(Field.CITED, "US1912345A|US2007/0140112A1|WO 9839984"),
                        Map.entry(Field.LANGUAGE, "en")));
    }

    @Test
    void grantOf2005GivesIpc7AndTakesApplicantsForInventorsWhereMarked() {
        Map<Field, String> fields = DocumentSamples.fields(format, DocumentSamples.GRANT_2005);

        assertThat(fields)
                .containsEntry(Field.PUBLICATION_NUMBER, "US06836899B1")
                .containsEntry(Field.IPC, "A45F  504|H01L 21302|C07C24900")
                .containsEntry(Field.APPLICANTS, "Glas, Sam|Holders Inc.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "US|CA")
                .containsEntry(Field.INVENTORS, "Glas, Sam")
                .containsEntry(Field.INVENTOR_COUNTRIES, "US")
                .containsEntry(Field.CITED, "USD426060S")
                .doesNotContainKeys(Field.ABSTRACT, Field.PRIORITY_DATE, Field.APPLICATION_NUMBER);
    }

    @Test
    void inventorsOfOldDocumentsAreThoseAmongTheApplicantsAndTheOthers() {
        String person = "<addressbook><last-name>%s</last-name><address><country>%s</country></address></addressbook>";
        String old = DocumentSamples.GRANT_2005
                .replace(
                        "</applicants>",
                        "</applicants><inventors><inventor sequence=\"003\">" + person.formatted("Dead", "JP")
                                + "</inventor></inventors>")
                .replace(
                        "<parties>",
                        "<us-deceased-inventor sequence=\"002\">" + person.formatted("Gone", "DE")
                                + "</us-deceased-inventor><parties>");
        assertThat(DocumentSamples.fields(format, old))
                .containsEntry(Field.INVENTORS, "Glas, Sam|Gone|Dead")
                .containsEntry(Field.INVENTOR_COUNTRIES, "US|DE|JP");
    }

    @Test
    void whatStandsBehindASurnameIsPartOfIt() {
        String junior = DocumentSamples.GRANT_2005.replace(
                "<first-name>Sam</first-name>", "<first-name>Sam</first-name><suffix>Jr.</suffix>");
        assertThat(DocumentSamples.fields(format, junior)).containsEntry(Field.INVENTORS, "Glas Jr., Sam");
    }

    @Test
    void anAssigneeWithoutANameLeavesTheApplicants() {
        String nameless = DocumentSamples.GRANT_2005.replace(
                "<parties>",
                "<assignees><assignee><addressbook><role>03</role><address><country>JP</country></address></addressbook>"
                        + "</assignee></assignees><parties>");
        assertThat(DocumentSamples.fields(format, nameless)).containsEntry(Field.APPLICANTS, "Glas, Sam|Holders Inc.");
    }

    /** A grant with applicants that apply as assignees, and assignees. */
    private static String assigned(String applicants, String assignees) {
        return "<us-patent-grant><us-bibliographic-data-grant><publication-reference><document-id><country>US</country>"
                + "<doc-number>1</doc-number><kind>B1</kind></document-id></publication-reference><us-parties><us-applicants>"
                + applicants + "</us-applicants></us-parties><assignees>" + assignees
                + "</assignees></us-bibliographic-data-grant></us-patent-grant>";
    }

    private static String applicant(String category, String name, String country) {
        return ("<us-applicant applicant-authority-category=\"%s\"><addressbook><orgname>%s</orgname><address><country>%s"
                        + "</country></address></addressbook></us-applicant>")
                .formatted(category, name, country);
    }

    private static String assignee(String name) {
        return "<assignee><addressbook><orgname>%s</orgname><role>03</role></addressbook></assignee>".formatted(name);
    }

    @Test
    void anAssigneeWithoutAnAddressHasTheCountryOfTheApplicantThatItIs() {
        String rover = applicant("assignee", "Jaguar Land Rover Limited", "GB");
        String misspelt = applicant("assignee", "Hadassit Ltd", "IL");
        String inventor = applicant("inventor", "Doe", "FR");
        assertThat(DocumentSamples.fields(
                        format,
                        assigned(rover + misspelt, assignee("JAGUAR LAND ROVER LIMITED") + assignee("Hadasit Ltd"))))
                .containsEntry(Field.APPLICANTS, "JAGUAR LAND ROVER LIMITED|Hadasit Ltd")
                .containsEntry(Field.APPLICANT_COUNTRIES, "GB|");
        assertThat(DocumentSamples.fields(format, assigned(misspelt + inventor, assignee("Hadasit Ltd"))))
                .containsEntry(Field.APPLICANT_COUNTRIES, "IL");
        assertThat(DocumentSamples.fields(format, assigned(inventor, assignee("Hadasit Ltd"))))
                .doesNotContainKey(Field.APPLICANT_COUNTRIES);
    }

    @Test
    void citedApplicationsAreNoPublications() {
        for (String application : List.of("10/123,456", "11/123456", "PCT/US04/12345", "WO PCT/US04/12345")) {
            assertThat(DocumentSamples.fields(format, DocumentSamples.GRANT.replace("2007/0140112", application)))
                    .as(application)
                    .containsEntry(Field.CITED, "US1912345A|WO 9839984");
        }
        assertThat(DocumentSamples.fields(format, DocumentSamples.GRANT.replace("WO 9839984", "03/085379")))
                .containsEntry(Field.CITED, "US1912345A|US2007/0140112A1|WO03/085379");
    }

    @Test
    void lineBreakInACodeIsABlank() {
        assertThat(DocumentSamples.fields(format, DocumentSamples.GRANT_2005.replace("A45F  504", "A45F  504\n\tx")))
                .containsEntry(Field.IPC, "A45F  504  x|H01L 21302|C07C24900");
    }

    @Test
    void designIsARecordWithoutIpc() {
        assertThat(DocumentSamples.fields(format, DocumentSamples.DESIGN))
                .containsEntry(Field.PUBLICATION_NUMBER, "USD0558629S1")
                .containsEntry(Field.TITLE, "Handbag")
                .doesNotContainKey(Field.IPC);
    }

    @Test
    void applicationGivesItsFields() {
        assertThat(DocumentSamples.fields(format, DocumentSamples.APPLICATION))
                .containsEntry(Field.PUBLICATION_NUMBER, "US20130014308A1")
                .containsEntry(Field.APPLICANTS, "Feli, Yen")
                .containsEntry(Field.INVENTORS, "Feli, Yen")
                .containsEntry(Field.ABSTRACT, "A tip.");
    }

    @Test
    void documentsOfOneFileComeInTheirOrderAndOtherElementsAreNoPatents() {
        List<Document> documents = DocumentSamples.read(format, DocumentSamples.text("USPTO_XML"));

        assertThat(documents)
                .extracting(d -> d.fields().get(Field.PUBLICATION_NUMBER))
                .containsExactly("US08927118B2", null, "US06836899B1", "USD0558629S1", "US20130014308A1");
        assertThat(documents.get(1).reason()).isEqualTo("NOT_A_PATENT");
        assertThat(documents.get(1).detail()).contains("sequence-cwu");
        assertThat(documents.get(1).raw()).startsWith("<sequence-cwu ").endsWith("<s/></sequence-cwu>");
    }

    @Test
    void fileIsRecognisedByItsRootAlsoBehindAByteOrderMark() {
        assertThat(format.recognises("\ufeff" + DocumentSamples.GRANT)).isTrue();
        assertThat(format.recognises(DocumentSamples.SEQUENCES)).isFalse();
        assertThat(format.recognises("title\n\"<us-patent-grant >\"")).isFalse();
    }
}
