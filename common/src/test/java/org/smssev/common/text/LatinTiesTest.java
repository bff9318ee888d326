package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinTiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Aparatos de la televisión en color | es
            Máquinas de combustión | es
            Calderas de vapor en general | es
            Contadores de electricidad | es
            Vehículo no tripulado para extinción de incendios | es
            Moteur de fusee | fr
            Lampe de la chambre | fr
            Services d'impression de tickets | fr
            Lait de vache frais | fr
            Moteur en ligne | fr
            """)
    void endingsAndAccentsTellSpanishFromFrench(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Equipamento de construção
            Placas de aperto
            Contadores de corrente
            Serviço de entrega ao domicílio
            Diensten en producten
            Raamwerk en besturing
            Servicii de reparare
            Lucrări de construcţii
            Verktøy og utstyr
            Anordning til måling
            """)
    void languagesThatShareTheirWordsAreUnknown(String text) {
        assertThat(Languages.detect(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Low NO burner, en",
        "Solid Na electrolyte, en",
        "Mounting rail DIN profile, en",
        "Solid Cu and NO trap, en",
        "Valve with no seat, en",
        "White organic EL element, en"
    })
    void signsAndAbbreviationsInCapitalsAreNoWords(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMANDE DES MOTEURS, fr",
        "Epuration des gaz, fr",
        "Épuration des Gaz, fr",
        "COMPOSITION DES ALLIAGES LEGERS, fr",
        "Regelung des Motors, de",
        "Regelung des elektrischen Stroms, de",
        "STEUERUNG DES MOTORS, de",
        "PRÜFEN DES DRUCKS, de",
        "KONTROLLE DES, de"
    })
    void whatStandsBehindDesTellsFrenchFromGerman(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }
}
