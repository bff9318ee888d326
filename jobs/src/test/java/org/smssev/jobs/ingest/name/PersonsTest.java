package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Abdou, Mohamed S. A. | ABDOU MOHAMED SA
            Aarts, Mathias L. C. | AARTS MATHIAS LC
            Aberg, Axel K.G. | ABERG AXEL KG
            Smith, J. Edward N. V. | SMITH J EDWARD NV
            Aasgaard, III, Alvin L. P. | AASGAARD III ALVIN LP
            Wong, Patrick, S.-L | WONG PATRICK SL
            Aasgaard, III Alvin L. P. | AASGAARD III ALVIN LP
            Elf, Aquitaine S. A. | ELF AQUITAINE SA
            Ivanov A.G. | IVANOV AG
            Ivanov, S.E. | IVANOV SE
            KUZNETSOVA O. Y. | KUZNETSOVA OY
            Lee, S.E. | LEE SE
            Kim, A. G. | KIM AG
            Rajan, E. V. | RAJAN EV
            Ivanov E.V. | IVANOV EV
            IVANOV E V | IVANOV EV
            RAJAN E.V. | RAJAN EV
            """)
    void initialsBehindSurnameAndGivenNameAreNoForm(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nestlé, S. A. | NESTLE
            Siemens A.G. | SIEMENS
            Verein Foo E.V. | VEREIN FOO
            Foo e. V. [DE] | FOO
            Foo e.V. | FOO
            FOO BAR E.V. | FOO BAR
            Foo Bar, S.A. | FOO BAR
            Foo, Bar, S.A. | FOO BAR
            Foo, Bar S.p.A. | FOO BAR
            Foo, Bar & Co. S. A. | FOO BAR
            Foo, S.A. de C.V. | FOO
            Foo, Bar Inc. S. A. | FOO BAR
            Roche, Hoffmann La A. G. | ROCHE HOFFMANN LA
            Nestle, Societe des Produits S. A. | NESTLE SOCIETE DES PRODUITS
            Tubacex, Tubos Inoxidables S. A. | TUBACEX TUBOS INOXIDABLES
            """)
    void theFormOfACompanyWithACommaIsOne(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KIM GWAN DOO | KIM GWAN DOO
            Lee, Jang-Doo | LEE JANG DOO
            PARK JONG SE | PARK JONG SE
            LEE HYEONG SE | LEE HYEONG SE
            WANG XIANG OU | WANG XIANG OU
            JIN OU | JIN OU
            YANG OU | YANG OU
            Abeliovich, Asa | ABELIOVICH ASA
            Ab Majid, Nik | AB MAJID NIK
            AB MALEK KAMARUDIN | AB MALEK KAMARUDIN
            Ab der Halden, Charles | AB DER HALDEN CHARLES
            """)
    void aGivenNameIsNoForm(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAP SE | SAP
            Foo d.o.o. | FOO
            MOBIS OU | MOBIS
            STATOIL, ASA | STATOIL
            NORSK HYDRO ASA | NORSK HYDRO
            LEE INDUSTRIES EUROPE HOLDING SE | LEE INDUSTRIES EUROPE HOLDING
            Park Hotels SE | PARK HOTELS
            Song Audio SE | SONG AUDIO
            Yoo Home SE | YOO HOME
            Jin Kosmetik SE | JIN KOSMETIK
            Lee Cooper GIE | LEE COOPER
            Min Tech DOO | MIN TECH
            Pan Nordic OU | PAN NORDIC
            """)
    void theSameWordBehindACompanyIsAForm(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }
}
