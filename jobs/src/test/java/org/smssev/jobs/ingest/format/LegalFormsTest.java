package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalFormsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Smart EV Co., Ltd. | SMART EV
            SMART EV CO LTD | SMART EV
            Smart GmbH | SMART
            Smart e.V. | SMART
            Green Spa Co Ltd | GREEN SPA
            Nano SE Inc | NANO SE
            Zero EV Ltd | ZERO EV
            VIA BT CO LTD | VIA BT
            INDIGO AG INC | INDIGO AG
            Siemens PLC Controls PLC | SIEMENS PLC CONTROLS
            Blue OU Corp | BLUE OU
            """)
    void whatIsAWordTooIsAFormOnlyAtTheVeryEnd(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Foo GmbH & Co. KG
            Foo AG & Co. oHG
            Foo AG & Co. KG
            Foo SE + Co. KG
            Foo SE & Co. KGaA
            Foo GMBH CO KG
            Foo & Co KGaA
            Foo Co., Ltd.
            Foo Company Limited
            Foo Pty Ltd
            Foo Pvt Ltd
            Foo Private Limited
            Foo Pte. Ltd.
            Foo Sdn Bhd
            Foo S.A. de C.V.
            PT Foo Tbk
            Foo 株式会社 Co Ltd
            Foo Oy Ab
            Foo Oy Ltd
            Foo AB (publ)
            Foo SA NV
            Foo Corp., Inc.
            """)
    void formsThatAreOneAreTakenOffTogether(String raw) {
        assertThat(names.harmonise(raw)).isEqualTo("FOO");
    }
}
