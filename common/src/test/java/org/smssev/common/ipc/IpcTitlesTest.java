package org.smssev.common.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;

class IpcTitlesTest {
    private static final String HEADER = "ipc\tsymbol\ttitle\ttype\tmaingroup\tsubclass\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private IpcTitles titles() throws IOException {
        Path en = file(
                "en.tsv",
                HEADER
                        + "H01M10/00\tH01M0010000000\tSecondary cells;;Manufacture thereof\tmaingroup\tx\tH01M-BATTERIES\n"
                        + "H01M10/05\tH01M0010050000\tSecondary cells;;With \"\"dry\"\" electrolyte\tsubgroup\tx\tH01M-X\n");
        Path zh = file("zh.tsv", "symbol\ttitle\nH01M0010000000\t二次电池\n");
        return IpcTitles.load(Map.of("en", en, "ZH", zh));
    }

    private static IpcSymbol ipc(String code) {
        return IpcSymbol.parse(code).orElseThrow();
    }

    @Test
    void subclassMainGroupAndSubgroupHaveTitles() throws IOException {
        IpcTitles titles = titles();
        assertThat(titles.title(ipc("H01M"), "en")).contains("BATTERIES");
        assertThat(titles.title(ipc("H01M 10"), "en")).contains("Secondary cells;;Manufacture thereof");
        assertThat(titles.title(ipc("H01M10/00"), "en")).isEqualTo(titles.title(ipc("H01M 10"), "en"));
        assertThat(titles.title(ipc("H01M-0010/05"), "EN")).contains("Secondary cells;;With \"dry\" electrolyte");
        assertThat(titles.title(ipc("H01M 10/06"), "en")).isEmpty();
        assertThat(titles.title(ipc("H01M"), "fr")).isEmpty();
    }

    @Test
    void theFirstLanguageThatHasATitleIsTaken() throws IOException {
        IpcTitles titles = titles();
        assertThat(titles.title(ipc("H01M 10"), List.of("fr", "zh", "en"))).contains("二次电池");
        assertThat(titles.title(ipc("H01M 10/05"), List.of("zh", "en")))
                .contains("Secondary cells;;With \"dry\" electrolyte");
        assertThat(titles.title(ipc("H01M 10"), List.of())).isEmpty();
    }

    @Test
    void aSubgroupsLabelIsAllThatIsBehindThePathOfItsParent() throws IOException {
        String above = "Parts or details;;Shakers";
        Path en = file(
                "parts.tsv",
                "symbol\ttitle\n"
                        + "A01F0012000000\tParts or details\n"
                        + "A01F0012300000\t" + above + "\n"
                        + "A01F0012320000\t" + above + ";;with shafts;;with belts\n"
                        + "A01F0012340000\t" + above + ";;with shafts;;with belts;;of leather\n"
                        + "A01F0012580000\tParts or details;;Control devices;;Brakes;;Bearings\n"
                        + "A01F0012600000\tOther parts;;Wheels\n"
                        + "A01F0013100000\tParts or details;;Shakers\n");
        IpcTitles titles = IpcTitles.load(Map.of("en", en));
        assertThat(titles.label(ipc("A01F 12/30"), List.of("en"))).contains("Shakers");
        assertThat(titles.label(ipc("A01F 12/32"), List.of("en"))).contains("with shafts; with belts");
        assertThat(titles.label(ipc("A01F 12/34"), List.of("en"))).contains("of leather");
        assertThat(titles.label(ipc("A01F 12/58"), List.of("en"))).contains("Control devices; Brakes; Bearings");
        assertThat(titles.label(ipc("A01F 12/60"), List.of("en"))).contains("Wheels");
        assertThat(titles.label(ipc("A01F 13/10"), List.of("en"))).contains("Shakers");
    }

    @Test
    void labelsAreTheLastStepOfSubgroupsAndAllOfMainGroups() throws IOException {
        assertThat(titles().label(ipc("H01M 10/05"), List.of("en"))).contains("With \"dry\" electrolyte");
        assertThat(titles().label(ipc("H01M 10"), List.of("en"))).contains("Secondary cells; Manufacture thereof");
    }

    @Test
    void filesOfAnotherFormAreRefusedWithTheLine() throws IOException {
        Path headless = file("a.tsv", "10\tx\n");
        assertThatThrownBy(() -> IpcTitles.load(Map.of("en", headless)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("title");
        Path bad = file("b.tsv", "symbol\ttitle\nH01M0010000000\tx\nnot a code\ty\n");
        assertThatThrownBy(() -> IpcTitles.load(Map.of("en", bad))).hasMessageContaining("line 3");
        Path narrow = file("c.tsv", "symbol\ttitle\nH01M0010000000\n");
        assertThatThrownBy(() -> IpcTitles.load(Map.of("en", narrow))).hasMessageContaining("too few");
        Path empty = file("d.tsv", "symbol\ttitle\n");
        assertThatThrownBy(() -> IpcTitles.load(Map.of("en", empty))).hasMessageContaining("no title");
    }

    @Test
    void titleListsOfWipoAreReadFromTheirZipAndFromItsFiles() throws IOException {
        String a =
                "A\tHUMAN NECESSITIES\r\nA01\tAGRICULTURE; FORESTRY\r\nA01B\tSOIL WORKING\r\nA01B0001000000\tHand tools\r\n"
                        + "A01B0001020000\tSpades; Shovels\r\n";
        String h = "\uFEFFH\tELECTRICITY\nH01\tELECTRIC ELEMENTS\nH01B\tCABLES; CONDUCTORS\n"
                + "H01B0001000000\tConductors characterised by the materials\nH01B0001020000\tmainly consisting of metals or alloys";
        Path zip = folder.resolve("EN_ipc_title_list_20260101.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> part : new TreeMap<>(Map.of("a.txt", a, "h.txt", h)).entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        IpcTitles titles = IpcTitles.load(Map.of("en", zip, "de", file("h.txt", h)));
        assertThat(titles.title(ipc("A01B"), "en")).contains("SOIL WORKING");
        assertThat(titles.label(ipc("A01B 1/02"), List.of("en"))).contains("Spades; Shovels");
        assertThat(titles.title(ipc("H01B 1"), "en")).contains("Conductors characterised by the materials");
        assertThat(titles.label(ipc("H01B 1/02"), List.of("de"))).contains("mainly consisting of metals or alloys");
        assertThat(titles.title(ipc("A01B"), "de")).isEmpty();
        Path bad = file("bad.txt", "H\tELECTRICITY\nnot a code\ty\n");
        assertThatThrownBy(() -> IpcTitles.load(Map.of("en", bad))).hasMessageContaining("line 2");
    }

    @Test
    void withoutFilesNothingHasATitle() {
        assertThat(IpcTitles.load(Map.of()).title(ipc("H01M"), List.of("en"))).isEmpty();
    }
}
