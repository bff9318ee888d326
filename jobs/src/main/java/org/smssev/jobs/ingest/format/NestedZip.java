package org.smssev.jobs.ingest.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.smssev.common.UserException;

/**
 * A zip within a zip, as the EPO delivers DOCDB: {@code Root/DOC/DOCDB-….zip}, each with one file of documents. It is read as it
 * streams out of the outer one, so that nothing is written to disk; what lies before a file in it is unpacked to get there.
 */
final class NestedZip {
    /** Of more, the last would be reached late. */
    static final int MAX_ENTRIES = 100;

    /** Of files and folders: one that holds more was made to exhaust a reader. */
    private static final int MOST = 1_000;

    /** Bytes of the record at the end of a zip, behind which there may be a comment. */
    private static final int END = 22;

    private static final int MOST_COMMENT = 0xffff;
    /** Where in it the number of files is; a larger one is told elsewhere. */
    private static final int N_ENTRIES = 10;

    private static final int UNTOLD = 0xffff;

    /** Between the paths of both in the path of a file. */
    private static final String BETWEEN = "!";

    private NestedZip() {}

    /** Whether it is one; to look into each of 100,000 files for that would take long, so its name has to say so too. */
    static boolean is(String inner, InputStream bytes) throws IOException {
        return inner.toLowerCase(Locale.ROOT).endsWith(".zip") && FileKind.of(bytes.readNBytes(4)) == FileKind.ZIP;
    }

    /** The path of a file in it, in the outer zip. */
    static String path(String nested, String inner) {
        return nested + BETWEEN + inner;
    }

    /**
     * Unpacked sizes in bytes of the files in it, by their names and in its order; of more than {@link #MAX_ENTRIES} files one
     * more than that.
     *
     * @param packed its bytes
     * @param most greatest size of it, and of all of them
     * @param tooMuch what is thrown where there is more
     * @throws IOException if it is damaged, cut off or encrypted
     */
    static Map<String, Long> sizes(InputStream packed, long most, Supplier<UserException> tooMuch) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        long left = most;
        int found = 0;
        TailStream tail = new TailStream(new LimitedStream(packed, most, tooMuch), END + MOST_COMMENT);
        ZipInputStream zip = unpacked(tail);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            if (++found > MOST) {
                throw new ZipException("it has more than " + MOST + " files and folders");
            }
            long size = new LimitedStream(zip, left, tooMuch).transferTo(OutputStream.nullOutputStream());
            left -= size;
            if (!entry.isDirectory() && sizes.put(entry.getName(), size) != null) {
                throw new ZipException("it has two files with the name '" + Cleaning.blanks(entry.getName()) + "'");
            }
            if (sizes.size() > MAX_ENTRIES) {
                return sizes;
            }
        }
        tail.transferTo(OutputStream.nullOutputStream());
        requireEnd(tail.bytes(), found);
        return sizes;
    }

    /** What streams ends without a word where a zip was cut between two files, so the directory at its end is asked. */
    private static void requireEnd(byte[] tail, int found) throws IOException {
        int at = tail.length - END;
        while (at >= 0 && !isEnd(tail, at)) {
            at--;
        }
        if (at < 0) {
            throw new EOFException();
        }
        int told = tail[at + N_ENTRIES] & 0xff | (tail[at + N_ENTRIES + 1] & 0xff) << 8;
        if (told != UNTOLD && told != found) {
            throw new ZipException("it has " + found + " files, not " + told + " as its directory says");
        }
    }

    private static boolean isEnd(byte[] tail, int at) {
        return tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6;
    }

    /**
     * A file in it, unpacked.
     *
     * @param packed its bytes
     * @param path what {@link #path} gave
     * @param nested path of the nested zip in the outer one
     * @throws IOException if it holds no such file (any more), or is damaged before it
     */
    static InputStream open(InputStream packed, String path, String nested) throws IOException {
        ZipInputStream zip = unpacked(packed);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            if (path.equals(path(nested, entry.getName()))) {
                return zip;
            }
        }
        throw new IOException("it no longer holds " + path);
    }

    /** Names in an old code page are read as Latin-1, in which every byte is a character; newer ones say that they are UTF-8. */
    private static ZipInputStream unpacked(InputStream packed) {
        return new ZipInputStream(new BufferedInputStream(packed, 1 << 16), StandardCharsets.ISO_8859_1);
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            ZipException damaged = new ZipException("a name in it is damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }
}
