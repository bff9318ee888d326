package org.smssev.jobs.ingest.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.PassedOver;

/**
 * What a file holds, if need be unpacked: a plain file, a .gz, or the files of a .zip. Its first bytes tell which, not its
 * name. A workbook (.xlsx) is one plain file, though it is a zip, and so are documents of OpenDocument and iWork, which are refused
 * by who reads them; of a zip within a zip the files count. Nothing is written to disk.
 */
public final class Packed {
    private static final int MAX_ENTRIES = 100_000;
    /** What a workbook of Excel has, and no other zip. */
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument";
    /** What a document of Apple's iWork, as Numbers, has since 2014, unpacked as a zip. */
    private static final String IWORK = "Index/Document.iwa";
    /** What it had in 2013, and what stood beside that. */
    private static final String IWORK_OF_BEFORE = "Index.zip";

    private static final Pattern BESIDE_INDEX =
            Pattern.compile("Metadata/.*|preview\\.jpg|buildVersionHistory\\.plist");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("[/\\\\]");

    private Packed() {}

    /**
     * How much a file may hold; guards against files that were made to exhaust a reader.
     *
     * @param totalBytes greatest size of all that a file holds, unpacked; at least 1
     * @param ratio how many times its packed size a file may hold; text of long tables reaches 50, the format allows 1,032.
     *     At least 1
     * @param freeBytes unpacked size up to which the ratio does not matter; at least 0
     */
    public record Limits(long totalBytes, int ratio, long freeBytes) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** 512 GiB, 200 times the packed size, which does not matter up to 64 MiB. */
        public static final Limits DEFAULT = new Limits(512L << 30, 200, 64L << 20);

        /** Checks the ranges. */
        public Limits {
            if (totalBytes < 1 || ratio < 1 || freeBytes < 0) {
                throw new IllegalArgumentException(
                        "limits out of range: " + totalBytes + ", " + ratio + ", " + freeBytes);
            }
        }

