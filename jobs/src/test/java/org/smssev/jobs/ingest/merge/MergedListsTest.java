package org.smssev.jobs.ingest.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.jobs.ingest.merge.MergedLists.Lists;

class MergedListsTest {
    private static <T> List<T> folded(List<List<T>> lists, BinaryOperator<List<T>> merge) {
        return lists.stream().reduce(merge).orElseThrow();
    }

    /** What lists give in their order, which is what they give in the reverse one. */
    private static <T> List<T> inAnyOrder(List<List<T>> lists, BinaryOperator<List<T>> merge) {
        List<List<T>> turned = new ArrayList<>(lists);
        Collections.reverse(turned);
        List<T> merged = folded(lists, merge);
        assertThat(folded(turned, merge)).isEqualTo(merged);
        return merged;
    }

    @ParameterizedTest
    @EnumSource(
            value = Lists.class,
            names = {"FULLER", "OF_ROWS"})
    void numbersOfSeveralRecordsAreSortedAsTheseComeInAnyOrder(Lists lists) {
        List<List<String>> told =
                List.of(List.of("US-9-A", "EP-1-A1"), List.of(), List.of("EP-1-A1"), List.of("CN-5-A"));
        assertThat(inAnyOrder(told, lists::ofCited)).containsExactly("CN-5-A", "EP-1-A1", "US-9-A");
        assertThat(inAnyOrder(told, lists::ofApplications)).containsExactly("CN-5-A", "EP-1-A1", "US-9-A");
        // Of one alone they stay as they stand.
        assertThat(inAnyOrder(List.of(told.get(0), List.of(), told.get(0)), lists::ofCited))
                .containsExactly("US-9-A", "EP-1-A1");
    }

    @Test
    void partiesAndCodesOfRowsAreSortedWhereARowHasSomeOfAnotherToo() {
        Party acme = new Party("Acme", "US", "ACME");
        Party bolt = new Party("Bolt", null, "BOLT");
        assertThat(inAnyOrder(List.of(List.of(bolt, acme), List.of(acme)), Lists.OF_ROWS::ofParties))
                .containsExactly(acme, bolt);
        IpcCode first = new IpcCode("H01M 10/05", "F", "I");
        IpcCode later = new IpcCode("H01M 10/05", "L", "I");
        IpcCode bare = new IpcCode("H01M 10/05", null, null);
        IpcCode other = new IpcCode("C01B 13/00", null, null);
        assertThat(inAnyOrder(
                        List.of(List.of(later, other), List.of(bare), List.of(first), List.of()),
                        Lists.OF_ROWS::ofCodes))
                .containsExactly(other, first);
    }

    @Test
    void citationsOfAllRecordsCountOnceWithTheirKinds() {
        assertThat(MergedLists.cited(
                        List.of("JP-2015123456-A", "US-1-B2"), List.of("JP-2015123456", "US-1-A1", "EP-2")))
                .containsExactly("EP-2", "JP-2015123456-A", "US-1-A1", "US-1-B2");
        assertThat(MergedLists.cited(List.of("JP-2015123456"), List.of("JP-2015123456-A")))
                .containsExactly("JP-2015123456-A");
        assertThat(MergedLists.cited(List.of(), List.of("EP-2"))).containsExactly("EP-2");
    }

    @Test
    void aCorrectionThatTellsItsApplicationAloneLeavesThePriorities() {
        List<String> known = List.of("US16000001", "JP2018000001");
        assertThat(Lists.EARLIER.ofApplications(List.of("US16000001"), known)).isEqualTo(known);
        assertThat(Lists.EARLIER.ofApplications(List.of("EP18000001"), known))
                .containsExactly("EP18000001", "JP2018000001", "US16000001");
    }

    @Test
    void inventorsTakeTheCountryOfTheirOwnNameOnly() {
        List<Party> told = List.of(new Party("Doe, Jane", "US", null), new Party("Roe, Max", "DE", null));
        List<Party> untold = List.of(new Party("ROE, MAX", null, null), new Party("Poe, Ann", null, null));
        assertThat(Lists.EARLIER.ofParties(untold, told))
                .containsExactly(new Party("ROE, MAX", "DE", null), new Party("Poe, Ann", null, null));
    }

    @Test
    void countriesOfTheShorterListDoNotMakeItTheFuller() {
        Party siemens = new Party("SIEMENS AG", "DE", "SIEMENS");
        Party bosch = new Party("BOSCH GMBH", "DE", "BOSCH");
        List<Party> located = List.of(siemens, bosch);
        List<Party> longer = List.of(
                new Party("Siemens", null, "SIEMENS"),
                new Party("Bosch", null, "BOSCH"),
                new Party("UNIV MUENCHEN TECH", null, "UNIV MUENCHEN TECH"));
        List<Party> all = List.of(
                new Party("Siemens", "DE", "SIEMENS"),
                new Party("Bosch", "DE", "BOSCH"),
                new Party("UNIV MUENCHEN TECH", null, "UNIV MUENCHEN TECH"));
        assertThat(Lists.FULLER.ofParties(located, longer)).isEqualTo(all);
        assertThat(Lists.FULLER.ofParties(longer, located)).isEqualTo(all);
        // What neither tells of the other's names counts as it stands; of equally full ones the first.
        List<Party> others = List.of(new Party("Acme", "US", "ACME"), new Party("Bolt", "US", "BOLT"));
        assertThat(Lists.FULLER.ofParties(longer, others)).isEqualTo(others);
        assertThat(Lists.FULLER.ofParties(located, others)).isEqualTo(located);
    }

    @Test
    @Timeout(20)
    void aLongNameWhoseCapitalsAreLongerIsReadInOnePass() {
        String name = "ß".repeat(1_000_000);
        assertThat(Lists.EARLIER.ofParties(List.of(new Party(name, null, null)), List.of(new Party(name, "DE", null))))
                .containsExactly(new Party(name, "DE", null));
    }

    @ParameterizedTest
    @EnumSource(Lists.class)
    void aRecordThatIsRepeatedSaysNothingNew(Lists lists) {
        List<Party> twice = List.of(
                new Party("SIEMENS AG", "DE", "SIEMENS"), new Party("Siemens Aktiengesellschaft", null, "SIEMENS"));
        List<Party> inventors = List.of(new Party("Doe", "DE", null), new Party("DOE", null, null));
        List<IpcCode> codes = List.of(new IpcCode("H01M 10/05", "F", "I"), new IpcCode("C01B 13/00", null, null));
        assertThat(lists.ofParties(inventors, inventors)).isEqualTo(inventors);
        assertThat(lists.ofCodes(codes, codes)).isEqualTo(codes);
        assertThat(lists.ofParties(twice, twice)).isEqualTo(twice);
    }
}
