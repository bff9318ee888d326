package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;

/** What a file is by its first bytes. */
public enum FileKind {
    TEXT(""),
    OLE2("", "\u00d0\u00cf\u0011\u00e0"),
    ZIP(""),
    EMPTY("it is empty. Export the table again, or remove it if it is an empty one of many parts."),
    HTML(
            "it is a web page (HTML), whichever extension its name has. Open it in a spreadsheet program and save it as .xlsx,"
                    + " or export the table in another format."),
    XML_WORKBOOK("it is a workbook in XML of Excel 2003. Open it in a spreadsheet program and save it as .xlsx."),
    OPEN_DOCUMENT("it is an OpenDocument file in XML (.fods). Open it in a spreadsheet program and save it as .xlsx."),
    OLD_USPTO(
            "it is XML of the USPTO from 2001 to 2004, which smssev cannot read. Get these years from DOCDB, PATSTAT or"
                    + " PatentsView."),
    XML(
            "it is XML of an unknown format. Known are DOCDB, OPS, and the USPTO since 2005. Export a table as CSV or .xlsx,"
                    + " or get one of these formats."),
    PDF("it is a PDF. Export the table as CSV or .xlsx."),
    RTF("it is a rich text document. Export the table as CSV or .xlsx."),
    GZIP("it is packed twice. Unpack it once.", "\u001f\u008b"),
    TAR("it is a tar archive. Unpack it and give the files in it."),
    BZIP2("it is packed by bzip2. Unpack it."),
    XZ("it is packed by xz. Unpack it.", "\u00fd7zXZ\0"),
    ZSTD("it is packed by zstd. Unpack it.", "(\u00b5/\u00fd"),
    SEVEN_ZIP("it is a 7z archive. Unpack it and give the files in it.", "7z\u00bc\u00af'\u001c"),
    RAR("it is a rar archive. Unpack it and give the files in it.", "Rar!\u001a\u0007"),
    OLD_WORKBOOK("it was written by Excel 4 or older. Save it as .xlsx."),
    PARQUET("it is a Parquet file, not a table of text", "PAR1");

    private static final List<String> ZIP_MAGIC = List.of("PK\u0003\u0004", "PK\u0005\u0006");
    /** A tag right within another. */
    private static final Pattern NESTED = Pattern.compile("<[a-z_][\\w:.-]*(?:\\s[^<>]{0,1000})?>\\s*<[a-z_!?]");

    private static final Pattern OLD_USPTO_ROOT =
            Pattern.compile("<(?:!doctype\\s+)?(?:patdoc|patent-application-publication)[\\s>]");
    private static final String BZIP2_MAGIC = "BZh";
    private static final String TAR_MAGIC = "ustar";
    /** Where a tar says what it is, behind the name and size of its first file, whose ends are zeros. */
    private static final int TAR_MAGIC_AT = 257;

    /** Bytes that are looked at. */
    static final int LOOKED_AT = 4096;

    private final String refusal;
    private final String magic;

    FileKind(String refusal) {
        this(refusal, "");
    }

    /**
     * A kind.
     *
     * @param magic bytes that only files of this kind start with, each as a character; empty where there is more to it
     */
    FileKind(String refusal, String magic) {
        this.refusal = refusal;
        this.magic = magic;
    }

    /** What it is and what to do, for the user; empty for what may be a table. */
    String refusal() {
        return refusal;
    }

    /**
     * Whether a file holds its text packed: a packed file, a workbook that is a zip, Parquet. A folder is a Delta table, of Parquet.
     *
     * @throws UserException INPUT if it cannot be read
     */
    public static boolean isPacked(Path file) {
        if (Files.isDirectory(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            FileKind kind = of(in.readNBytes(LOOKED_AT));
            return kind == GZIP || kind == ZIP || kind == PARQUET;
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, file + ": " + FileErrors.why(e), e);
        }
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
        for (FileKind kind : values()) {
            if (!kind.magic.isEmpty() && startsAt(start, 0, kind.magic)) {
                return kind;
            }
        }
        if (ZIP_MAGIC.stream().anyMatch(magic -> startsAt(start, 0, magic))) {
            return ZIP;
        }
        if (isBzip2(start)) {
            return BZIP2;
        }
        if (isTar(start)) {
            return TAR;
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
        if (text.contains("urn:oasis:names:tc:opendocument")) {
            return OPEN_DOCUMENT;
        }
        if (OLD_USPTO_ROOT.matcher(text).find()) {
            return OLD_USPTO;
        }
        boolean html = text.contains("<html") || text.contains("<table") || text.contains("<!doctype html");
        if (html) {
            return HTML;
        }
        boolean isXml = text.startsWith("<?xml")
                || text.startsWith("<!")
                || NESTED.matcher(text).lookingAt();
        return isXml ? XML : TEXT;
    }

    /** Behind the mark comes how large its blocks are, then a block of either kind. */
    private static boolean isBzip2(byte[] start) {
        return startsAt(start, 0, BZIP2_MAGIC)
                && start.length > 4
                && start[3] >= '1'
                && start[3] <= '9'
                && (start[4] == 0x31 || start[4] == 0x17);
    }

    private static boolean isTar(byte[] start) {
        if (!startsAt(start, TAR_MAGIC_AT, TAR_MAGIC)) {
            return false;
        }
        for (int i = 0; i < TAR_MAGIC_AT; i++) {
            if (start[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(byte[] bytes, int at, String magic) {
        if (bytes.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
