package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

/** The documents of an XML file. */
final class XmlDocuments extends DocumentIterator {
    private static final String BAD_XML = "BAD_XML";
    private static final String NOT_A_PATENT = "NOT_A_PATENT";
    /** The status of a document that stands in an answer of the EPO's Open Patent Services for one that there is not. */
    private static final String NOT_FOUND = "not found";

    private static final Pattern PARSER_MESSAGE =
            Pattern.compile("ParseError at \\[row,col]:\\[(\\d+),(\\d+)]\\s*Message: (.*)", Pattern.DOTALL);

    private final XmlCutter cutter;
    private final XmlTree tree;
    private final Layout layout;
    private final int max;

    /**
     * What a format is made of.
     *
     * @param records local names of the elements that are records
     * @param wrappers local names of the elements around them
     * @param passedOver local names of elements beside them that are no records, and are dropped where they are closed
     * @param skipped local names of elements that hold nothing wanted
     * @param fields the fields of a record, of its element
     */
    record Layout(
            Set<String> records,
            Set<String> wrappers,
            Set<String> passedOver,
            Set<String> skipped,
            Function<XmlNode, Map<Field, String>> fields) {}

    XmlDocuments(InputStream in, int maxDocument, Layout layout) throws IOException {
        this.cutter = new XmlCutter(DocumentText.open(in), layout, maxDocument);
        this.tree = new XmlTree(layout.skipped());
        this.layout = layout;
        this.max = maxDocument;
    }

    @Override
    Document read() throws IOException {
        XmlCutter.Piece piece = cutter.next();
        if (piece == null && cutter.isCutOff()) {
            throw new IOException(
                    "it is cut off, because the element around its documents is not closed. Copy or download it again.");
        }
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case RECORD -> document(piece);
            case FOREIGN ->
                Document.rejected(
                        NOT_A_PATENT,
                        "an element " + piece.name() + ", where records are "
                                + String.join(
                                        " or ",
                                        layout.records().stream().sorted().toList()),
                        piece.text());
            case LOOSE -> Document.rejected(BAD_XML, "text outside a document", piece.text());
        };
    }

    private Document document(XmlCutter.Piece piece) {
        if (piece.tooLong()) {
            return Document.rejected("TOO_LONG", "a document of more than " + max + " characters", piece.text());
        }
        try {
            XmlNode root = tree.read(XmlRepair.repair(piece.text()));
            if (root.attribute("status").equals(NOT_FOUND)) {
                return Document.rejected(
                        NOT_A_PATENT,
                        "OPS did not find it: it has the number that was asked for, and no more",
                        piece.text());
            }
            return Document.of(layout.fields().apply(root), piece.text());
        } catch (XMLStreamException e) {
            return Document.rejected(BAD_XML, message(e), piece.text());
        }
    }

    private static String message(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        Matcher m = PARSER_MESSAGE.matcher(text);
        return m.matches() ? m.group(3).strip() + " (line " + m.group(1) + ", column " + m.group(2) + ")" : text;
    }
}
