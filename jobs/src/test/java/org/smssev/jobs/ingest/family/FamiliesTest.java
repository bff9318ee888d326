package org.smssev.jobs.ingest.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.IngestConfig.CountryBy;
import org.smssev.common.config.IngestConfig.International;
import org.smssev.common.tables.IngestTables.CountryShare;
import org.smssev.jobs.ingest.family.Families.Made;
import org.smssev.jobs.ingest.family.Families.Member;

class FamiliesTest {
    private static final Families.Rules RULES =
            new Families.Rules(CountryBy.APPLICANT, false, International.TWO_OFFICES, false);

    private static Member member(String number, LocalDate published, String... countries) {
        List<String> known = new ArrayList<>();
        Arrays.stream(countries).forEach(c -> known.add(c.isEmpty() ? null : c));
        String[] parts = number.split("-", -1);
        return new Member(
                number,
                parts[0],
                parts[2],
                null,
                published == null ? null : published.minusYears(1),
                published,
                known,
                List.of(parts[0].equals("US") ? "H01M 10/05" : "C08L 1/00"));
    }

    private static Made family(Families.Rules rules, Member... members) {
        return Families.of(List.of(members), rules).orElseThrow();
    }

    @Test
    void earliestPublicationStandsForTheFamily() {
        Made f = family(
                RULES,
                member("US-2-A1", LocalDate.of(2011, 1, 1), "US"),
                member("EP-1-A1", LocalDate.of(2010, 1, 1), "DE", "FR", "DE", ""),
                member("CN-3-A", null, "CN"));
        assertThat(f.representative().publicationNumber()).isEqualTo("EP-1-A1");
        assertThat(f.offices()).containsExactly("CN", "EP", "US");
        assertThat(f.ipc()).containsExactly("C08L 1/00", "H01M 10/05");
        assertThat(f.priorityYear()).isEqualTo(2009);
        assertThat(f.yearFromFiling()).isTrue();
        assertThat(f.nPublications()).isEqualTo(3);
        assertThat(f.countries())
                .containsExactly(
                        new CountryShare("DE", 0.5), new CountryShare("FR", 0.25), new CountryShare("UNKNOWN", 0.25));
    }

    @Test
    void representativeWithoutCountryLeavesItToTheNextPublicationThatTellsOne() {
        Made f = family(
                RULES,
                member("EP-1-A1", LocalDate.of(2010, 1, 1), ""),
                member("US-2-A1", LocalDate.of(2011, 1, 1), "US", ""),
                member("CN-3-A", LocalDate.of(2012, 1, 1), "CN"));
        assertThat(f.countries()).containsExactly(new CountryShare("UNKNOWN", 0.5), new CountryShare("US", 0.5));
    }

    @Test
    void anApplicantThatIsNamedTwiceCountsOnce() {
        List<String> names = List.of("LG CHEM", "LG CHEM", "BASF", "LG CHEM");
        assertThat(Families.ofEachOnce(names, Arrays.asList(null, "KR", "DE", "US")))
                .containsExactly("KR", "DE", "US");
        assertThat(Families.ofEachOnce(List.of("LG CHEM", "LG CHEM"), Arrays.asList(null, null)))
                .containsExactly((String) null);
        assertThat(Families.ofEachOnce(Arrays.asList(null, null, "BASF"), List.of("KR", "KR", "KR")))
                .containsExactly("KR", "KR", "KR");
    }

    @Test
    void familyWithoutPartiesIsOfUnknownCountry() {
        assertThat(family(RULES, member("EP-1-A1", null)).countries()).containsExactly(new CountryShare("UNKNOWN", 1));
    }

    @Test
    void regionalOfficesTellNoCountry() {
        Families.Rules rules = new Families.Rules(CountryBy.OFFICE, false, International.TWO_OFFICES, false);
        assertThat(family(rules, member("WO-1-A1", null)).countries()).containsExactly(new CountryShare("UNKNOWN", 1));
        assertThat(family(rules, member("CN-1-A", null)).countries()).containsExactly(new CountryShare("CN", 1));
        for (String noCountry : List.of("BX-1-A1", "QZ-1-A1", "EU-1-A1", "XX-1-A1")) {
            assertThat(family(rules, member(noCountry, null)).countries())
                    .as(noCountry)
                    .containsExactly(new CountryShare("UNKNOWN", 1));
        }
        assertThat(family(rules, member("DD-1-A", null)).countries()).containsExactly(new CountryShare("DD", 1));
        assertThat(family(
                                rules,
                                member("WO-1-A1", LocalDate.of(2010, 1, 1)),
                                member("US-2-A1", LocalDate.of(2011, 1, 1)),
                                member("CN-3-A", LocalDate.of(2012, 1, 1)))
                        .countries())
                .containsExactly(new CountryShare("US", 1));
    }

    @Test
    void utilityModelsDoNotCountWhereTheyAreLeftOut() {
        Families.Rules rules = new Families.Rules(CountryBy.OFFICE, false, International.TWO_OFFICES, true);
        Member model = member("CN-1-U", null, "CN");
        assertThat(Families.of(List.of(model), rules)).isEmpty();
        assertThat(family(rules, model, member("EP-1-A1", null, "DE")).offices())
                .containsExactly("EP");
        assertThat(family(RULES, model).representative().publicationNumber()).isEqualTo("CN-1-U");
    }

    @Test
    void filtersDiffer() {
        assertThat(Families.isInternational(Set.of("CA", "BR"), International.TWO_OFFICES))
                .isTrue();
        assertThat(Families.isInternational(Set.of("CA", "BR"), International.IP5))
                .isFalse();
        assertThat(Families.isInternational(Set.of("CA", "CN"), International.IP5))
                .isTrue();
        assertThat(Families.isInternational(Set.of("WO"), International.TRANSNATIONAL))
                .isTrue();
        assertThat(Families.isInternational(Set.of("EP", "US"), International.TRIADIC))
                .isFalse();
        assertThat(Families.isInternational(Set.of("EP", "US", "JP"), International.TRIADIC))
                .isTrue();
    }

    @Test
    void sharesSumToOneWhateverTheOrderOfMembers() {
        Random random = new Random(5);
        String[] codes = {"CN", "US", "DE", "", "JP", "KR", "FR"};
        for (int round = 0; round < 300; round++) {
            List<Member> members = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                String[] countries = random.ints(random.nextInt(8), 0, codes.length)
                        .mapToObj(c -> codes[c])
                        .toArray(String[]::new);
                members.add(member("US-" + i + "-A1", LocalDate.of(2000 + random.nextInt(3), 1, 1), countries));
            }
            Made f = Families.of(members, RULES).orElseThrow();
            assertThat(f.countries().stream().mapToDouble(CountryShare::weight).sum())
                    .isCloseTo(1, within(1e-12));
            java.util.Collections.shuffle(members, random);
            assertThat(Families.of(members, RULES)).contains(f);
        }
    }

    @Test
    void sharedMembersConnectFamiliesTransitively() {
        FamilyIds ids = new FamilyIds();
        ids.connect(List.of("US-3", "US-4"));
        ids.connect(List.of("EP-1", "EP-2"));
        ids.connect(List.of("US-4", "EP-2"));
        ids.connect(List.of("WO-9"));
        assertThat(ids.families())
                .containsOnly(
                        java.util.Map.entry("US-3", "EP-1"),
                        java.util.Map.entry("US-4", "EP-1"),
                        java.util.Map.entry("EP-1", "EP-1"),
                        java.util.Map.entry("EP-2", "EP-1"),
                        java.util.Map.entry("WO-9", "WO-9"));
    }
}
