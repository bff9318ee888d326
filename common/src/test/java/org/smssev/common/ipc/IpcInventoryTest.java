package org.smssev.common.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.ipc.IpcInventory.Status;

class IpcInventoryTest {
    private static final String LINES = String.join(
            "\n",
            "B60L;19680901;-",
            "B60L0080000000;19900101;-",
            "B60L0001000000;19680901;-",
            "C12Q;19800101;-",
            "H01L0021000000;19740701;-",
            "H01L0021020000;19740701;-",
            "A01B0045000000;19680901;-",
            "A01B0045040000;19680901;20171231",
            "B01K;19680901;19791231",
            "B64C0039020000;19680901;-",
            "B64C;19680901;-",
            "");

    @TempDir
    private Path folder;

    private IpcInventory inventory;

    @BeforeEach
    void load() throws IOException {
        inventory = IpcInventory.load(file(LINES));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("inventory.csv"), text);
    }

    private static IpcSymbol ipc(String code) {
        return IpcSymbol.parse(code).orElseThrow();
    }

    @Test
    void codesInForceAndNoLongerInForceAreToldApartInAnySpelling() {
        assertThat(inventory.size()).isEqualTo(11);
        assertThat(inventory.status("H01L 21/02")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("H01L-0021/02")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("H01L  21/02  20060101AFI")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("H01L 21")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("B60L")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("A01B45/04")).isEqualTo(Status.NOT_IN_FORCE);
        assertThat(inventory.status("B01K")).isEqualTo(Status.NOT_IN_FORCE);
        assertThat(inventory.status("A01B 45/06")).isEqualTo(Status.NEVER_EXISTED);
        assertThat(inventory.status("A99Z 1/00")).isEqualTo(Status.NEVER_EXISTED);
    }

    @Test
    void codesOfCpcAreKnownBySectionGroupAndRefinedSubgroup() {
        assertThat(inventory.status("Y02E60/10")).isEqualTo(Status.CPC);
        assertThat(inventory.status("B64C2201/00")).isEqualTo(Status.CPC);
        assertThat(inventory.status("H01L21/02104")).isEqualTo(Status.CPC);
        assertThat(inventory.status("A01B 45/002")).isEqualTo(Status.CPC);
        assertThat(inventory.status("C12Y 302/01017")).isEqualTo(Status.CPC);
        assertThat(inventory.status("C12Y")).isEqualTo(Status.CPC);
    }

    @Test
    void ofTwoSymbolsThatACodeMayBeTheOneIsMeantThatThereWas() throws IOException {
        IpcInventory some = IpcInventory.load(file(String.join(
                "\n",
                "C08L0010100000;19800101;-",
                "C08L0101000000;19680901;-",
                "C08L0239360000;19680901;20001231",
                "H01M0004136000;20100101;-",
                "H01M0010052500;20100101;-",
                "")));
        assertThat(List.of(
                        "H01M004136", "H01M004136(2010.01)", "C08L0239360", "H01M00100525", "C08L010100", "H01M009999"))
                .extracting(code -> some.symbol(code).orElseThrow().canonical())
                .containsExactly(
                        "H01M 4/136", "H01M 4/136", "C08L 239/36", "H01M 10/0525", "C08L 101/00", "H01M 99/99");
        assertThat(some.status("H01M004136")).isEqualTo(Status.IN_FORCE);
        assertThat(some.status("H01M009999")).isEqualTo(Status.NEVER_EXISTED);
        assertThat(some.symbol("H01M/")).isEmpty();
    }

    @Test
    void codesThatStopShortAreCutOff() {
        assertThat(inventory.status("C12Q/")).isEqualTo(Status.CUT_OFF);
        assertThat(inventory.status("C12Q 1/")).isEqualTo(Status.CUT_OFF);
        assertThat(inventory.status("C12Q 1/6")).isEqualTo(Status.CUT_OFF);
        assertThat(inventory.status("H01")).isEqualTo(Status.CUT_OFF);
        // There is B60L 80 but no B60L 8 here; of B60L 1 there is the group itself.
        assertThat(inventory.status("B60L8")).isEqualTo(Status.CUT_OFF);
        assertThat(inventory.status("B60L1")).isEqualTo(Status.IN_FORCE);
        assertThat(inventory.status("B60L7")).isEqualTo(Status.NEVER_EXISTED);
    }

    @Test
    void textThatIsNoCodeIsOther() {
        for (String text : new String[] {null, "", "-", "NA", "000/00", "IPC", "1234/56", "Ｈ０１"}) {
            assertThat(inventory.status(text)).as("%s", text).isEqualTo(Status.OTHER);
        }
    }

    @Test
    void daysOfValidityAreGiven() {
        assertThat(inventory.validFrom(ipc("A01B 45/04"))).contains(LocalDate.of(1968, 9, 1));
        assertThat(inventory.validTo(ipc("A01B 45/04"))).contains(LocalDate.of(2017, 12, 31));
        assertThat(inventory.validTo(ipc("H01L 21/02"))).isEmpty();
        assertThat(inventory.validFrom(ipc("A01B 45/06"))).isEmpty();
    }

    @Test
    void aSymbolThatCameBackIsInForce() throws IOException {
        IpcInventory twice = IpcInventory.load(file("B01K;20200101;-\nB01K;19680901;19791231\n"));
        assertThat(twice.size()).isEqualTo(1);
        assertThat(twice.status("B01K")).isEqualTo(Status.IN_FORCE);
        assertThat(twice.validFrom(ipc("B01K"))).contains(LocalDate.of(1968, 9, 1));
    }

    @Test
    void gzipMarkAndCarriageReturnsAreRead() throws IOException {
        Path file = folder.resolve("packed.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFB01K;19680901;19791231\r\n\r\nC12Q;19800101;-".getBytes(StandardCharsets.UTF_8));
        }
        IpcInventory packed = IpcInventory.load(file);
        assertThat(packed.status("C12Q")).isEqualTo(Status.IN_FORCE);
        assertThat(packed.status("B01K")).isEqualTo(Status.NOT_IN_FORCE);
    }

    @Test
    void filesOfAnotherFormAreRefusedWithTheLine() throws IOException {
        String[] bad = {
            "symbol,from,to",
            "B01K;19681301;-",
            "B01K;19680901;never",
            "B01K;19680901",
            "B01K0000000000;19680901;-",
            "\u0000"
        };
        for (String line : bad) {
            Path file = file("C12Q;19800101;-\n" + line + "\n");
            assertThatThrownBy(() -> IpcInventory.load(file))
                    .as("%s", line)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("line 2");
        }
        assertThatThrownBy(() -> IpcInventory.load(file(""))).hasMessageContaining("has no symbols");
        assertThatThrownBy(() -> IpcInventory.load(file("x".repeat(1_000_000)))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> IpcInventory.load(folder.resolve("none"))).hasMessageContaining("not found");
        Path broken = Files.write(folder.resolve("broken"), new byte[] {'B', '0', (byte) 0xC3, '\n'});
        assertThatThrownBy(() -> IpcInventory.load(broken)).hasMessageContaining("not in UTF-8");
    }

    /** Counts are those that data/README gives, and of a script that reads the file its own way. */
    @Test
    void theRealInventoryIsReadWhole() {
        String given = System.getenv("SMSSEV_REAL_DATA");
        Path root = Path.of("").toAbsolutePath().getParent();
        Path file = (given == null ? root.resolveSibling("shared").resolve("data") : Path.of(given))
                .resolve("ipc")
                .resolve("inventory-2025-01-01.csv.gz");
        assumeTrue(Files.isRegularFile(file), "no real inventory " + file);
        IpcInventory real = IpcInventory.load(file);
        assertThat(real.size()).isEqualTo(92_337);
        assertThat(real.status("H01M 10/0525")).isEqualTo(Status.IN_FORCE);
        assertThat(real.validFrom(ipc("H01M 10/0525"))).contains(LocalDate.of(2010, 1, 1));
        assertThat(real.status("A01B 63/116")).isEqualTo(Status.NOT_IN_FORCE);
        assertThat(real.status("B64C39/024")).isEqualTo(Status.CPC);
    }
}
