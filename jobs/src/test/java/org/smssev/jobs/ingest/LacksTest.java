package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Lacks.Told;
import org.smssev.jobs.ingest.merge.Merge;

class LacksTest {
    private static final LocalDate DAY = LocalDate.of(2019, 3, 1);
    private static final List<IpcCode> CODES = List.of(new IpcCode("H01M 4/38", "first", null));
    private static final List<String> CITED = List.of("US-2-B1");
    private static final int IPC = 1;
    private static final int DATE = 2;
    private static final int COUNTRY_OF_APPLICANTS = 4;
    private static final int COUNTRY_OF_INVENTORS = 8;
    private static final int TITLE = 16;
    private static final int ABSTRACT = 32;
    private static final int CITATIONS = 64;

    private static final int OVERLONG = 256;
    private static final int APPLICANT = 512;

    private static List<Party> party(String country) {
        return List.of(new Party("Unknown", null, "UNKNOWN"), new Party("Acme", country, "ACME"));
    }

    @Test
    void countriesWithoutANameAreNoApplicants() {
        Patent named = ReadRecords.read("US-1-B1", "F1", "1", "s", false, "t");
        assertThat(Lacks.of(named, Told.NOTHING) & APPLICANT).isEqualTo(APPLICANT);
        Patent located = Merge.withParties(named, List.of(new Party("", "US", "")), List.of());
        assertThat(Lacks.of(located, Told.NOTHING) & (APPLICANT | COUNTRY_OF_APPLICANTS))
                .isEqualTo(APPLICANT);
        assertThat(Lacks.of(Merge.withParties(named, party(null), List.of()), Told.NOTHING) & APPLICANT)
                .isZero();
    }

    private static int lacks(
            LocalDate priority,
            LocalDate filing,
            String ofApplicant,
            String ofInventor,
            List<IpcCode> ipc,
            List<String> cited,
            String title,
            String abstractText) {
        return Lacks.of(
                new Patent(
                        "US-1-B1",
                        "US",
                        "B1",
                        "F1",
                        priority,
                        filing,
                        null,
                        party(ofApplicant),
                        party(ofInventor),
                        ipc,
                        cited,
                        List.of(),
                        null,
                        "1",
                        "1",
                        List.of("s"),
                        false,
                        "",
                        title,
                        abstractText,
                        null),
                Told.NOTHING);
    }

    @Test
    void nothingIsLackingWhereOneDateAndACountryOfEachAreKnown() {
        assertThat(lacks(DAY, null, "US", "US", CODES, CITED, "t", "a")).isZero();
        assertThat(lacks(null, DAY, "US", "US", CODES, CITED, "t", "a")).isZero();
    }

    @Test
    void eachThingThatIsLackingIsToldForItself() {
        assertThat(lacks(DAY, DAY, "US", "US", List.of(), CITED, "t", "a")).isEqualTo(IPC);
        assertThat(lacks(null, null, "US", "US", CODES, CITED, "t", "a")).isEqualTo(DATE);
        assertThat(lacks(DAY, DAY, null, "US", CODES, CITED, "t", "a")).isEqualTo(COUNTRY_OF_APPLICANTS);
        assertThat(lacks(DAY, DAY, "US", null, CODES, CITED, "t", "a")).isEqualTo(COUNTRY_OF_INVENTORS);
        assertThat(lacks(DAY, DAY, "US", "US", CODES, CITED, null, "a")).isEqualTo(TITLE);
        assertThat(lacks(DAY, DAY, "US", "US", CODES, CITED, "t", null)).isEqualTo(ABSTRACT);
        assertThat(lacks(DAY, DAY, "US", "US", CODES, List.of(), "t", "a")).isEqualTo(CITATIONS);
        assertThat(lacks(null, null, null, null, List.of(), List.of(), null, null))
                .isEqualTo(IPC + DATE + COUNTRY_OF_APPLICANTS + COUNTRY_OF_INVENTORS + TITLE + ABSTRACT + CITATIONS);
    }

    @Test
    void titlesThatAreLongerThanAnyAreTold() {
        assertThat(lacks(DAY, DAY, "US", "US", CODES, CITED, "t".repeat(2_000), "a"))
                .isZero();
        assertThat(lacks(DAY, DAY, "US", "US", CODES, CITED, "t".repeat(2_001), "a"))
                .isEqualTo(OVERLONG);
    }

    @Test
    void roundedNumbersAreToldBesideWhatThePublicationLacks() {
        Patent bare = ReadRecords.read("US-1-B1", "F1", "1", "s", false, null);
        assertThat(Lacks.of(bare, new Told(true, false, false, false, false)) ^ Lacks.of(bare, Told.NOTHING))
                .isEqualTo(1 << Lacks.N_LACKS - 6);
    }

    @Test
    void aLastChangeThatIsNoDateIsTold() {
        Patent bare = ReadRecords.read("US-1-B1", "F1", "1", "s", false, null);
        assertThat(Lacks.of(bare, new Told(false, true, false, false, false)) ^ Lacks.of(bare, Told.NOTHING))
                .isEqualTo(1 << Lacks.N_LACKS - 4);
    }

    @Test
    void numbersOfNoKnownFormAreTold() {
        Patent known = ReadRecords.read("US-1-B1", "F1", "1", "s", false, null);
        Patent unknown = ReadRecords.read("US1-B1; US2-B1", "F1", "1", "s", false, null);
        assertThat(Lacks.of(unknown, Told.NOTHING) ^ Lacks.of(known, Told.NOTHING))
                .isEqualTo(1 << Lacks.N_LACKS - 5);
    }

    @Test
    void textsThatAreNoCountryAreTold() {
        Patent bare = ReadRecords.read("US-1-B1", "F1", "1", "s", false, null);
        int told = Lacks.of(bare, new Told(false, false, true, false, false));
        assertThat(told ^ Lacks.of(bare, Told.NOTHING)).isEqualTo(1 << Lacks.N_LACKS - 3);
        assertThat(Lacks.hasUnknownCountry(told)).isTrue();
    }
}
