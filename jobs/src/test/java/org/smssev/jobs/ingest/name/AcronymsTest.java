package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcronymsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Centre national de la recherche scientifique (CNRS) | CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE
            Centre National de la Recherche Scientifique (C.N.R.S.) [FR] | CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE
            INSERM (Institut National de la Santé et de la Recherche Médicale) | INSTITUT NATIONAL DE LA SANTE ET DE LA RECHERCHE MEDICALE
            Commissariat à l'énergie atomique, (CEA) | COMMISSARIAT A LENERGIE ATOMIQUE
            PETROLEO BRASILEIRO S.A. - PETROBRAS | PETROLEO BRASILEIRO
            UNIVERSIDADE ESTADUAL DE CAMPINAS - UNICAMP | UNIVERSIDADE ESTADUAL DE CAMPINAS
            Fundação de Amparo à Pesquisa do Estado de Minas Gerais – FAPEMIG | FUNDACAO DE AMPARO A PESQUISA DO ESTADO DE MINAS GERAIS
            CNRS - Centre national de la recherche scientifique | CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE
            Electronics and Telecommunications Research Institute (ETRI) | ELECTRONICS AND TELECOMMUNICATIONS RESEARCH INSTITUTE
            KAIST (Korea Advanced Institute of Science and Technology) | KOREA ADVANCED INSTITUTE OF SCIENCE AND TECHNOLOGY
            International Business Machines Corporation (IBM) | INTERNATIONAL BUSINESS MACHINES
            """)
    void anAcronymBesideItsNameIsLeftOut(String name, String harmonised) {
        assertThat(names.harmonise(name)).isEqualTo(harmonised);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Institute of Metal Research (IMS) | INSTITUTE OF METAL RESEARCH IMS
            Samsung Electronics (SEC) | SAMSUNG ELECTRONICS SEC
            Petroleo Brasileiro (PEB) | PETROLEO BRASILEIRO PEB
            Petroleo Brasileiro Foo (PEB) | PETROLEO BRASILEIRO FOO PEB
            Northern Research Institute - TORONTO | NORTHERN RESEARCH INSTITUTE TORONTO
            Korea Institute (Advanced Sciences) | KOREA INSTITUTE ADVANCED SCIENCES
            Siemens (China) Co., Ltd. | SIEMENS CHINA
            CNRS | CNRS
            (CNRS) | CNRS
            """)
    void otherWordsStay(String name, String harmonised) {
        assertThat(names.harmonise(name)).isEqualTo(harmonised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A (", "A.", "AB - ", "( ", "A B (AB", " \u2013A"})
    void noNameTakesLong(String part) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(names.harmonise(part.repeat(900))).isNotNull());
    }

    @Test
    void aWordCountsOnce() {
        assertThat(names.harmonise("Alpha Beta Gamma (AAB)")).isEqualTo("ALPHA BETA GAMMA AAB");
    }
}
