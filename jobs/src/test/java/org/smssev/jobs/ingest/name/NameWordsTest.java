package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BERTZE ?SA | BERTZE ?SA
            ROGEZ MO?SE | ROGEZ MO?SE
            ROGEZ MO\ufffdSE | ROGEZ MO?SE
            D?M?CS?K B?LA | D?M?CS?K B?LA
            SOFTWARE 4E SP??KA SA | SOFTWARE 4E SP??KA
            OC? HOLDING BV | OC? HOLDING
            COMMISSARIAT ? L'?NERGIE | COMMISSARIAT L?NERGIE
            ソニー?株式会社 | ソニー
            ? | ?
            """)
    void whatStandsForALostLetterIsOfTheWord(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }
}
