package org.smssev.jobs.ingest.name;

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
            Foo GES MBH & CO
            Foo UG (haftungsbeschränkt) & Co. KG
            Foo Sp. z o.o. Sp. k.
            Foo SPZOO SP K
            Foo S.p.A. con socio unico
            FOO S P A A SOCIO UNICO
            Foo S.r.l. Unipersonale
            LLC Foo LLC
            """)
    void formsThatAreOneAreTakenOffTogether(String raw) {
        assertThat(names.harmonise(raw)).isEqualTo("FOO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROBERT BOSCH G M B H | ROBERT BOSCH
            ENI S P A | ENI
            FOO L L C | FOO
            FOO S R L | FOO
            FOO P L C | FOO
            FOO S A S | FOO
            FOO SP Z O O | FOO
            FOO sp. z o. o. | FOO
            FOO S R O | FOO
            SMITH A G | SMITH AG
            KIM S A | KIM SA
            SMITH J R R | SMITH JRR
            A B S P A | ABSPA
            """)
    void threeLettersBetweenBlanksAreAFormWhereTheySpellOne(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Iberdrola, S.A.U. | IBERDROLA
            UCB Pharma S.P.R.L. | UCB PHARMA
            Foo SPRL/BVBA | FOO
            Marel ehf. | MAREL
            Fa. Müller e.K. | FA MULLER
            Müller Kommanditgesellschaft | MULLER
            Müller AG & Co. Kommanditgesellschaft | MULLER
            Valeo Société à responsabilité limitée | VALEO
            Société à responsabilité limitée Valeo | VALEO
            Foo Spółka z ograniczoną odpowiedzialnością | FOO
            Foo OUE | FOO
            Foo Canada ULC | FOO CANADA
            Foo Clinic, PLLC | FOO CLINIC
            Foo Sagl | FOO
            Foo Holdings, L.C. | FOO HOLDINGS
            Foo, PBC | FOO
            Foo Makina Ltd. Şti. | FOO MAKINA
            Foo Makina Limited Şirketi | FOO MAKINA
            Foo Makina Ltd Şirketi | FOO MAKINA
            한화시스템(주 | 한화시스템
            주)한화시스템 | 한화시스템
            한화시스템 주식회사 | 한화시스템
            国立大学法人東京大学 | 东京大学
            一般社団法人日本電機工業会 | 日本电机工业会
            公益財団法人電力中央研究所 | 电力中央研究所
            Tata Steel (P) Ltd | TATA STEEL
            Tata Steel P. Limited | TATA STEEL
            Embraer Sociedade Anônima | EMBRAER
            東京大学 | 东京大学
            独立行政法人産業技術総合研究所 | 产业技术总合研究所
            国立研究開発法人産業技術総合研究所 | 产业技术总合研究所
            クアルコム，インコーポレイテッド | クアルコム
            Toyota Jidosha Kabushikikaisha | TOYOTA JIDOSHA
            Kabushikigaisha Toyota | TOYOTA
            Voest-Alpine Stahl Ges.m.b.H. | VOEST ALPINE STAHL
            MERCK PATENT GES MIT BESCHRAENKTER HAFTUNG | MERCK PATENT
            Foo UG (haftungsbeschränkt) | FOO
            Foo UG haftungsbeschraenkt | FOO
            Foo S.c.a.r.l. | FOO
            Foo Società a responsabilità limitata | FOO
            EUROUSC ITALIA SOC A RESPONSABILITA LIMITATA | EUROUSC ITALIA
            CEFLA SOCIETA' COOP | CEFLA
            IKERLAN S COOP | IKERLAN
            Foo, Unipessoal Lda | FOO
            Foo EURL | FOO
            INST EURECOM G I E | INST EURECOM
            Foo Sp. k. | FOO
            Foo Sp. j. | FOO
            Foo Sendirian Berhad | FOO
            NII KULON AOOT | NII KULON
            Krka, d.d. | KRKA
            Lek Pharmaceuticals d.d. | LEK PHARMACEUTICALS
            LEK PHARMACEUTICALS DD | LEK PHARMACEUTICALS
            Richter Gedeon Rt. [HU] | RICHTER GEDEON
            RICHTER GEDEON VEGYESZETI GYAR RT | RICHTER GEDEON VEGYESZETI GYAR
            Foo I/S | FOO
            Plan B K/S | PLAN B
            SMITH DD | SMITH DD
            Smith, D.D. | SMITH DD
            SMITH RT | SMITH RT
            EXPLICIT I S | EXPLICIT IS
            Smith, E.K. | SMITH EK
            EK ANDERS | EK ANDERS
            ANDERS EK | ANDERS EK
            """)
    void formsOfOneCountryAreTakenOff(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMGEN INC [US] | AMGEN
            AMGEN INC [AN] | AMGEN
            AMGEN INC (ZR) | AMGEN
            AMGEN INC [MI] | AMGEN INC MI
            LG Electronics Inc. (KR) | LG ELECTRONICS
            Foo Sp. z o.o. (PL) | FOO
            ソニー株式会社(JP) | ソニー
            INSERM [FR] | INSERM
            SMITH A G [US] | SMITH AG
            Research Institute (AI) | RESEARCH INSTITUTE AI
            Foo Inc. (XY) | FOO INC XY
            [US] | US
            """)
    void theCountryBehindANameIsNoPartOfIt(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AB SKF | SKF
            AB SKF (publ) | SKF
            Aktiebolaget SKF | SKF
            Aktiebolaget SKF (publ) | SKF
            NV ORGANON | ORGANON
            N.V. Organon | ORGANON
            KK TOSHIBA | TOSHIBA
            GmbH Müller | MULLER
            Inc. Foo Bar | FOO BAR
            A/S Danfoss | DANFOSS
            S.A.S. Foo | FOO
            LLC Gazprom Neft | GAZPROM NEFT
            LLC "Foo" | FOO
            OBSHESTVO S OGRANICHENNOJ OTVETSTVENNOST'JU "FOO" | FOO
            OBSHCHESTVO S OGRANICHENNOY OTVETSTVENNOSTYU FOO | FOO
            OTKRYTOE AKTSIONERNOE OBSHCHESTVO "FOO" | FOO
            AKTSIONERNOE OBSHSHESTVO FOO | FOO
            AKTIENGESELLSCHAFT BROWN, BOVERI & CIE. | BROWN BOVERI
            Aktieselskabet Foo | FOO
            UAB SG CONSULTING BALTICS | SG CONSULTING BALTICS
            SIA "Foo" | FOO
            AO "Foo" | FOO
            TOO «Foo» | FOO
            ТОО Foo | FOO
            AOOT Foo | FOO
            Open Joint Stock Company "Foo" | FOO
            Limited Liability Company "Foo" | FOO
            OY NOKIA | NOKIA
            OY NOKIA AB | NOKIA
            Oy Nokia Ltd | NOKIA
            JSC Almaz | ALMAZ
            PJSC Gazprom | GAZPROM
            PAO "Rosneft" | ROSNEFT
            Открытое акционерное общество "Газпром" | ГАЗПРОМ
            Публичное акционерное общество "Газпром" | ГАЗПРОМ
            Закрытое акционерное общество «Газпром» | ГАЗПРОМ
            Акционерное общество "Газпром" | ГАЗПРОМ
            АО "Газпром" | ГАЗПРОМ
            """)
    void formsInFrontAreTakenOff(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ab Initio Technology LLC | AB INITIO TECHNOLOGY
            AB SCIEX PTE LTD | AB SCIEX
            PAO CHIH HUNG | PAO CHIH HUNG
            PAO WILLIAM | PAO WILLIAM
            Ab, Rahman | AB RAHMAN
            A B SMITH | AB SMITH
            A.B. Smith | AB SMITH
            NV 5 | NV 5
            S.A. Smith | SA SMITH
            SA JOAO PEDRO | SA JOAO PEDRO
            SAS Institute | SAS INSTITUTE
            SAS Institute Inc. | SAS INSTITUTE
            INC Research | INC RESEARCH
            INC RESEARCH LLC | INC RESEARCH
            KK Women's and Children's Hospital | KK WOMENS AND CHILDRENS HOSPITAL
            K. K. Birla | KK BIRLA
            AS ROMA | AS ROMA
            GmbH & Co. KG Foo | GMBH AND CO KG FOO
            LLC | LLC
            LIU LC | LIU LC
            UAB RES FOUND | UAB RES FOUND
            SIA YIK HEI | SIA YIK HEI
            AO JUAN | AO JUAN
            AB | AB
            """)
    void whatIsInFrontOfANameButNoFormStays(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }
}
