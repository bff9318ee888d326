package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.jobs.ingest.format.Cleaning;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.format.Offices;
import org.smssev.jobs.ingest.number.ApplicationNumber;
import org.smssev.jobs.ingest.number.PublicationNumber;

/** Capitals of ß are two letters, for which Java takes the square of the length of a text: a minute for this one. */
@Timeout(20)
class LongCodesTest {
    private static final String LONG = "ß".repeat(400_000);

    @Test
    void longTextIsNoCountryOrOffice() {
        assertThat(Countries.office(LONG)).isNull();
        assertThat(Countries.ofParty(LONG)).isNull();
        assertThat(Countries.isUnknown(LONG)).isTrue();
        assertThat(Offices.code(LONG)).isEqualTo(LONG);
        String brackets = "(".repeat(400_000) + ")";
        assertThat(Offices.code(brackets)).isEqualTo(brackets);
    }

    @Test
    void longTextIsNoNumberDateOrSymbol() {
        assertThat(ApplicationNumber.key("1" + LONG, null, null)).isEmpty();
        assertThat(PublicationNumber.parse("1" + LONG, null, null).isKnown()).isFalse();
        assertThat(Cleaning.number("US1" + LONG)).isEqualTo("US1" + LONG);
        assertThat(NoValue.isNoDate("0" + LONG)).isFalse();
        assertThat(IpcSymbol.canonical("H01M 10/0525" + LONG)).isNull();
    }
}
