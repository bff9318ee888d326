package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.jobs.ingest.name.ApplicantNames;

class PartyListsTest {
    private final PartyLists lists = new PartyLists(new ApplicantNames());

    @Test
    void theFirstTextThatIsNoCountryIsToldOfEachRecord() {
        lists.start();
        assertThat(lists.applicants(List.of("A Inc", "B", "C"), List.of("US", "Atlantis", "Utopia")))
                .extracting(Party::country)
                .containsExactly("US", null, null);
        assertThat(lists.unknownCountry()).isEqualTo("Atlantis");
        lists.start();
        assertThat(lists.inventors(List.of("A", "B"), List.of("XX", "")))
                .extracting(Party::country)
                .containsOnlyNulls();
        assertThat(lists.unknownCountry()).isNull();
    }

    @Test
    void countriesBeyondTheNamesAreNobodys() {
        lists.start();
        assertThat(lists.applicants(List.of("Foo"), List.of("US", "DE")))
                .containsExactly(new Party("Foo", "US", "FOO"));
        assertThat(lists.inventors(List.of(), List.of("US", "DE")))
                .extracting(Party::country)
                .containsExactly("US", "DE");
        assertThat(lists.inventors(List.of("A", ""), List.of("US", "DE")))
                .extracting(Party::country)
                .containsExactly("US", "DE");
    }

    @Test
    void anApplicantCountsOnceAndInventorsOfOneNameAreTwo() {
        lists.start();
        assertThat(lists.applicants(List.of("A Inc", "A Inc"), List.of()))
                .containsExactly(new Party("A Inc", null, "A"));
        assertThat(lists.inventors(List.of("A", "A", "-"), List.of())).hasSize(2);
    }

    @Test
    void aCodeInBracketsBehindANameIsItsCountryWhereNoOtherIsGiven() {
        lists.start();
        assertThat(lists.applicants(List.of("ACME INC [US]", "FOO GMBH [DE]", "[KR]"), List.of()))
                .containsExactly(
                        new Party("ACME INC", "US", "ACME"),
                        new Party("FOO GMBH", "DE", "FOO"),
                        new Party("[KR]", null, "KR"));
        assertThat(lists.inventors(List.of("Roe A [JP]", "Doe [XX]", "Low [us]"), List.of()))
                .containsExactly(
                        new Party("Roe A", "JP", null),
                        new Party("Doe [XX]", null, null),
                        new Party("Low [us]", null, null));
        assertThat(lists.applicants(List.of("ACME INC [US]"), List.of("CA")))
                .containsExactly(new Party("ACME INC [US]", "CA", "ACME"));
    }
}
