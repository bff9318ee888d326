package org.smssev.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML file with one element a line, written as it comes. */
final class XmlFile implements AutoCloseable {
    // The JDK's own writer, whichever others are on the class path, so that the bytes are always the same.
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final OutputStream out;
    private final XMLStreamWriter xml;
    private int depth;

    XmlFile(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
        try {
            xml = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            out.close();
            throw new IOException("Cannot write " + file, e);
        }
    }

    /** Begins an element; attributes are names and values in turn. */
    void begin(String name, String... attributes) throws IOException {
        try {
            startLine();
            xml.writeStartElement(name);
            write(attributes);
            depth++;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An element without content. */
    void empty(String name, String... attributes) throws IOException {
        try {
            startLine();
            xml.writeEmptyElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An element with text. */
    void text(String name, String text, String... attributes) throws IOException {
        try {
            startLine();
            xml.writeStartElement(name);
            write(attributes);
            xml.writeCharacters(PlainText.line(text));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Ends the element begun last. */
    void end() throws IOException {
        try {
            depth--;
            startLine();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void startLine() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], PlainText.line(attributes[i + 1]));
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
