package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smssev.jobs.ingest.format.PackedTest.TIGHT;
import static org.smssev.jobs.ingest.format.PackedTest.texts;
import static org.smssev.jobs.ingest.format.PackedTest.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.format.document.DeliveryNotes;

class NestedZipTest {
    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** A zip of one file of these bytes, packed again or stored. */
    private static byte[] around(String name, byte[] bytes, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void filesOfAZipWithinAZipCount() throws IOException {
        for (int level : new int[] {0, 9}) {
            byte[] bytes = around("Root/DOC/b.ZIP", zip("c/", "c/d.xml", "e.csv", "__MACOSX/f", "g.dtd"), level);

            List<Packed.Entry> entries = Packed.entries(file("a.zip", bytes), TIGHT);

            assertThat(entries)
                    .extracting(Packed.Entry::name)
                    .containsExactly("a.zip!Root/DOC/b.ZIP!c/d.xml", "a.zip!Root/DOC/b.ZIP!e.csv");
            assertThat(entries).extracting(Packed.Entry::size).containsExactly(7L, 5L);
            assertThat(texts(entries)).containsExactly("c/d.xml", "e.csv");
        }
    }

    @Test
    void whatIsOnlyNamedZipOrAWorkbookWithinAZipIsOneFile() throws IOException {
        byte[] workbook = zip("[Content_Types].xml", "xl/workbook.xml");

        assertThat(Packed.entries(file("a.zip", around("b.zip", workbook, 9)), TIGHT))
                .extracting(Packed.Entry::inner)
                .containsExactly("b.zip");
        assertThat(texts(Packed.entries(file("c.zip", zip("b.zip")), TIGHT))).containsExactly("b.zip");
    }

    @Test
    void hostileZipsWithinAZipAreRefused() throws IOException {
        Path bomb = file("bomb.zip", around("b.zip", around("c.xml", new byte[1 << 19], 9), 9));
        assertThatThrownBy(() -> Packed.entries(bomb, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("bomb.zip!b.zip", "limits");
        Path out = file("out.zip", around("b.zip", zip("../c.xml"), 9));
        assertThatThrownBy(() -> Packed.entries(out, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("../c.xml", "leads out");
        String[] names = new String[101];
        Arrays.setAll(names, i -> i + ".xml");
        Path many = file("many.zip", around("b.zip", zip(names), 9));
        assertThatThrownBy(() -> Packed.entries(many, Packed.Limits.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("b.zip", "more than 100 files", "Unpack the outer one");
    }

    @Test
    void zipWithinAZipThatWasCutAnywhereIsTold() throws IOException {
        byte[] whole = zip("c.xml", "d.xml");
        for (int length = 4; length < whole.length; length++) {
            Path torn = file("torn" + length + ".zip", around("b.zip", Arrays.copyOf(whole, length), 9));

            assertThatThrownBy(() -> Packed.entries(torn, TIGHT))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(torn + "!b.zip", "Copy or download it again");
        }
    }

    @Test
    void damageOfAZipWithinAZipIsReadOrToldInWords() throws IOException {
        byte[] whole = zip("a.xml", "x/b.xml");
        int told = 0;
        for (int at = 4; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) 0x81;
            Path file = file("n" + at + ".zip", around("b.zip", bytes, 0));
            try {
                texts(Packed.entries(file, TIGHT));
            } catch (UserException | IOException e) {
                assertThat(e.getMessage()).contains(file.toString());
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void zipsOfVeryManyFoldersOrBytesWithinAZipAreRefusedEarly() throws IOException {
        String[] folders = new String[1_001];
        Arrays.setAll(folders, i -> i + "/");
        Path many = file("folders.zip", around("b.zip", zip(folders), 9));
        assertThatThrownBy(() -> Packed.entries(many, Packed.Limits.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("folders.zip!b.zip", "more than 1000 files and folders");
        byte[] padded = Arrays.copyOf(zip("c.xml"), 1 << 19);
        Path zeros = file("zeros.zip", around("b.zip", padded, 9));
        assertThatThrownBy(() -> Packed.entries(zeros, TIGHT))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("zeros.zip!b.zip", "limits");
    }

    @Test
    void notesOfADeliveryAreToldWhateverStandsInFront() {
        String head = "<!-- x --><!>".repeat(4_000);
        assertThat(DeliveryNotes.of(head + "<docdb-package-index>")).contains("DOCDB_INDEX");
        assertThat(DeliveryNotes.of(head + "<other>")).isEmpty();
    }
}
