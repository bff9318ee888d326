package org.smssev.jobs.ingest.format;

import java.util.Map;

/**
 * A record of a file whose records are documents.
 *
 * @param fields values by field, in the spelling that {@link Field} describes; empty if the document is rejected
 * @param raw the text of the document, at most 100,000 characters
 * @param reason reason code why the document cannot be read, e.g. BAD_XML; null if it can
 * @param detail what was seen, in words; null if it can be read
 */
public record Document(Map<Field, String> fields, String raw, String reason, String detail) {
    /** Characters of a document, or of a row, kept as its raw text. */
    public static final int MAX_RAW = 100_000;

    /** A document that gives a record. */
    public static Document of(Map<Field, String> fields, String raw) {
        return new Document(Map.copyOf(fields), cut(raw), null, null);
    }

    /** A document that cannot be read. */
    public static Document rejected(String reason, String detail, String raw) {
        return new Document(Map.of(), cut(raw), reason, detail);
    }

    /** The raw text that is kept. */
    public static String cut(String raw) {
        return raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW);
    }
}
