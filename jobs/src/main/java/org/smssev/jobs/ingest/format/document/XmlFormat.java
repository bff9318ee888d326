package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Document;

/** A format in XML, known by its root element. */
abstract class XmlFormat implements DocumentFormat {
    private final String name;
    private final Pattern root;
    private final XmlDocuments.Layout layout;

    /**
     * A format.
     *
     * @param root what the tag, or the type declaration, of a root element looks like
     */
    XmlFormat(String name, Pattern root, XmlDocuments.Layout layout) {
        this.name = name;
        this.root = root;
        this.layout = layout;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean recognises(String start) {
        return DocumentFormats.isMarkup(start) && root.matcher(start).find();
    }

    @Override
    public final Iterator<Document> read(InputStream in, int maxDocument) throws IOException {
        return new XmlDocuments(in, maxDocument, layout);
    }
}
