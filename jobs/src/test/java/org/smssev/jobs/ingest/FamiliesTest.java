package org.smssev.jobs.ingest;

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
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

class FamiliesTest {
    private static final Families.Rules RULES =
            new Families.Rules(CountryBy.APPLICANT, false, International.TWO_OFFICES, false);

    private static Patent patent(String number, LocalDate published, boolean withdrawn, String... countries) {
        List<Party> applicants = new ArrayList<>();
        Arrays.stream(countries).forEach(c -> applicants.add(new Party("A", c.isEmpty() ? null : c, "A")));
        String[] parts = number.split("-", -1);
        return new Patent(
                number,
                parts[0],
                parts[2],
                "F",
                null,
                published == null ? null : published.minusYears(1),
                published,
                applicants,
                List.of(),
                List.of(new IpcCode(parts[0].equals("US") ? "H01M 10/05" : "C08L 1/00", null, null)),
                List.of(),
                List.of(),
                "en",
                "1",
                "1",
                List.of("s"),
                withdrawn,
                "",
                "title of " + number,
                null);
    }

    private static Family family(Families.Rules rules, Patent... members) {
        return Families.of(List.of(members), rules).orElseThrow();
    }

    @Test
    void earliestPublicationStandsForTheFamily() {
        Family f = family(
                RULES,
                patent("US-2-A1", LocalDate.of(2011, 1, 1), false, "US"),
                patent("EP-1-A1", LocalDate.of(2010, 1, 1), false, "DE", "FR", "DE", ""),
                patent("CN-3-A", null, false, "CN"));
        assertThat(f.representative()).isEqualTo("EP-1-A1");
        assertThat(f.title()).isEqualTo("title of EP-1-A1");
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
    void representativeWithoutCountryLeavesItToAllMembers() {
        Family f = family(
                RULES,
                patent("EP-1-A1", LocalDate.of(2010, 1, 1), false, ""),
                patent("US-2-A1", LocalDate.of(2011, 1, 1), false, "US"));
        assertThat(f.countries()).containsExactly(new CountryShare("UNKNOWN", 0.5), new CountryShare("US", 0.5));
    }

    @Test
    void familyWithoutPartiesIsOfUnknownCountry() {
        assertThat(family(RULES, patent("EP-1-A1", null, false)).countries())
                .containsExactly(new CountryShare("UNKNOWN", 1));
    }

    @Test
    void regionalOfficesTellNoCountry() {
        Families.Rules rules = new Families.Rules(CountryBy.OFFICE, false, International.TWO_OFFICES, false);
        assertThat(family(rules, patent("WO-1-A1", null, false)).countries())
                .containsExactly(new CountryShare("UNKNOWN", 1));
        assertThat(family(rules, patent("CN-1-A", null, false)).countries()).containsExactly(new CountryShare("CN", 1));
    }

    @Test
    void withdrawnAndUtilityModelsDoNotCount() {
        Families.Rules rules = new Families.Rules(CountryBy.OFFICE, false, International.TWO_OFFICES, true);
        Patent withdrawn = patent("EP-1-A1", null, true, "DE");
        Patent model = patent("CN-1-U", null, false, "CN");
        assertThat(Families.of(List.of(withdrawn, model), rules)).isEmpty();
        assertThat(family(RULES, withdrawn, model).representative()).isEqualTo("CN-1-U");
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
            List<Patent> members = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                String[] countries = random.ints(random.nextInt(8), 0, codes.length)
                        .mapToObj(c -> codes[c])
                        .toArray(String[]::new);
                members.add(patent("US-" + i + "-A1", LocalDate.of(2000 + random.nextInt(3), 1, 1), false, countries));
            }
            Family f = Families.of(members, RULES).orElseThrow();
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
