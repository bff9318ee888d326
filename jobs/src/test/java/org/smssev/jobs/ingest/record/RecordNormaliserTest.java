package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.name.ApplicantThesaurus;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;

class RecordNormaliserTest {
    static RecordNormaliser normaliser(String separator, String pattern) {
        return normaliser(separator, pattern, null);
    }

    private static RecordNormaliser normaliser(String separator, String pattern, IpcInventory inventory) {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            writings.put(field, new Writing(separator, pattern));
        }
        return new RecordNormaliser(
                "2026-01",
                "lens",
                writings,
                false,
                new NormaliserSetup(
                        Map.of("US-1-A1", "EP-9-A1"), false, List.of("en", "zh"), inventory, ApplicantThesaurus.EMPTY));
    }

    static Patent patent(Map<Field, String> cells) {
        Normalised n = normaliser(";", "yyyy-MM-dd").normalise(cells);
        assertThat(n.reason()).isNull();
        return n.patent();
    }

    @Test
    void codesBehindAnotherSeparatorAreNotLost() {
        Normalised n = normaliser(";", "yyyy-MM-dd")
                .normalise(Map.of(
                        Field.PUBLICATION_NUMBER,
                        "EP-1-A1",
                        Field.IPC,
                        "H01M 10/05 | B60L 58/12; xx; H01M 10/05,C22C 38/00"));
        assertThat(n.patent().ipc())
                .extracting(IpcCode::symbol)
                .containsExactly("H01M 10/05", "B60L 58/12", "C22C 38/00");
        assertThat(n.malformedIpc()).isEqualTo(1);
    }

    @Test
    void theInventoryTellsWhereACodeWithoutASlashIsCut(@TempDir Path folder) throws IOException {
        IpcInventory inventory =
                IpcInventory.load(Files.writeString(folder.resolve("inventory.txt"), "H01M0004136000;20100101;-\n"));
        Map<Field, String> cells = Map.of(Field.PUBLICATION_NUMBER, "EP-1-A1", Field.IPC, "H01M004136");
        Normalised told = normaliser(";", "yyyy-MM-dd", inventory).normalise(cells);
        assertThat(told.patent().ipc()).extracting(IpcCode::symbol).containsExactly("H01M 4/136");
        Normalised untold = normaliser(";", "yyyy-MM-dd").normalise(cells);
        assertThat(untold.patent().ipc()).extracting(IpcCode::symbol).containsExactly("H01M 41/36");
    }

    @Test
    void cellsAreCutAtSeparatorsAndBetweenJoinedRows() {
        Random random = new Random(7);
        String letters = "a b;" + CellValues.ROWS;
        for (int round = 0; round < 2_000; round++) {
            StringBuilder cell = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                cell.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (String separator : List.of("", ";", ";;")) {
                String cuts = (separator.isEmpty() ? "" : separator + "|") + CellValues.ROWS;
                List<String> expected = Stream.of(cell.toString().split(cuts, -1))
                        .map(String::strip)
                        .toList();
                assertThat(CellValues.split(cell.toString(), separator)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0141E+11", "2,0141E+11", "2.01e+11", "2E+11", "CN2.0141E+11", "2.0141E11"})
    void roundedNumbersLinkNothing(String rounded) {
        Map<Field, String> cells = Map.of(
                Field.PUBLICATION_NUMBER,
                "CN-104000000-A",
                Field.APPLICATION_NUMBER,
                rounded,
                Field.PRIORITY_NUMBERS,
                "CN201410000001;" + rounded,
                Field.FAMILY_MEMBERS,
                rounded,
                Field.FAMILY_ID,
                rounded,
                Field.CITED,
                rounded + ";US1234567B1");
        Patent patent = patent(cells);
        assertThat(patent.applications()).hasSize(1);
        assertThat(patent.cited()).containsExactly("US-1234567-B1");
        assertThat(patent.familyId()).isEqualTo("CN-104000000-A");
        assertThat(RecordNormaliser.numbers(List.of(rounded))).isEmpty();
        assertThat(normaliser(";", "yyyy-MM-dd").hasRounded(cells)).isTrue();
        assertThat(normaliser(";", "yyyy-MM-dd").hasRounded(Map.of(Field.CITED, "EP1.234E;US5E1")))
                .isFalse();
    }

    @Test
    void ipcCodesAreCanonicalAndEachOnce() {
        Normalised n = normaliser(";", "yyyy-MM-dd")
                .normalise(Map.of(
                        Field.PUBLICATION_NUMBER,
                        "US1A1",
                        Field.IPC,
                        "H01M10/05; H01M 10/05;H01M 10/;-;C08L0101000000"));
        assertThat(n.patent().ipc())
                .containsExactly(new IpcCode("H01M 10/05", null, null), new IpcCode("C08L 101/00", null, null));
        assertThat(n.malformedIpc()).isEqualTo(1);
    }

    @Test
    void positionAndValueAreReadWhereGiven() {
        assertThat(patent(Map.of(
                                Field.PUBLICATION_NUMBER, "US1A1",
                                Field.IPC, "H01M  10/0525  20100101AFI20230209BHEP;H01M4/02AN;H01M4/04"))
                        .ipc())
                .containsExactly(
                        new IpcCode("H01M 10/0525", "F", "I"),
                        new IpcCode("H01M 4/02", null, "A"),
                        new IpcCode("H01M 4/04", null, null));
    }

    @Test
    void theValueIsReadBehindVersionsInBracketsAndWithoutAPosition() {
        assertThat(patent(
                                Map.of(
                                        Field.PUBLICATION_NUMBER,
                                        "US1A1",
                                        Field.IPC,
                                        "H01M 4/02(2006.01)N; H01M10/0525(2010.01)I;H01M 4/04 (2006.01) I;C22C 38/00[2006.01]AFI"
                                                + ";A61K  31/00        20060101A I20051008RMEP;H01M 4/06(2006.01);B60L 58/12 (IN)"))
                        .ipc())
                .containsExactly(
                        new IpcCode("H01M 4/02", null, "A"),
                        new IpcCode("H01M 10/0525", null, "I"),
                        new IpcCode("H01M 4/04", null, "I"),
                        new IpcCode("C22C 38/00", "F", "I"),
                        new IpcCode("A61K 31/00", null, "I"),
                        new IpcCode("H01M 4/06", null, null),
                        new IpcCode("B60L 58/12", null, null));
    }

    @Test
    void theValueIsReadBehindAColon() {
        assertThat(patent(
                                Map.of(
                                        Field.PUBLICATION_NUMBER, "US1A1",
                                        Field.IPC,
                                                "B60G15/06:  I;F16C17/04: N;C08L 67:00;F16C19/10:A;B60G17/00:FI;A61B5/00 : Network"))
                        .ipc())
                .containsExactly(
                        new IpcCode("B60G 15/06", null, "I"),
                        new IpcCode("F16C 17/04", null, "A"),
                        new IpcCode("C08L 67/00", null, null),
                        new IpcCode("F16C 19/10", null, null),
                        new IpcCode("B60G 17/00", "F", "I"),
                        new IpcCode("A61B 5/00", null, null));
    }

    @Test
    void countriesAreAlignedByPosition() {
        assertThat(patent(Map.of(
                                Field.PUBLICATION_NUMBER, "US1A1",
                                Field.APPLICANTS, "Acme; Foo;Bar",
                                Field.APPLICANT_COUNTRIES, "us;;75"))
                        .applicants())
                .containsExactly(
                        new Party("Acme", "US", "ACME"), new Party("Foo", null, "FOO"), new Party("Bar", null, "BAR"));
    }

    @Test
    void anApplicantThatIsRepeatedIsOne() {
        Patent patent = patent(Map.of(
                Field.PUBLICATION_NUMBER, "US1A1",
                Field.APPLICANTS, "LG CHEM LTD;LG CHEM LTD;BASF SE;LG CHEM LTD;;",
                Field.APPLICANT_COUNTRIES, "KR;KR;DE;US;KR;KR",
                Field.INVENTORS, "KIM MIN;KIM MIN"));
        assertThat(patent.applicants())
                .extracting(Party::name, Party::country)
                .containsExactly(
                        tuple("LG CHEM LTD", "KR"),
                        tuple("BASF SE", "DE"),
                        tuple("LG CHEM LTD", "US"),
                        tuple("", "KR"),
                        tuple("", "KR"));
        assertThat(patent.inventors()).hasSize(2);
    }

    @Test
    void familyIsNamedOrKnownOrThePublicationItself() {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.FAMILY_ID, "77"))
                        .familyId())
                .isEqualTo("77");
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US1A1")).familyId()).isEqualTo("EP-9-A1");
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US2A1")).familyId()).isEqualTo("US-2-A1");
    }

    @Test
    void languageFollowsScriptAndWordsOfTheTitle() {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "CN1A", Field.TITLE, "一种SiC陶瓷"))
                        .language())
                .isEqualTo("zh");
        assertThat(patent(Map.of(
                                Field.PUBLICATION_NUMBER,
                                "CN1A",
                                Field.TITLE,
                                "Method and apparatus for the control of a drone"))
                        .language())
                .isEqualTo("en");
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "JP1A", Field.TITLE, "ドローン装置"))
                        .language())
                .isEqualTo("ja");
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "CN1A")).language()).isNull();
    }

    @Test
    void theEposMarkForAnotherLanguageIsNoneAndGoesBeforeTheWordsOfTheTitle() {
        Map<Field, String> other =
                Map.of(Field.PUBLICATION_NUMBER, "HR1A", Field.TITLE, "Sustav za pohranu", Field.TITLE_LANGUAGE, "ol");
        assertThat(patent(other).language()).isNull();
        Map<Field, String> both = Map.of(
                Field.PUBLICATION_NUMBER, "HR1A",
                Field.TITLE, "Sustav" + Field.SEPARATOR + "Storage system",
                Field.TITLE_LANGUAGE, "ol" + Field.SEPARATOR + "en");
        assertThat(patent(both).title()).isEqualTo("Storage system");
    }

    @Test
    void titleIsThatOfTheMostPreferredLanguage() {
        Patent p = patent(Map.of(
                Field.PUBLICATION_NUMBER,
                "WO1A1",
                Field.TITLE,
                "BATTERIE" + Field.SEPARATOR + "BATTERY",
                Field.TITLE_LANGUAGE,
                "fr" + Field.SEPARATOR + "en"));
        assertThat(p.title()).isEqualTo("BATTERY");
        assertThat(p.language()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "—", "unknown", "N.A.", "BR", "none", "无号"})
    void whatStandsForNoNumberLinksNothing(String none) {
        Patent p = patent(Map.of(
                Field.PUBLICATION_NUMBER, "BR1A1",
                Field.PRIORITY_NUMBERS, none,
                Field.APPLICATION_NUMBER, none,
                Field.CITED, none));
        assertThat(p.applications()).isEmpty();
        assertThat(p.cited()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0", "-1.0", "无", "unknown", "nan"})
    void whatStandsForNoFamilyIsNone(String none) {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US2A1", Field.FAMILY_ID, none))
                        .familyId())
                .isEqualTo("US-2-A1");
    }

    @Test
    void aFamilyIdOfAColumnOfDecimalsIsAWholeNumber() {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US2A1", Field.FAMILY_ID, "38234.0"))
                        .familyId())
                .isEqualTo("38234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23E+10",
                "1,23E+10",
                "1.02345678E8",
                "US1.23E+10",
                "Total",
                "pn",
                "Total: 8",
                "A method number 8 for making it"
            })
    void whatIsNoPublicationNumberRejectsTheRecord(String number) {
        Normalised n = normaliser(";", "yyyy-MM-dd").normalise(Map.of(Field.PUBLICATION_NUMBER, number));
        assertThat(n.reason()).isEqualTo("BAD_NUMBER");
        assertThat(n.detail()).contains(number);
    }

    @Test
    void numbersOfUnknownFormStay() {
        for (String number : List.of("108-493-016-922-603", "053-163-491-940-16X", "us 7650331 b1", "ABC/2019/1-2 Z")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, number))).isNotNull();
        }
    }

    @Test
    void aMarkOfWithdrawalIsYesOrNo() {
        for (String yes : List.of("1", "1.0", "x", "TRUE", "Y")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.WITHDRAWN, yes))
                            .withdrawn())
                    .as(yes)
                    .isTrue();
        }
        for (String no : List.of("0", "0.0", "no", "-", "false", "0" + Field.SEPARATOR + "0")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.WITHDRAWN, no))
                            .withdrawn())
                    .as(no)
                    .isFalse();
        }
        Normalised n = normaliser(";", "yyyy-MM-dd")
                .normalise(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.WITHDRAWN, "maybe"));
        assertThat(n.reason()).isEqualTo("BAD_MARK");
        assertThat(n.detail()).contains("maybe");
    }

    @Test
    void countriesAreThoseOfTheStandard() {
        assertThat(patent(Map.of(
                                Field.PUBLICATION_NUMBER, "US7A1",
                                Field.APPLICANTS, "Acme; Foo",
                                Field.APPLICANT_COUNTRIES, "UK; EL"))
                        .applicants())
                .extracting(Party::country)
                .containsExactly("GB", "GR");
    }

    @Test
    void whatStandsForNoFamilyIsNone() {
        for (String none :
                List.of("\\N", "<NA>", "#N/A", "#REF!", "NaT", "[]", "0000", "0.00", "99999999", "?", "nil", "-1")) {
            assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.FAMILY_ID, none))
                            .familyId())
                    .as(none)
                    .isEqualTo("US-7-A1");
        }
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US7A1", Field.FAMILY_ID, "0012"))
                        .familyId())
                .isEqualTo("0012");
    }

    @Test
    void numbersOfZerosAreNoPublications() {
        for (String zero : List.of("0", "US0B2", "US-00000000-B2", "0.0", "-1")) {
            Normalised n = normaliser(";", "yyyy-MM-dd").normalise(Map.of(Field.PUBLICATION_NUMBER, zero));
            assertThat(n.reason()).as(zero).isEqualTo("BAD_NUMBER");
        }
    }

    @Test
    void codesOfNoCountryAreUnknown() {
        assertThat(patent(Map.of(
                                Field.PUBLICATION_NUMBER, "US1A1",
                                Field.APPLICANTS, "Acme; Foo; Bar",
                                Field.APPLICANT_COUNTRIES, "XX; WO; CH"))
                        .applicants())
                .extracting(Party::country)
                .containsExactly(null, null, "CH");
    }

    @Test
    void recordWithoutNumberIsRejected() {
        assertThat(normaliser(";", "yyyy-MM-dd")
                        .normalise(Map.of(Field.TITLE, "x"))
                        .reason())
                .isEqualTo("NO_PUBLICATION_NUMBER");
    }

    @Test
    void citedNumbersAreCanonicalAndEachOnce() {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.CITED, "US5833803A; US 5833803 A;NA"))
                        .cited())
                .isEqualTo(List.of("US-5833803-A"));
    }

    @Test
    void citedNumbersOfFullWidthAreRead() {
        assertThat(RecordNormaliser.numbers(List.of("ＵＳ４１２３４５９Ａ"))).containsExactly("US-4123459-A");
    }
}
