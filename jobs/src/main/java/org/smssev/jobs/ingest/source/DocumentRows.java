package org.smssev.jobs.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.smssev.jobs.ingest.format.Document;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.document.DocumentFormats;
import org.smssev.jobs.ingest.record.NormaliserSetup;
import org.smssev.jobs.ingest.record.RecordNormaliser;
import org.smssev.jobs.ingest.record.Writing;

/** The records of documents: a cell for each field. */
final class DocumentRows implements Iterator<RawRow> {
    private final SourceFile file;
    private final Iterator<Document> documents;
    private final RecordNormaliser check;
    private final long first;
    private final long expected;
    private long number;

    private DocumentRows(SourceFile file, Iterator<Document> documents, long first, long expected) {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        Arrays.stream(Field.values()).forEach(f -> writings.put(f, Writing.CANONICAL));
        this.file = file;
        this.documents = documents;
        this.check = new RecordNormaliser("", "", writings, false, NormaliserSetup.PLAIN);
        this.first = first;
        this.expected = expected;
        this.number = first;
    }

    /** Those of a file. */
    static ClosedRows of(SourceFile file) throws IOException {
        InputStream in = file.entry().open();
        try {
            Iterator<Document> documents = DocumentFormats.named(file.layout()).read(in, file.maxCell());
            return new ClosedRows(new DocumentRows(file, documents, 0, -1), in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Those of a chunk of a file of documents by line.
     *
     * @param bytes its bytes
     */
    static Iterator<RawRow> of(SourceFile file, byte[] bytes, RecordScan.Chunk chunk) {
        Iterator<Document> documents =
                DocumentFormats.named(file.layout()).lines(new ByteArrayInputStream(bytes), file.maxCell());
        return new DocumentRows(file, documents, chunk.firstRecord(), chunk.records());
    }

    @Override
    public boolean hasNext() {
        boolean more = documents.hasNext();
        if (!more && expected >= 0 && number - first != expected) {
            throw new IllegalStateException("File " + file.entry().file() + " has " + expected + " records from record "
                    + (first + 1) + " by the scan, but " + (number - first) + " were read");
        }
        return more;
    }

    @Override
    public RawRow next() {
        Document document = documents.next();
        number++;
        if (document.reason() != null) {
            return RawRow.rejected(number, document.reason(), document.detail(), document.raw());
        }
        List<String> cells = new ArrayList<>();
        for (Field field : Field.values()) {
            cells.add(document.fields().get(field));
        }
        // Only the text of what will be rejected is kept: documents may be long.
        boolean rejected = check.decide(document.fields()).reason() != null;
        return new RawRow(number, cells, rejected ? document.raw() : null, null, null, RawRow.replaced(document.raw()));
    }
}
