package org.smssev.jobs.ingest.format.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

class XmlDocumentsTest {
    private final UsptoXml uspto = new UsptoXml();
    private final DocdbXml docdb = new DocdbXml();

    private static List<String> reasons(List<Document> documents) {
        return documents.stream().map(Document::reason).toList();
    }

    @Test
    void brokenDocumentDoesNotTakeItsNeighboursAlong() {
        for (String broken : List.of(
                DocumentSamples.GRANT_2005.replace("</invention-title>", ""),
                DocumentSamples.GRANT_2005.replace("</us-patent-grant>", ""),
                DocumentSamples.GRANT_2005.replace("</us-patent-grant>", "</us-patent-gr"),
                DocumentSamples.GRANT_2005.replace("Napkin holder", "<![CDATA[Napkin holder"),
                DocumentSamples.GRANT_2005.replace("Napkin holder", "<!-- Napkin holder"),
                DocumentSamples.GRANT_2005.replace("Napkin holder", "<?napkin holder"),
                DocumentSamples.GRANT_2005.replace("Napkin holder", "Napkin < holder"),
                DocumentSamples.GRANT_2005.replace("lang=\"EN\"", "lang=\"EN"))) {
            List<Document> documents =
                    DocumentSamples.read(uspto, DocumentSamples.DESIGN + broken + DocumentSamples.APPLICATION);

            assertThat(reasons(documents)).as(broken).containsExactly(null, "BAD_XML", null);
            assertThat(documents.get(1).raw()).contains("06836899");
            assertThat(documents.get(1).detail()).isNotBlank();
        }
    }

    @Test
    void brokenDocumentOfOneLongLineDoesNotTakeItsNeighboursAlong() {
        String whole = DocumentSamples.DOCDB_FRAGMENT.replace("\n", "");
        for (String broken : List.of(
                whole.replace("</exch:parties>", ""),
                whole.replace("</exch:exchange-document>", ""),
                whole.replace("An antibody.", "<![CDATA[An antibody."),
                whole.replace("An antibody.", "<!-- An antibody."))) {
            assertThat(reasons(DocumentSamples.read(docdb, whole + broken + whole)))
                    .containsExactly(null, "BAD_XML", null);
        }
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS, windows-31j, ㈱髙橋", "Big5, x-MS950-HKSCS, 宏碁"})
    void aSetThatIsDeclaredIsReadAsWindowsWritesIt(String declared, String written, String name) {
        String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n"
                + DocumentSamples.DOCDB_FRAGMENT.replace("An antibody.", name);
        assertThat(DocumentSamples.read(docdb, text.getBytes(Charset.forName(written)), 1 << 20)
                        .get(0)
                        .fields()
                        .toString())
                .contains(name);
    }

    @Test
    void whatAServiceDidNotFindIsNoPatent() {
        List<Document> documents = DocumentSamples.read(
                docdb,
                "<exchange-document system=\"ops.epo.org\" country=\"EP\" doc-number=\"9999999\" kind=\"A1\""
                        + " status=\"not found\"/>\n" + DocumentSamples.DOCDB_FRAGMENT);

        assertThat(reasons(documents)).containsExactly("NOT_A_PATENT", null);
        assertThat(documents.get(0).detail()).contains("OPS did not find it");
    }

    @Test
    void textOutsideOfDocumentsIsRejectedNotLost() {
        List<Document> documents = DocumentSamples.read(
                docdb, DocumentSamples.DOCDB_FRAGMENT + "stray </x> text\n" + DocumentSamples.DOCDB);

        assertThat(reasons(documents)).containsExactly(null, "BAD_XML", null, null);
        assertThat(documents.get(1).raw()).isEqualTo("stray </x> text\n");
    }

    @Test
    void declarationsThatNoDocumentFollowsAreRejected() {
        String prolog = "<?xml version=\"1.0\"?>\n<!DOCTYPE us-patent-grant SYSTEM \"x.dtd\" [ ]>\n";

        List<Document> documents = DocumentSamples.read(uspto, prolog + DocumentSamples.DESIGN + prolog);

        assertThat(reasons(documents)).containsExactly("BAD_XML", null, "BAD_XML");
        assertThat(documents.get(0).raw()).contains("DOCTYPE");
    }

    @Test
    void cdataAndEntitiesAreText() {
        String text = DocumentSamples.DESIGN.replace(
                "Handbag",
                "<![CDATA[A<b> & &eacute; </us-patent-grant>]]> caf&eacute; &alpha; R&D &unknown; &#x2014;&#0;&#xd800; &lt;i&gt;");

        assertThat(DocumentSamples.fields(uspto, text))
                .containsEntry(Field.TITLE, "A<b> & é </us-patent-grant> café α R&D &unknown; — <i>");
    }

    @Test
    void cdataAndCommentsMayQuoteTheStartTagOfARecord() {
        String quoted = " one <us-patent-grant> and <us-patent-grant lang=\"EN\">\n<a> ]] -- > ";
        for (String passage : List.of("<![CDATA[" + quoted + "]]>", "<!--" + quoted.replace("--", "") + "-->")) {
            String text = DocumentSamples.DESIGN.replace("Handbag", "Hand" + passage + "bag");
            List<Document> documents =
                    DocumentSamples.read(uspto, text + DocumentSamples.GRANT + text + DocumentSamples.APPLICATION);

            assertThat(reasons(documents)).as(passage).containsExactly(null, null, null, null);
        }
    }

    @Test
    void passageThatNothingClosesDoesNotTakeTheNextDocumentsAlong() {
        String bare = DocumentSamples.DOCDB_FRAGMENT.replace("\n", "");
        for (String start : List.of("<![CDATA[", "<!--")) {
            String end = start.equals("<!--") ? "-->" : "]]>";
            String open = bare.replace("An antibody.", start + "An antibody.");
            String closed = bare.replace("An antibody.", start + "An antibody." + end);

            assertThat(reasons(DocumentSamples.read(docdb, open + closed + bare)))
                    .as("another passage starts first")
                    .containsExactly("BAD_XML", null, null);
            assertThat(reasons(DocumentSamples.read(docdb, open + bare.repeat(30) + end)))
                    .as("its end is far away")
                    .startsWith("BAD_XML", null, null)
                    .hasSize(32);
            assertThat(reasons(DocumentSamples.read(
                            uspto,
                            DocumentSamples.DESIGN.replace("Handbag", start + "Handbag <us-patent-grant> ")
                                    + DocumentSamples.DESIGN.replace("Handbag", "<b>" + end))))
                    .as("a declaration comes first")
                    .containsExactly("BAD_XML", "BAD_XML", "BAD_XML");
        }
    }

    @Test
    void declaredEntitiesAreNeverExpanded() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE us-patent-grant [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        String design = DocumentSamples.DESIGN.substring(DocumentSamples.DESIGN.indexOf("<us-patent-grant"));
        bomb.append("]>").append(design.replace("Handbag", "Hand &a39; bag"));

        assertThat(DocumentSamples.fields(uspto, bomb.toString())).containsEntry(Field.TITLE, "Hand &a39; bag");
    }

    @Test
    void externalEntitiesAreNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String design = DocumentSamples.DESIGN.substring(DocumentSamples.DESIGN.indexOf("<us-patent-grant"));
        String text = "<!DOCTYPE us-patent-grant [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + design.replace("Handbag", "Hand &x; bag");

        assertThat(DocumentSamples.fields(uspto, text)).containsEntry(Field.TITLE, "Hand &x; bag");
    }

