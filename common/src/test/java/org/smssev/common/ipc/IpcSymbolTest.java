package org.smssev.common.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.ipc.IpcSymbol.Level;

class IpcSymbolTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H01M10/0525",
                "H01M 10/0525",
                " h01m 10/0525 ",
                "H01M 10/0525(2010.01)",
                "H01M 10/0525 (2010.01)I",
                "H01M-0010/0525",
                "H01M-010/0525",
                "H01M  10/0525  20100101AFI20230209BHEP",
                "H01M  10/0525",
                "H01M0010052500",
                "H01M 100525",
                "H01M010/0525",
                "H01M10/0525AI",
                "H01M10/0525FI",
                "7H01M 10/0525",
                "H01 M 10/0525",
                "H01M 10/0525[2010.01]",
                "H01M10/0525〔2010.01〕",
                "H01M 10/0525ZNA",
                "H01M10/0525/ZNA",
                "H01M10/0525&ZNA",
                "H01M10/0525ZABA",
                "H01M10/0525,ZAA",
                "H01M 10/0525,308",
                "H01M10/0525@Z",
                "H01M10/0525,101@A",
                "H01M10/0525, 101 Z,ZNM",
                "7H 01M  10/0525   A",
                "H01M 10/052500",
                "H01M10/052500",
                "H01M 10/05250",
                "H01M001005250",
                "Ｈ０１Ｍ １０／０５２５（２０１０．０１）"
            })
    void everySpellingIsOneSymbol(String spelling) {
        assertThat(IpcSymbol.parse(spelling).orElseThrow().canonical()).isEqualTo("H01M 10/0525");
    }

    @ParameterizedTest
    @CsvSource({
        "'H01L 21302', H01L 21/302",
        "'A45F  504', A45F 5/04",
        "'E02D   5/04', E02D 5/04",
        "'B64C27/12', B64C 27/12",
        "'A61K-0031/12', A61K 31/12",
        "'C07K0016280000', C07K 16/28",
        "'A01B0001000000', A01B 1/00",
        "'A61K003100000', A61K 31/00",
        "'G11B2020/10530', G11B 2020/10530",
        "'H01M 10', H01M 10",
        "'H01M10', H01M 10",
        "'H01M 10 / 05', H01M 10/05",
        "'B28B   1/    29            A I', B28B 1/29",
        "'G 06 F 17/30', G06F 17/30",
        "'C12R 1:07', C12R 1/07",
        "'B29K105:12', B29K 105/12",
        "'A61K0031-047', A61K 31/047",
        "'G11B2020/10537', G11B 2020/10537",
        "'C08L2201', C08L 2201",
        "'H01M 10 (2006.01)', H01M 10",
        "'B60L8', B60L 8",
        "'C08F2800/10', C08F 2800/10",
        "'F01 D 5/18', F01D 5/18",
        "'A61K 9/200000', A61K 9/20",
        "'H01M 10/000000', H01M 10/00",
        "'B01J 2219/002800', B01J 2219/002800",
        "'G06F0030482', G06F 30/482",
        "'G06F001730(2006.01)', G06F 17/30",
        "'G06F001730', G06F 17/30",
        "'G06F001730  20060101AFI20230209BHEP', G06F 17/30",
        "'H01M 100525 20100101AFI', H01M 10/0525",
        "'H01M 10 20060101', H01M 10",
        "'G06F 001730', G06F 17/30",
        "'G06F-001730', G06F 17/30",
        "'H01L  021302', H01L 21/302",
        "'H01M-0010', H01M 10",
        "'A61K003112', A61K 31/12",
        "'H01L0021302', H01L 21/302",
        "'C08L010100', C08L 101/00",
        "'G06F000482', G06F 4/82",
        "'H01M00100525', H01M 10/0525",
        "'G06F00030482', G06F 3/0482",
        "'A61K00731', A61K 7/31",
        "'H01L021302', H01L 21/302",
        "'H01M', H01M"
    })
    void slashlessSymbolsAreCutByWidth(String spelling, String canonical) {
        assertThat(IpcSymbol.parse(spelling).orElseThrow().canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "NA",
                "nan",
                "000/00",
                "C12Q/",
                "G06F1730",
                "Y02E10/50",
                "H01",
                "H1M10/05",
                "H01M10/5",
                "H01M0/00",
                "H01M10/05/06",
                "H01M/05",
                "H01M10000/05",
                "H01M10/0525XYZ",
                "H01M10/0525ZN",
                "H01M10/0525,30",
                "H01M10/0525,SEPARATOR",
                "H01M10/0525, see also",
                "77H01M10/05",
                "XXXX"
            })
    void whatIsNoSymbolIsRefused(String text) {
        assertThat(IpcSymbol.parse(text)).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThat(IpcSymbol.parse(null)).isEmpty();
        assertThat(IpcSymbol.canonical(null)).isNull();
    }

    /** Texts of pieces of symbols, most of them none; the usual spellings are read in a way of their own. */
    @Test
    void theCanonicalSpellingIsThatOfTheSymbolRead() {
        Random random = new Random(13);
        String[] pieces = {
            "H01M", "A61K", "h01m", "I01M", "H1", " ", "  ", "0", "1", "10", "0010", "12345", "/", "-", "05"
        };
        String[] ends = {
            "", "", "", "/05", "/0525", "/5", "/1234567", "/05 ", "/05(2006.01)", "/05AFI", "/０５", "/05/06", "/052500"
        };
        int usual = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "H01M");
            for (int k = random.nextInt(4); k > 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String spelling = text + ends[random.nextInt(ends.length)];
            String canonical = IpcSymbol.canonical(spelling);
            assertThat(canonical)
                    .as("'%s'", spelling)
                    .isEqualTo(
                            IpcSymbol.parse(spelling).map(IpcSymbol::canonical).orElse(null));
            usual += spelling.equals(canonical) ? 1 : 0;
        }
        assertThat(usual).isGreaterThan(500);
    }

    @Test
    void namesStopWhereTheSymbolStops() {
        IpcSymbol subclass = IpcSymbol.parse("H01M").orElseThrow();
        assertThat(subclass.mainGroupName()).isNull();
        assertThat(subclass.subclassName()).isEqualTo("H01M");
        IpcSymbol group = IpcSymbol.parse("H01M 10").orElseThrow();
        assertThat(group.mainGroupName()).isEqualTo("H01M 10");
        assertThat(group.subgroup()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "H01M 10/0525, SECTION, H",
        "H01M 10/0525, CLASS, H01",
        "H01M 10/0525, SUBCLASS, H01M",
        "H01M 10/0525, MAIN_GROUP, H01M 10",
        "H01M 10/0525, SUBGROUP, H01M 10/0525",
        "H01M 10, MAIN_GROUP, H01M 10",
        "H01M 10, SUBGROUP,",
        "H01M, MAIN_GROUP,"
    })
    void truncationStopsAtTheLevel(String symbol, Level level, String expected) {
        assertThat(IpcSymbol.truncate(symbol, level)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "H01M 10/05, H, true",
        "H01M 10/05, H01, true",
        "H01M 10/05, H01M, true",
        "H01M 10/05, H01M 10, true",
        "H01M 10, H01M 10, true",
        "H01M 100/01, H01M 10, false",
        "H01M 10/05, H01M 10/05, true",
        "H01M 10/0525, H01M 10/05, false",
        "H01M, H01M 10, false",
        "G01M 10/05, H, false"
    })
    void scopeEndsAtTheGroup(String symbol, String scope, boolean covered) {
        assertThat(IpcSymbol.inScope(symbol, scope)).isEqualTo(covered);
    }

    @Test
    void aCanonicalMainGroupOfFourDigitsIsReadAsItIs() {
        for (String symbol : List.of("G11B 2020", "G11B 2020/10537", "H01M 10/05", "H01M 10", "H01M")) {
            assertThat(IpcSymbol.ofCanonical(symbol).canonical()).isEqualTo(symbol);
        }
        assertThat(IpcSymbol.parse("G11B 2020").orElseThrow().canonical()).isEqualTo("G11B 20/20");
        assertThatThrownBy(() -> IpcSymbol.ofCanonical("H01M10/05")).hasMessageContaining("H01M10/05");
    }
}
