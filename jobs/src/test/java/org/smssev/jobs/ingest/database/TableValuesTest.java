package org.smssev.jobs.ingest.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableValuesTest {
    @Test
    void defaultDatesAreNoneAndTimesAreCut() {
        assertThat(TableValues.date("2019-05-31")).isEqualTo("2019-05-31");
        assertThat(TableValues.date(" 2019-05-31 00:00:00")).isEqualTo("2019-05-31");
        for (String none :
                new String[] {null, "", " ", "9999-12-31", "9999-12-31 00:00:00", "0000-00-00", "9999", "0"}) {
            assertThat(TableValues.date(none)).as("%s", none).isNull();
        }
        assertThat(TableValues.date("31 May 2019")).isEqualTo("31 May 2019");
    }

    @Test
    void dirtyCountriesAreNone() {
        assertThat(TableValues.country(" de ")).isEqualTo("DE");
        for (String dirty : new String[] {null, "", "--", ". ", "..", "75", "@@", ":W", "0B", "DEU"}) {
            assertThat(TableValues.country(dirty)).as("%s", dirty).isNull();
        }
    }

    @Test
    void numbersAreOfficeSerialAndKind() {
        assertThat(TableValues.publication("EP", "3150483", "A1")).isEqualTo("EP3150483A1");
        assertThat(TableValues.publication("US", "RE48000", "E1")).isEqualTo("USRE48000E1");
        assertThat(TableValues.publication("US", "16/123,456", null)).isEqualTo("US16123456");
        assertThat(TableValues.publication("  ", "1", "A")).isNull();
        assertThat(TableValues.publication("EP", "0", "A")).isNull();
        assertThat(TableValues.publication("EP", null, "A")).isNull();
        assertThat(TableValues.id("0")).isNull();
        assertThat(TableValues.id(" 12 ")).isEqualTo("12");
    }

    @Test
    void foreignNumbersCarryTheirCountryOnce() {
        assertThat(TableValues.foreign("JP", "2004-012345")).isEqualTo("JP2004-012345");
        assertThat(TableValues.foreign("EPX", "0123456")).isEqualTo("EP0123456");
        assertThat(TableValues.foreign("WO", "WO 2010/123456")).isEqualTo("WO 2010/123456");
        assertThat(TableValues.foreign(null, "123")).isEqualTo("123");
        assertThat(TableValues.foreign("DE", " ")).isNull();
        assertThat(TableValues.cited("DE", " ")).isNull();
        assertThat(TableValues.cited("JP", "2004-012345")).isEqualTo("JP2004-012345");
        assertThat(TableValues.cited("WO", "PCT/US2004/012345")).isNull();
    }

    @Test
    void namesArePutTogether() {
        assertThat(TableValues.person("Mi-Rae", "Kim")).isEqualTo("Mi-Rae Kim");
        assertThat(TableValues.person(null, "Plato")).isEqualTo("Plato");
        assertThat(TableValues.person("", null)).isNull();
    }

    @Test
    void symbolsInPartsLoseTheirPadding() {
        assertThat(TableValues.symbol("H", "01", "M", "010", "0525")).isEqualTo("H01M 10/0525");
        assertThat(TableValues.symbol("A", "1", "B", "041", "00")).isEqualTo("A01B 41/00");
        assertThat(TableValues.symbol("C", "12", "Q", null, null)).isEqualTo("C12Q");
        assertThat(TableValues.symbol("C", "12", "Q", "001", "")).isEqualTo("C12Q 1");
        assertThat(TableValues.symbol("", "12", "Q", "1", "00")).isNull();
    }

    @Test
    void partsOfSymbolsMayBeDecimals() {
        assertThat(TableValues.symbol("H", "1.0", "M", "10.0", "525.0")).isEqualTo("H01M 10/525");
        assertThat(TableValues.symbol("B", "60.0", "L", "58.0", "12.0")).isEqualTo("B60L 58/12");
        assertThat(TableValues.symbol("G", "6.0", "Q", "50.0", "0.0")).isEqualTo("G06Q 50/00");
        assertThat(TableValues.symbol("G", "06", "Q", "50", "5.0")).isEqualTo("G06Q 50/05");
        assertThat(TableValues.symbol("G", "06", "Q", "50", "5.5")).isEqualTo("G06Q 50/5.5");
    }

    @Test
    void numbersMayBeDecimals() {
        assertThat(TableValues.publication("US", "11900000.0", "B2")).isEqualTo("US11900000B2");
        assertThat(TableValues.foreign("US", "5123456.0")).isEqualTo("US5123456");
    }

    /** What stands behind a symbol is read by the normaliser: position and value arrive, whatever is missing. */
    @Test
    void attributesAreReadAgain() {
        assertThat(TableValues.ipc("H01M 10/06", "2006-01-01", "A", "F", "I")).isEqualTo("H01M 10/06  20060101AFI");
        assertThat(TableValues.ipc("H01M  10/06", "9999-12-31", null, "L", "N")).isEqualTo("H01M  10/06ALN");
        assertThat(TableValues.ipc("H01M 10/06", null, "C", " ", "I")).isEqualTo("H01M 10/06CI");
        assertThat(TableValues.ipc("H01M 10/06", "2006-01-01", "A", "F", null)).isEqualTo("H01M 10/06");
        assertThat(TableValues.ipc("H01M", "2006-01-01", "A", "F", "I")).isEqualTo("H01M");
        assertThat(TableValues.ipc(" ", "2006-01-01", "A", "F", "I")).isNull();
    }

    @Test
    void tablesAreKnownByTheirHeaderAloneInAnyOrder() {
        assertThat(PatentsView.role(List.of("PATENT_ABSTRACT", " patent_id "))).contains("g_patent_abstract");
        assertThat(PatentsView.role(List.of("Lens ID", "Title"))).isEmpty();
        assertThat(Patstat.role(List.of("appln_id", "person_id", "applt_seq_nr", "invt_seq_nr")))
                .contains("tls207");
        assertThat(Patstat.role(List.of("appln_id", "cpc_class_symbol"))).isEmpty();
    }

    @Test
    void whatTheRecordsLackIsSaid() {
        assertThat(Patstat.lacking(Set.of("tls201", "tls202", "tls203", "tls204", "tls206", "tls207", "tls211")))
                .containsExactly("without tls209 there is no IPC", "without tls212 there is no cited publication");
        assertThat(PatentsView.lacking(Set.of(PatentsView.PREGRANT)))
                .contains(
                        "without pg_ipc_at_issue there is no IPC",
                        "without g_location_disambiguated there is no country")
                .doesNotContain("without g_ipc_at_issue there is no IPC");
    }
}