    @Test
    void deepNestingIsRejected() {
        String deep = DocumentSamples.DESIGN.replace("Handbag", "<b>".repeat(100_000) + "</b>".repeat(100_000));

        List<Document> documents = DocumentSamples.read(uspto, deep + DocumentSamples.DESIGN);

        assertThat(reasons(documents)).containsExactly("BAD_XML", null);
        assertThat(documents.get(0).detail()).contains("256");
    }

    @Test
    void longDocumentIsRejectedAndTheNextIsRead() {
        String big = DocumentSamples.DESIGN.replace("Handbag", "x".repeat(9000));

        List<Document> documents =
                DocumentSamples.read(uspto, (big + DocumentSamples.DESIGN).getBytes(StandardCharsets.UTF_8), 5000);

        assertThat(reasons(documents)).containsExactly("TOO_LONG", null);
        assertThat(documents.get(0).raw()).hasSize(5000);
    }

    @Test
    void charactersThatXmlForbidsBecomeBlanks() {
        assertThat(DocumentSamples.fields(
                        uspto,
                        DocumentSamples.DESIGN.replace("Handbag", "Hand\u0000bag\u001f&#31;!\ufffe&#X2019;&#xd800;")))
                .containsEntry(Field.TITLE, "Hand bag ! \u2019");
    }

    @Test
    void encodingIsTheDeclaredOne() {
        String text = DocumentSamples.DESIGN.replace("Handbag", "Täschchen");
        for (String name : List.of("ISO-8859-1", "windows-1252", "UTF-16", "UTF-8")) {
            byte[] bytes = text.replace("UTF-8", name).getBytes(Charset.forName(name));
            assertThat(DocumentSamples.read(uspto, bytes, DocumentSamples.MAX_DOCUMENT))
                    .singleElement()
                    .satisfies(d -> assertThat(d.fields()).containsEntry(Field.TITLE, "Täschchen"));
        }
    }

    @Test
    void unknownEncodingCountsAsUtf8() {
        assertThat(DocumentSamples.fields(
                        uspto,
                        DocumentSamples.DESIGN.replace("UTF-8", "klingon").replace("Hand", "Händ")))
                .containsEntry(Field.TITLE, "Händbag");
    }

    @Test
    void failingStreamIsNoEndOfFile() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("cut off");
            }
        };
        Iterator<Document> documents = uspto.read(
                new SequenceInputStream(
                        new ByteArrayInputStream(
                                DocumentSamples.GRANT.repeat(40).getBytes(StandardCharsets.UTF_8)),
                        failing),
                DocumentSamples.MAX_DOCUMENT);

        assertThatThrownBy(() -> documents.forEachRemaining(d -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aFileThatEndsBeforeItsWrapperIsCutOff() throws IOException {
        String whole = DocumentSamples.DOCDB;
        String end = "</exch:exchange-documents>";
        String between = whole.substring(0, whole.indexOf(end));
        String within = whole.substring(0, whole.lastIndexOf("</exch:exchange-document>"));

        for (String cut : List.of(between, within, between + whole, whole + between)) {
            Iterator<Document> documents = docdb.read(
                    new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)), DocumentSamples.MAX_DOCUMENT);
            assertThat(catchThrowable(() -> documents.forEachRemaining(d -> {})))
                    .as(cut)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cut off");
        }
        assertThat(DocumentSamples.read(docdb, whole + whole)).hasSize(4);
        assertThat(DocumentSamples.read(docdb, DocumentSamples.DOCDB_FRAGMENT.repeat(3)))
                .as("fragments, without a wrapper")
                .hasSize(3);
    }

    @Test
    void emptyFileHasNoDocuments() {
        assertThat(DocumentSamples.read(uspto, "")).isEmpty();
        assertThat(DocumentSamples.read(docdb, "<?xml version=\"1.0\"?>\n<exchange-documents/>\n"))
                .isEmpty();
    }
}
