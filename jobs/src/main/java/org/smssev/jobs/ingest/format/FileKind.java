package org.smssev.jobs.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes. */
enum FileKind {
    TEXT(""),
    OLE2(""),
    ZIP(""),
    EMPTY("it is empty; export the table again"),
    HTML(
            "it is a web page (HTML), though its name may say otherwise; open it in a spreadsheet program and save it as .xlsx,"
                    + " or export the table again, in another format"),
    XML_WORKBOOK("it is a workbook in XML of Excel 2003; open it in a spreadsheet program and save it as .xlsx"),
    XML("it is XML, but a table is wanted; export the table as CSV or .xlsx"),
    PDF("it is a PDF; export the table as CSV or .xlsx"),
    RTF("it is a rich text document; export the table as CSV or .xlsx"),
    GZIP("it is packed twice; unpack it once"),
    OLD_WORKBOOK("it was written by Excel 4 or older; save it as .xlsx"),
    PARQUET("it is a Parquet file, not a table of text");

    private static final int[] OLE2_MAGIC = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP_MAGIC = {'P', 'K', 5, 6};
    private static final int[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};
    private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

    /** Bytes that are looked at. */
    static final int LOOKED_AT = 4096;

    private final String refusal;

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    /** What it is and what to do, for the user; empty for what may be a table. */
    String refusal() {
        return refusal;
    }

    /**
     * What a file is.
     *
     * @param start its first bytes, {@link #LOOKED_AT} if it has so many
     */
    static FileKind of(byte[] start) {
        if (start.length == 0) {
            return EMPTY;
        }
        if (starts(start, OLE2_MAGIC)) {
            return OLE2;
        }
        if (starts(start, ZIP_MAGIC) || starts(start, EMPTY_ZIP_MAGIC)) {
            return ZIP;
        }
        if (starts(start, PARQUET_MAGIC)) {
            return PARQUET;
        }
        if (starts(start, GZIP_MAGIC)) {
            return GZIP;
        }
        boolean biff = start.length > 4 && start[0] == 9 && start[1] <= 8 && start[1] >= 0 && start[1] % 2 == 0;
        return biff && start[3] == 0 && start[2] <= 16 && start[2] >= 4 ? OLD_WORKBOOK : ofText(start);
    }

    private static FileKind ofText(byte[] start) {
        // Zero bytes and marks are those of UTF-16, or noise.
        String text = new String(start, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replace("\u00ef\u00bb\u00bf", "")
                .replace("\u00ff\u00fe", "")
                .replace("\u00fe\u00ff", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return start.length < LOOKED_AT ? EMPTY : TEXT;
        }
        if (text.startsWith("%pdf-")) {
            return PDF;
        }
        if (text.startsWith("{\\rtf")) {
            return RTF;
        }
        if (!text.startsWith("<")) {
            return TEXT;
        }
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet") && text.startsWith("<?xml")) {
            return XML_WORKBOOK;
        }
        boolean html = text.contains("<html") || text.contains("<table") || text.contains("<!doctype html");
        return html ? HTML : text.startsWith("<?xml") || text.startsWith("<!") ? XML : TEXT;
    }

    private static boolean starts(byte[] start, int[] magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
