package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishFormsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ANALOG DEVICES INTERNATIONAL UNLIMITED COMPANY | ANALOG DEVICES INTERNATIONAL
            Thai Public Company Limited | THAI
            PTT PUBLIC CO LTD | PTT
            Foo Joint Stock Company | FOO
            Foo Designated Activity Company | FOO
            FOO LTD LIABILITY CO | FOO
            Foo Limited Liability Corporation | FOO
            SENSORS UNLIMITED INC | SENSORS UNLIMITED
            SPORTS UNLIMITED CO | SPORTS UNLIMITED
            """)
    void formsOfSeveralWordsLeaveNoRemnant(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOSE CORP A DELAWARE CORP | BOSE
            Foo, Inc., a Delaware corporation | FOO
            TENSHI TECH LLC (A UTAH LLC) | TENSHI TECH
            NUMBERGUN LLC A UTAH LTD LIABILITY COMPANY | NUMBERGUN
            SEARETTE LLC A LTD LIABILITY CORP OF THE STATE OF DELAWARE | SEARETTE
            F. Hoffmann-La Roche AG, a Swiss company | F HOFFMANN LA ROCHE
            DYNAOPTICS LTD A PUBLIC LTD COMPANY | DYNAOPTICS
            LEDGER CORP A LEDGER GROUP COMPANY | LEDGER CORP A LEDGER GROUP
            FARM FROM A BOX INC | FARM FROM A BOX
            Roche, a Swiss company | ROCHE A SWISS
            """)
    void whereACompanyWasFoundedIsNoPartOfItsName(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }
}
