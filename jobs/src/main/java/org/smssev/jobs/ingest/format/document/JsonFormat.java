package org.smssev.jobs.ingest.format.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;

/** A format of objects of JSON, with a line each or laid out otherwise ({@link JsonShape}). */
abstract class JsonFormat implements DocumentFormat {
    private final Function<JsonNode, Map<Field, String>> fields;

    /**
     * A format.
     *
     * @param fields those of an object
     */
    JsonFormat(Function<JsonNode, Map<Field, String>> fields) {
        this.fields = fields;
    }

    @Override
    public final Iterator<Document> read(InputStream in, int maxDocument) throws IOException {
        return new JsonDocuments(in, maxDocument, fields);
    }

    @Override
    public final OptionalInt linesFrom(byte[] start) throws IOException {
        return JsonDocuments.areByLine(start) ? DocumentText.beginOfUtf8(start) : OptionalInt.empty();
    }

    @Override
    public final Iterator<Document> lines(InputStream lines, int maxDocument) {
        return JsonDocuments.ofLines(lines, maxDocument, fields);
    }
}
