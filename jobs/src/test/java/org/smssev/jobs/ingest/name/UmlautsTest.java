package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UmlautsTest {
    private final ApplicantNames names = new ApplicantNames();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fraunhofer-Gesellschaft zur Förderung der angewandten Forschung e.V. | FRAUNHOFER GESELLSCHAFT ZUR FOERDERUNG DER ANGEWANDTEN FORSCHUNG E V
            Deutsches Zentrum für Luft- und Raumfahrt e. V. | DEUTSCHES ZENTRUM FUER LUFT UND RAUMFAHRT E V
            Chalmers tekniska högskola | CHALMERS TEKNISKA HOEGSKOLA
            Rheinisch-Westfälische Technische Hochschule Aachen | RHEINISCH WESTFAELISCHE TECHNISCHE HOCHSCHULE AACHEN
            Leibniz-Institut für Festkörper- und Werkstoffforschung Dresden e.V. | LEIBNIZ INSTITUT FUER FESTKOERPER UND WERKSTOFFFORSCHUNG DRESDEN E V
            Forschungsverbund Berlin e.V. | FORSCHUNGSVERBUND BERLIN E V
            BSH Hausgeräte GmbH | BSH HAUSGERAETE GMBH
            Süd-Chemie AG | SUED CHEMIE AG
            Universität Zürich | UNIVERSITAET ZUERICH
            Eidgenössische Technische Hochschule Zürich | EIDGENOESSISCHE TECHNISCHE HOCHSCHULE ZUERICH
            Müller, Jürgen | MUELLER, JUERGEN
            Messerschmitt-Bölkow-Blohm GmbH | MESSERSCHMITT BOELKOW BLOHM
            Österreichische Akademie der Wissenschaften | OESTERREICHISCHE AKADEMIE DER WISSENSCHAFTEN
            Göteborgs Universitet | GOETEBORGS UNIVERSITET
            Sørensen Bergström ApS | SOERENSEN BERGSTROEM APS
            Boğaziçi Üniversitesi | BOGAZICI UENIVERSITESI
            Foo Gesellschaft mit beschränkter Haftung | FOO GESELLSCHAFT MIT BESCHRAENKTER HAFTUNG
            Foo UG (haftungsbeschränkt) | FOO UG (HAFTUNGSBESCHRAENKT)
            """)
    void umlautsInTwoLettersAreOne(String accented, String spelled) {
        assertThat(names.harmonise(spelled)).isEqualTo(names.harmonise(accented));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BOEHRINGER INGELHEIM",
                "SAMUEL BAUER",
                "HOECHST",
                "AEROSPACE SUEDE",
                "SCHAEFFLER",
                "BOEING",
                "MAERSK",
                "ISSUED VALUE",
                "BOEHMITE",
                "FUELCELL BAERLOCHER",
                "BROTHERS STAEDTLER MARS",
                "YUEYANG XUE",
                "MICHAEL NOEL ISRAEL"
            })
    void otherNamesKeepTheirLetters(String name) {
        assertThat(names.harmonise(name)).isEqualTo(name);
    }
}
