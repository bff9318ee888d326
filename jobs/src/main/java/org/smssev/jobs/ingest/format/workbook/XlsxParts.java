package org.smssev.jobs.ingest.format.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smssev.jobs.ingest.format.CheckedEntry;
import org.smssev.jobs.ingest.format.TableLimits;

/** The parts of a .xlsx, guarded against those that unpack to far more than they are. */
final class XlsxParts {
    /** Below this a part may be packed as tightly as it likes. */
    private static final long HARMLESS = 32L << 20;

    private static final long MAX_RATIO = 100;
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_SHEETS = 1_000;

    private final ZipFile zip;
    private final WorkbookErrors errors;
    private final TableLimits limits;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /** A sheet and the part that holds it. */
    record SheetPart(String name, String part) {}

    XlsxParts(ZipFile zip, WorkbookErrors errors, TableLimits limits) {
        this.zip = zip;
        this.errors = errors;
        this.limits = limits;
        long total = 0;
        for (Enumeration<? extends ZipEntry> it = zip.entries(); it.hasMoreElements(); ) {
            ZipEntry entry = it.nextElement();
            entries.putIfAbsent(key(entry.getName()), entry);
            long size = Math.max(0, entry.getSize());
            total += size;
            check(size, entry);
            if (total > limits.unpacked() || entries.size() > MAX_PARTS) {
                throw errors.refused(
                        "it unpacks to over " + (limits.unpacked() >> 20) + " MiB or " + MAX_PARTS + " parts",
                        "split it, or export it as CSV",
                        null);
            }
        }
    }

    private static String key(String name) {
        String path = name.replace('\\', '/');
        return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
    }

    private void check(long size, ZipEntry entry) {
        // A part that is longer than the archive says is a lie.
        long most = Math.min(entry.getSize(), Math.max(1, entry.getCompressedSize()) * MAX_RATIO);
        if (size > limits.unpacked() || size > Math.max(HARMLESS, most)) {
            throw errors.refused(
                    "its part " + entry.getName() + " unpacks to " + (size >> 20) + " MiB or more from "
                            + (entry.getCompressedSize() >> 10) + " KiB, as no table does",
                    "export the table again",
                    null);
        }
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** The bytes of a part; its true size is watched, as the one it declares may be wrong. */
    InputStream open(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw errors.refused("its part " + part + " is missing", "export the table again", null);
        }
        return new Watched(new CheckedEntry(zip.getInputStream(entry), entry), entry);
    }

    private final class Watched extends FilterInputStream {
        private final ZipEntry entry;
        private long size;

        Watched(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            size += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int read = super.read(b, off, len);
            size += Math.max(0, read);
            check(size, entry);
            return read;
        }
    }

    /** A reader of XML that opens nothing else: no document types, no entities. */
    static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(in);
    }

    /** Targets of the relations of the workbook: by id, and those of texts and styles by type. */
    Map<String, String> relations() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        if (!has("xl/_rels/workbook.xml.rels")) {
            return targets;
        }
        try (InputStream in = open("xl/_rels/workbook.xml.rels")) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = xml.getAttributeValue(null, "Target");
                    String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                    if (target != null) {
                        String part = target.startsWith("/") ? target : "xl/" + target;
                        targets.put(String.valueOf(xml.getAttributeValue(null, "Id")), part);
                        targets.put(type.substring(type.lastIndexOf('/') + 1), part);
                    }
                }
            }
        }
        return targets;
    }

    /**
     * The sheets that are shown, in their order; all, should none be.
     *
     * @param from1904 of length 1; set to whether days count from 1904
     */
    List<SheetPart> sheets(Map<String, String> relations, boolean[] from1904) throws IOException, XMLStreamException {
        List<SheetPart> sheets = new ArrayList<>();
        List<SheetPart> hidden = new ArrayList<>();
        try (InputStream in = open("xl/workbook.xml")) {
            XMLStreamReader xml = xml(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String flag = String.valueOf(xml.getAttributeValue(null, "date1904"));
                    from1904[0] = flag.equals("1") || flag.equals("true");
                } else if (xml.getLocalName().equals("sheet")) {
                    String part = relations.get(id(xml));
                    String state = String.valueOf(xml.getAttributeValue(null, "state"));
                    boolean isHidden = state.equals("hidden") || state.equals("veryHidden");
                    String name = String.valueOf(xml.getAttributeValue(null, "name"));
                    if (part != null && has(part)) {
                        if (sheets.size() + hidden.size() == MAX_SHEETS) {
                            throw errors.refused(
                                    "it has more than " + MAX_SHEETS + " sheets",
                                    "split it, or export it as CSV",
                                    null);
                        }
                        (isHidden ? hidden : sheets).add(new SheetPart(name, part));
                    } else if (!isHidden) {
                        throw errors.refused(
                                "the part of its sheet " + name + " is missing" + (part == null ? "" : ": " + part),
                                "export the table again",
                                null);
                    }
                }
            }
        }
        return sheets.isEmpty() ? hidden : sheets;
    }

    private static String id(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
