package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.family.LinkedFamilies.Links;

class LinkedFamiliesTest {
    private final LinkedFamilies families = new LinkedFamilies(true);

    /** {@code number application priority…}; members behind a plus, further keys of a number behind a slash. */
    private static Links links(String text) {
        List<String> members = new ArrayList<>();
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        words.removeIf(word -> word.startsWith("+") && members.add(word.substring(1)));
        List<String> application = words.get(1).equals("-") ? List.of() : List.of(words.get(1));
        return new Links(words.get(0), members, keys(application), keys(words.subList(2, words.size())));
    }

    private static List<List<String>> keys(List<String> numbers) {
        return numbers.stream().map(number -> List.of(number.split("/"))).toList();
    }

    private void add(String... records) {
        for (String record : records) {
            families.add(links(record));
        }
    }

    private void name(String family, String... records) {
        for (String record : records) {
            families.name(links(record), family);
        }
    }

    @Test
    void aRecordThatLinksTwoFamiliesTakesNoOtherIntoTheWrongOne() {
        add("DE1 A3 Q", "EP1 A9 P");
        name("48", "US1 A1 P");
        name("820", "FR1 A2 P", "CN1 A3 Q");

        assertThat(families.families()).containsEntry("DE1", "820").containsEntry("EP1", "48");
    }

    @Test
    void publicationsThatAreLinkedWithANamedFamilyAreTold() {
        add("EP1 A1", "EP2 A2 P", "FR2 A3 P", "EP3 A4");
        name("EP1-B1", "EP4 A1");
        name("9", "US1 A5 P");

        assertThat(families.named(List.of("EP1", "EP2", "FR2", "EP3"))).containsExactlyInAnyOrder("EP1", "EP2", "FR2");
        assertThat(families.named(List.of())).isEmpty();
    }

    @Test
    void theSameApplicationGoesBeforeASharedPriorityAndTheSamePrioritiesBeforeOneOfSeveral() {
        add("FR2 A2 P", "JP2 A7 P Q", "KR2 A8 Q P R");
        name("9", "FR1 A2 P");
        name("1", "US1 A1 P");
        name("5", "JP1 A6 Q P");

        assertThat(families.families())
                .containsEntry("FR2", "9")
                .containsEntry("JP2", "5")
                .as("which shares most")
                .containsEntry("KR2", "5");
    }

    @Test
    void thePublicationsOfAnApplicationGoBeforeThoseThatClaimPriorityFromIt() {
        add("US2 A1");
        name("100", "EP5 A7 A1");
        name("900", "US3 A1");

        assertThat(families.families()).containsEntry("US2", "900");
    }

    @Test
    void theSameApplicationGoesBeforeAListedMember() {
        add("US2 A1 +EP7");
        name("100", "EP7 A9");
        name("900", "US3 A1");

        assertThat(families.families()).containsEntry("US2", "900");
    }

    @Test
    void theSamePrioritiesGoBeforeWhatClaimsPriorityFromTheApplication() {
        add("US2 A1 P");
        name("100", "EP5 A7 A1 P");
        name("900", "US3 A8 P");

        assertThat(families.families()).containsEntry("US2", "900");
    }

    @Test
    void aPriorityCountsOnceHoweverManyKeysItHas() {
        add("EP1 A1 P/P2 Q");
        name("200", "US1 A2 P/P2 R");
        name("100", "DE1 A3 Q S");
        assertThat(families.families()).containsEntry("EP1", "100");

        name("50", "JP1 A4 P Q");
        assertThat(families.families())
                .as("of the same priorities, without their dates")
                .containsEntry("EP1", "50");
    }

    @Test
    void membersCountInBothDirections() {
        add("EP1 - +US7", "EP2 A2 P");
        name("3", "US7 A1 +EP2");
        name("1", "US1 A9 P");

        assertThat(families.families())
                .containsEntry("EP1", "3")
                .containsEntry("EP2", "3")
                .containsEntry("US7", "3");
    }

    @Test
    void whatIsLinkedByOthersWithoutANameFollowsThemAndElseIsOfTheLeastPublication() {
        add("EP1 A1 P", "EP2 A2 P Q", "EP3 A3 Q", "EP5 A5 X", "EP4 A4 X");
        name("7", "US1 A9 P");

        assertThat(families.families())
                .containsAllEntriesOf(Map.of("EP1", "7", "EP2", "7", "EP3", "7", "EP4", "EP4", "EP5", "EP4"));
    }

    @Test
    void theOrderOfRecordsPlaysNoPart() {
        List<String> unnamed =
                new ArrayList<>(List.of("EP1 A1 P", "EP2 A2 P Q", "EP3 A3 Q R", "EP4 A4 R S", "EP5 A5 T"));
        List<String> named = new ArrayList<>(List.of("US1 A1 P", "US2 B2 Q R", "US3 B3 S", "US4 B4 P"));
        Random random = new Random(3);
        Map<String, String> first = null;
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(unnamed, random);
            Collections.shuffle(named, random);
            LinkedFamilies some = new LinkedFamilies(true);
            unnamed.forEach(record -> some.add(links(record)));
            named.forEach(record -> some.name(links(record), record.substring(2, 3)));
            first = first == null ? some.families() : first;
            assertThat(some.families()).isEqualTo(first);
        }
    }

    @Test
    void whatIsExpectedKeepsNamesAndLinksNothingUntilItIsAdded() {
        add("EP1 A1 P", "EP2 A2 Q");
        families.expect(links("EP3 A3 P Q R"));
        name("5", "US1 A9 R");

        assertThat(families.meets(links("US2 A8 R"))).isTrue();
        assertThat(families.meets(links("US2 A8 S"))).isFalse();
        assertThat(families.families()).containsAllEntriesOf(Map.of("EP1", "EP1", "EP2", "EP2", "EP3", "EP3"));
    }

    @Test
    void whatIsExpectedAndDoesNotCountIsAskedForAndMovesNothing() {
        families.expect(links("EP3 A3 P"));
        add("EP3 A4 Q", "EP4 A5 P");
        families.nameKnown("A3", true, "7");

        assertThat(families.publications()).containsExactly("EP3", "EP4");
        assertThat(families.applications()).contains("A3", "A4");
        assertThat(families.families()).containsOnly(Map.entry("EP3", "EP3"), Map.entry("EP4", "EP4"));
        assertThat(families.apart(Set.of("7"))).isEmpty();
    }

    @Test
    void aRecordMeetsWhatWasTakenByAnyOfItsNumbers() {
        add("EP1 A1/A1D P/PD +US7");

        assertThat(List.of("EP1 -", "US7 -", "US2 A1D", "US2 - PD", "US2 - A1", "US2 - +US7"))
                .allMatch(record -> families.meets(links(record)));
        assertThat(families.meets(links("US2 A2 Q +US8"))).isFalse();
    }

    @Test
    void linkedPublicationsAreOfOneGroup() {
        add("EP2 A2 P", "EP1 A1 P", "EP3 A3");

        assertThat(families.group("EP2")).isEqualTo(families.group("EP1")).isNotEqualTo(families.group("EP3"));
    }

    @Test
    void familiesOfBeforeAreApartWhereARecordLinksThem() {
        add("EP1 A1 P Q");
        families.nameKnown("P", true, "2");
        families.nameKnown("Q", true, "3");

        assertThat(families.apart(Set.of("2", "3", "4"))).containsExactly("3");
        assertThat(families.publications()).containsExactly("EP1");
        assertThat(families.applications()).containsExactly("A1", "P", "Q");
    }
}