        /** Greatest unpacked size of something of this packed size. */
        long most(long packedBytes) {
            long byRatio = packedBytes > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : packedBytes * ratio;
            return Math.min(totalBytes, Math.max(freeBytes, byRatio));
        }
    }

    /** How a file is packed. */
    public enum Kind {
        PLAIN,
        GZIP,
        ZIP
    }

    /**
     * A file, or one in it. It can be opened as often as needed, also elsewhere where the file has the same path.
     *
     * @param name name of what is unpacked: that of the file, without .gz; in a zip that of the file, a {@code !} and the
     *     path within
     * @param file path of the file
     * @param kind how it is packed
     * @param nested path of a zip within the zip, which holds it; empty if it lies in the zip itself, or in none
     * @param inner path within the zip, behind that of a nested one and a {@code !}; empty if it is none
     * @param size unpacked size in bytes; -1 if it is not known before it is read
     * @param limits how much it may hold
     */
    public record Entry(String name, String file, Kind kind, String nested, String inner, long size, Limits limits)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        /** A file, or folder, that is in no container. */
        public static Entry plain(String name, Path file, long size, Limits limits) {
            return new Entry(name, file.toString(), Kind.PLAIN, "", "", size, limits);
        }

        /** Where it is, for messages: the path of the file, and in a zip a {@code !} and the path within. */
        public String place() {
            return inner.isEmpty() ? file : file + "!" + inner;
        }

        /**
         * Opens it, unpacked; who opens it closes it.
         *
         * <p>Reading throws a UserException (INPUT) where it unpacks to more than the limits allow.
         *
         * @throws IOException if the file cannot be read or is damaged; so does reading, with a message that names the file
         */
        public InputStream open() throws IOException {
            Path path = Path.of(file);
            return switch (kind) {
                case PLAIN -> Files.newInputStream(path);
                case GZIP -> gzip(Files.newInputStream(path), file, limits.most(Files.size(path)));
                case ZIP -> zipped(path);
            };
        }

        private InputStream zipped(Path path) throws IOException {
            ZipFile zip = openZip(path);
            try {
                ZipEntry entry = zip.getEntry(nested.isEmpty() ? inner : nested);
                if (entry == null) {
                    throw new IOException(file + " no longer holds " + inner);
                }
                InputStream bytes = new CheckedEntry(zip.getInputStream(entry), entry);
                // The directory says how long an entry is, and was checked; more than that is a lie.
                long most = Math.min(limits.totalBytes(), Math.max(0, nested.isEmpty() ? entry.getSize() : size));
                InputStream found = nested.isEmpty() ? bytes : within(bytes);
                InputStream in = new BufferedInputStream(new UnpackedStream(found, zip, place(), most));
                return startsAsGzip(in) ? gzip(in, place(), limits.most(most)) : in;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        private InputStream within(InputStream bytes) throws IOException {
            try {
                return NestedZip.open(bytes, inner, nested);
            } catch (IOException e) {
                throw UnpackedStream.told(place(), e);
            }
        }
    }

    /** Whether unpacked bytes start as a Parquet file does. */
    public static boolean isParquet(byte[] start) {
        return FileKind.of(start) == FileKind.PARQUET;
    }

    /**
     * What a file holds, in the order of the paths within. Folders, the files that desktops add to a zip, and grammars of XML are left out.
     *
     * @throws UserException INPUT if the file is missing, is a damaged or encrypted zip, holds nothing, more than the limits
     *     allow, or a name that leads out of a folder
     * @throws IOException if it cannot be read
     */
    public static List<Entry> entries(Path file, Limits limits) throws IOException {
        if (Files.isDirectory(file)) {
            throw Files.isDirectory(file.resolve("_delta_log"))
                    ? refused(file, "it is a Delta table", "write it out as one file and give that", null)
                    : refused(file, "it is a folder", "name the files in it", null);
        }
        if (!Files.isRegularFile(file)) {
            if (Files.isSymbolicLink(file) && !Files.exists(file)) {
                throw refused(file, "it is a link to a file that does not exist", "put the file there", null);
            }
            throw Files.exists(file)
                    ? refused(file, "it is a device, pipe or socket", "give a file", null)
                    : refused(file, "file not found", "correct its path", null);
        }
        String name = String.valueOf(file.getFileName());
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (FileKind.of(start) == FileKind.GZIP) {
            boolean named = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            String plain = named ? name.substring(0, name.length() - 3) : name;
            return List.of(new Entry(plain, file.toString(), Kind.GZIP, "", "", -1, limits));
        }
        return FileKind.of(start) == FileKind.ZIP
                ? zipEntries(file, name, limits)
                : List.of(Entry.plain(name, file, Files.size(file), limits));
    }

    private static boolean isOfIWork(ZipFile zip) {
        return zip.getEntry(IWORK) != null
                || zip.getEntry(IWORK_OF_BEFORE) != null
                        && zip.stream()
                                .anyMatch(e -> BESIDE_INDEX.matcher(e.getName()).matches());
    }

    private static List<Entry> zipEntries(Path file, String name, Limits limits) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        try (ZipFile zip = openZip(file)) {
            if (zip.getEntry(CONTENT_TYPES) != null || isOpenDocument(zip)) {
                return List.of(Entry.plain(name, file, Files.size(file), limits));
            }
            if (isOfIWork(zip)) {
                throw refused(file, "it is a document of Apple's iWork", "export it there as .xlsx or CSV", null);
            }
            if (zip.size() > MAX_ENTRIES) {
                throw refused(file, "it has more than " + MAX_ENTRIES + " files", "split it", null);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String inner = entry.getName();
                requireInside(file, inner);
                if (!names.add(inner)) {
                    // Only one of them could be opened.
                    throw refused(
                            file,
                            "it has two files with the name '" + Cleaning.blanks(inner) + "'",
                            "unpack it by hand and give the files",
                            null);
                }
                if (!entry.isDirectory() && !isLitter(inner)) {
                    long most = limits.most(Files.size(file)) - total;
                    List<Entry> of = nested(file, zip, entry, most, limits)
                            .orElseGet(() -> List.of(zipped(file, "", inner, Math.max(0, entry.getSize()), limits)));
                    total += of.stream().mapToLong(Entry::size).sum();
                    if (total < 0 || total > limits.most(Files.size(file))) {
                        throw tooMuch(file.toString());
                    }
                    entries.addAll(of);
                }
            }
        }
        if (entries.isEmpty()) {
            throw refused(file, "it is a zip without files", "pack the export again", null);
        }
        // As the files of a folder: what packed them may have had them in any order.
        return entries.stream().sorted(Comparator.comparing(Entry::inner)).toList();
    }

    private static Entry zipped(Path file, String nested, String inner, long size, Limits limits) {
        String name = file.getFileName() + "!" + inner;
        return new Entry(name, file.toString(), Kind.ZIP, nested, inner, size, limits);
    }

    /** The files of a zip within a zip; empty if it is none, but a file or a workbook. */
    private static Optional<List<Entry>> nested(Path file, ZipFile zip, ZipEntry entry, long most, Limits limits)
            throws IOException {
        String nested = entry.getName();
        try (InputStream bytes = zip.getInputStream(entry)) {
            if (!NestedZip.is(nested, bytes)) {
                return Optional.empty();
            }
        }
        Map<String, Long> sizes;
        try (InputStream bytes = new CheckedEntry(zip.getInputStream(entry), entry)) {
            sizes = NestedZip.sizes(bytes, most, () -> tooMuch(file + "!" + nested));
        } catch (IOException e) {
            throw UnpackedStream.told(file + "!" + nested, e);
        }
        if (sizes.containsKey(CONTENT_TYPES)) {
            return Optional.empty();
        }
        if (sizes.size() > NestedZip.MAX_ENTRIES) {
            throw refused(
                    file,
                    "its part " + Cleaning.blanks(nested) + " is a zip of more than " + NestedZip.MAX_ENTRIES
                            + " files",
                    "unpack the outer one once",
                    null);
        }
        List<Entry> entries = new ArrayList<>();
        sizes.forEach((inner, size) -> {
            requireInside(file, inner);
            if (!isLitter(inner)) {
                entries.add(zipped(file, nested, NestedZip.path(nested, inner), size, limits));
            }
        });
        return Optional.of(entries);
    }

    private static void requireInside(Path file, String inner) {
        if (leadsOut(inner)) {
            throw refused(
                    file,
                    "it has a file with the name '" + Cleaning.blanks(inner) + "', which leads out of its folder",
                    "do not use it, or unpack it by hand and give the files",
                    null);
        }
    }

    /** Whether a zip is a document of LibreOffice or the like, as its first member tells. */
    public static boolean isOpenDocument(ZipFile zip) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type == null || type.isDirectory()) {
            return false;
        }
        try (InputStream in = zip.getInputStream(type)) {
            return new String(in.readNBytes(OPEN_DOCUMENT.length()), StandardCharsets.ISO_8859_1).equals(OPEN_DOCUMENT);
        }
    }

    private static ZipFile openZip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException first) {
            // Names in an old code page are read as Latin-1, in which every byte is a character.
            try {
                return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
            } catch (ZipException | EOFException e) {
                String seen = String.valueOf(e.getMessage());
                if (seen.contains("encrypted entry")) {
                    throw refused(file, "it is encrypted", "unpack it with its password and give the files", e);
                }
                if (seen.contains("compression method")) {
                    throw refused(
                            file,
                            "its method of packing is not supported (" + seen + "); Deflate and none are",
                            "pack it again, or unpack it and give the files",
                            e);
                }
                throw refused(
                        file,
                        "it is a zip that is damaged, cut off or packed by an unsupported method"
                                + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"),
                        "copy it again, or unpack it by hand and give the files",
                        e);
            }
        }
    }

    private static InputStream gzip(InputStream packed, String name, long most) throws IOException {
        try {
            GzipStream in = new GzipStream(packed);
            return new UnpackedStream(in, in, name, most);
        } catch (IOException e) {
            packed.close();
            throw UnpackedStream.told(name, e);
        }
    }

    private static boolean startsAsGzip(InputStream in) throws IOException {
        in.mark(2);
        byte[] start = in.readNBytes(2);
        in.reset();
        return FileKind.of(start) == FileKind.GZIP;
    }

    private static boolean leadsOut(String inner) {
        if (inner.startsWith("/")
                || inner.startsWith("\\")
                || DRIVE.matcher(inner).matches()
                || inner.indexOf(0) >= 0) {
            return true;
        }
        for (String part : PARTS.split(inner)) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLitter(String inner) {
        String[] parts = PARTS.split(inner);
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        return inner.startsWith("__MACOSX/") || PassedOver.isPassedOver(last);
    }

    static UserException tooMuch(String name) {
        return new UserException(
                Exit.INPUT,
                name
                        + ": it exceeds the limits on the unpacked size or the ratio of packing. If the file is sound,"
                        + " unpack it by hand and give the files.");
    }

    private static UserException refused(Path file, String why, String what, Throwable cause) {
        return UserException.input(file, why, what, cause);
    }
}
