package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.RecordNormaliser.Normalised;
import org.smssev.jobs.ingest.RecordNormaliser.Writing;
import org.smssev.jobs.ingest.format.ApplicantThesaurus;
import org.smssev.jobs.ingest.format.Field;

class RecordNormaliserTest {
    private static RecordNormaliser normaliser(String separator, String pattern) {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            writings.put(field, new Writing(separator, pattern));
        }
        return new RecordNormaliser(
                "2026-01",
                "lens",
                writings,
                new NormaliserSetup(
                        Map.of("US-1-A1", "EP-9-A1"), false, List.of("en", "zh"), null, ApplicantThesaurus.EMPTY));
    }

    private static Patent patent(Map<Field, String> cells) {
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
    void cellsAreCutAtSeparatorsAndBetweenJoinedRows() {
        Random random = new Random(7);
        String letters = "a b;" + RecordNormaliser.ROWS;
        for (int round = 0; round < 2_000; round++) {
            StringBuilder cell = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                cell.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (String separator : List.of("", ";", ";;")) {
                String cuts = (separator.isEmpty() ? "" : separator + "|") + RecordNormaliser.ROWS;
                List<String> expected = Stream.of(cell.toString().split(cuts, -1))
                        .map(String::strip)
                        .toList();
                assertThat(RecordNormaliser.split(cell.toString(), separator)).isEqualTo(expected);
            }
        }
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

    @Test
    void earliestPriorityIsTakenFromPriorityNumbers() {
        Normalised n = normaliser(";;", "dd/MM/yy")
                .normalise(Map.of(
                        Field.PUBLICATION_NUMBER, "US1A1",
                        Field.PRIORITY_DATE, "US 201562116216 P 20150929;;US 201562234463 P 20150213;;CN 5",
                        Field.FILING_DATE, "12/02/48"));
        assertThat(n.patent().priorityDate()).isEqualTo(LocalDate.of(2015, 2, 13));
        assertThat(n.patent().filingDate()).isEqualTo(LocalDate.of(1948, 2, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-30", "2020-13-01", "12/02/2015", "soon", "0999-01-01"})
    void dateThatIsNoneRejectsTheRecord(String date) {
        Normalised n = normaliser(";", "yyyy-MM-dd")
                .normalise(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.PUBLICATION_DATE, date));
        assertThat(n.reason()).isEqualTo("BAD_DATE");
        assertThat(n.detail()).contains("publication-date").contains(date);
        assertThat(n.patent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "-", " ", "0"})
    void dateNotGivenIsNull(String date) {
        assertThat(patent(Map.of(Field.PUBLICATION_NUMBER, "US1A1", Field.FILING_DATE, date))
                        .filingDate())
                .isNull();
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
}
