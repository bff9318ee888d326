package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.document.DocumentSamples;

public class PackedTest {
    static final Packed.Limits TIGHT = new Packed.Limits(1 << 20, 10, 1 << 10);

    @TempDir
    private Path folder;

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A zip of files whose text is their own name, or of folders where the name ends in a slash. */
    static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(utf8(name));
                }
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A tar of one file. */
    static byte[] tar(String name, byte[] bytes) {
        byte[] tar = new byte[512 + (bytes.length + 511) / 512 * 512 + 1024];
        put(tar, 0, name);
        put(tar, 100, "0000644");
        put(tar, 124, String.format(Locale.ROOT, "%011o", bytes.length));
        put(tar, 257, "ustar");
        System.arraycopy(bytes, 0, tar, 512, bytes.length);
        return tar;
    }

    private static void put(byte[] tar, int at, String text) {
        System.arraycopy(utf8(text), 0, tar, at, text.length());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    static List<String> texts(List<Packed.Entry> entries) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Packed.Entry entry : entries) {
            try (InputStream in = entry.open()) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void firstBytesDecideNotTheName() throws IOException {
        List<Packed.Entry> lying = Packed.entries(file("a.xml", gzip(utf8("text"))), TIGHT);
        List<Packed.Entry> plain = Packed.entries(file("b.xml.gz", utf8("text")), TIGHT);
        List<Packed.Entry> honest = Packed.entries(file("c.xml.gz", gzip(utf8("text"))), TIGHT);

        assertThat(lying).extracting(Packed.Entry::kind).containsExactly(Packed.Kind.GZIP);
        assertThat(plain).extracting(Packed.Entry::kind).containsExactly(Packed.Kind.PLAIN);
        assertThat(honest).extracting(Packed.Entry::name).containsExactly("c.xml");
        for (List<Packed.Entry> entries : List.of(lying, plain, honest)) {
            assertThat(texts(entries)).containsExactly("text");
            assertThat(texts(entries)).as("opened once more").containsExactly("text");
        }
    }

    @Test
    void gzipOfSeveralMembersIsReadToItsEnd() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip(utf8("one ")));
        both.write(gzip(utf8("two")));

        assertThat(texts(Packed.entries(file("a.gz", both.toByteArray()), TIGHT)))
                .containsExactly("one two");
    }

    @Test
    void gzipWithADamagedSecondMemberDoesNotEndQuietly() throws IOException {
        byte[] one = gzip(utf8("one"));
        for (byte[] rest : List.of(Arrays.copyOf(one, 5), Arrays.copyOf(one, one.length - 1), utf8("x".repeat(100)))) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(one);
            both.write(rest);
            Path file = file("a.gz", both.toByteArray());

            assertThatThrownBy(() -> texts(Packed.entries(file, TIGHT)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.write(one);
        padded.write(new byte[600]);
        assertThat(texts(Packed.entries(file("b.gz", padded.toByteArray()), TIGHT)))
                .containsExactly("one");
    }

    @Test
    void zipGivesItsFilesInTheOrderOfTheirPathsWithoutFoldersAndLitter() throws IOException {
        Path file = file(
                "a.zip",
                zip("x/", "x/b.xml", "__MACOSX/._b.xml", "x/.DS_Store", "a.xml", "x/._a.xml", "x/a.dtd", "B.XSD"));

        List<Packed.Entry> entries = Packed.entries(file, TIGHT);

        assertThat(entries).extracting(Packed.Entry::name).containsExactly("a.zip!a.xml", "a.zip!x/b.xml");
        assertThat(entries).extracting(Packed.Entry::size).containsExactly(5L, 7L);
        assertThat(texts(entries)).containsExactly("a.xml", "x/b.xml");
        assertThat(texts(entries)).containsExactly("a.xml", "x/b.xml");
    }

    @Test
    void gzipInAZipIsUnpackedToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.xml.gz"));
            zip.write(gzip(utf8("text")));
        }

        assertThat(texts(Packed.entries(file("a.zip", out.toByteArray()), TIGHT)))
                .containsExactly("text");
    }

    @Test
    void workbookIsOnePlainFile() throws IOException {
        byte[] bytes = zip("[Content_Types].xml", "xl/workbook.xml");

        List<Packed.Entry> entries = Packed.entries(file("a.xlsx", bytes), TIGHT);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Packed.Kind.PLAIN);
            try (InputStream in = entry.open()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        });
    }

    @Test
    void namesThatLeadOutAreRefused() throws IOException {
        for (String name :
                List.of("/etc/passwd", "../a.xml", "x/../../a.xml", "x\\..\\a.xml", "C:\\a.xml", "\\a.xml")) {
            Path file = file("a.zip", zip("good.xml", name));

            assertThatThrownBy(() -> Packed.entries(file, TIGHT))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("leads out");
        }
        assertThat(Packed.entries(file("b.zip", zip("a..xml", "x..y/b.xml")), TIGHT))
                .hasSize(2);
    }

    @Test
    void cutOffGzipFailsAndSaysSo() throws IOException {
        byte[] whole = gzip(utf8(DocumentSamples.GRANT));
        for (int length : new int[] {2, 8, whole.length / 2, whole.length - 8, whole.length - 1}) {
            Path file = file("a.gz", Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> texts(Packed.entries(file, TIGHT)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void damagedGzipFailsAndSaysSo() throws IOException {
        byte[] bytes = gzip(utf8(DocumentSamples.GRANT));
        bytes[bytes.length / 2] ^= 0x55;
        Path file = file("a.gz", bytes);

        assertThatThrownBy(() -> texts(Packed.entries(file, TIGHT)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void cutOffZipIsRefused() throws IOException {
        byte[] whole = zip("a.xml", "b.xml");
        Path file = file("a.zip", Arrays.copyOf(whole, whole.length - 30));

        assertThatThrownBy(() -> Packed.entries(file, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void damageOfAnyByteOfAZipIsReadOrToldInWords() throws IOException {
        byte[] whole = zip("a.xml", "x/b.xml");
        int told = 0;
        for (int at = 4; at < whole.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) change;
                Path file = file("a" + at + "-" + change + ".zip", bytes);
                try {
                    texts(Packed.entries(file, TIGHT));
                } catch (UserException | IOException e) {
                    assertThat(e.getMessage()).contains(file.toString());
                    told++;
                }
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void bombsAreRefused() throws IOException {
        byte[] zeros = new byte[1 << 19];
        Path gzip = file("a.gz", gzip(zeros));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write(zeros);
        }
        Path zip = file("a.zip", out.toByteArray());

        assertThatThrownBy(() -> texts(Packed.entries(gzip, TIGHT)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(gzip.toString())
                .hasMessageContaining("limits");
        assertThatThrownBy(() -> Packed.entries(zip, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(zip.toString());
        assertThat(texts(Packed.entries(gzip, Packed.Limits.DEFAULT)))
                .as("small enough for the default limits")
                .singleElement()
                .satisfies(text -> assertThat(text).hasSize(zeros.length));
    }

    @Test
    void zipThatLiesAboutItsSizesIsRefusedWhenRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write(new byte[1 << 19]);
        }
        byte[] bytes = out.toByteArray();
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        // The unpacked size in the directory: 16 bytes instead.
        bytes[directory + 24] = 16;
        bytes[directory + 26] = 0;
        Path file = file("a.zip", bytes);

        List<Packed.Entry> entries = Packed.entries(file, TIGHT);

        assertThatThrownBy(() -> texts(entries)).isInstanceOfAny(UserException.class, IOException.class);
    }

    @Test
    void changedBytesOfAnEntryAreToldByItsChecksum() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] text = utf8("Battery no 3");
            CRC32 crc = new CRC32();
            crc.update(text);
            ZipEntry entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(text);
        }
        String flipped = out.toString(StandardCharsets.ISO_8859_1).replace("Battery", "Cattery");
        List<Packed.Entry> entries =
                Packed.entries(file("a.zip", flipped.getBytes(StandardCharsets.ISO_8859_1)), TIGHT);

        assertThatThrownBy(() -> texts(entries))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("a.zip!a.csv is damaged", "checksum", "Copy or download it again");
    }

    @Test
    void encryptedZipsAndThoseOfUnknownMethodsAreToldFirst() throws IOException {
        byte[] encrypted = zip("a.xml");
        int directory = new String(encrypted, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        byte[] unknown = encrypted.clone();
        encrypted[directory + 8] |= 1;
        unknown[directory + 10] = 12;

        assertThatThrownBy(() -> Packed.entries(file("a.zip", encrypted), TIGHT))
                .hasMessageContainingAll("it is encrypted", "with its password");
        assertThatThrownBy(() -> Packed.entries(file("b.zip", unknown), TIGHT))
                .hasMessageContainingAll("method of packing is not supported", "12", "Pack it again");
    }

    @Test
    void aDeltaTableIsNotTakenForAFolderOfFiles() throws IOException {
        Files.createDirectories(folder.resolve("table/_delta_log"));
        assertThatThrownBy(() -> Packed.entries(folder.resolve("table"), TIGHT))
                .hasMessageContaining("it is a Delta table")
                .hasMessageContaining("Write it out as one file");
        assertThatThrownBy(() -> Packed.entries(folder, TIGHT)).hasMessageContaining("Name the files in it");
    }

    @Test
    void missingAndEmptyContainersAreRefused() throws IOException {
        assertThatThrownBy(() -> Packed.entries(folder.resolve("none.zip"), TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("file not found");
        Path link = Files.createSymbolicLink(folder.resolve("link.zip"), folder.resolve("none.zip"));
        assertThatThrownBy(() -> Packed.entries(link, TIGHT))
                .hasMessageContaining("a link to a file that does not exist");
        Path empty = file("a.zip", zip("x/"));
        assertThatThrownBy(() -> Packed.entries(empty, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("without files");
        assertThat(texts(Packed.entries(file("empty.xml", new byte[0]), TIGHT))).containsExactly("");
    }

    @Test
    void sameNameTwiceIsRefused() throws IOException {
        byte[] bytes = zip("a.xml", "b.xml");
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("b.xml", "a.xml");
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        assertThatThrownBy(() -> Packed.entries(file, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("two files");
    }

    @Test
    void whatIsPassedOverInAFolderIsPassedOverInAZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    List.of("out/_SUCCESS", "out/.part.crc", "~$a.xlsx", "Thumbs.db", "a.dtd", "out/a.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(utf8("a"));
            }
        }

        assertThat(Packed.entries(file("a.zip", out.toByteArray()), TIGHT))
                .extracting(Packed.Entry::inner)
                .containsExactly("out/a.csv");
    }
}
