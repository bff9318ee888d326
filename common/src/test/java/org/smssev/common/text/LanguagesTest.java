package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Method for producing a solid electrolyte | en
            Lithium-ion battery | en
            Die casting machine | en
            DIE BONDING | en
            De-icing assembly | en
            La-doped perovskite | en
            Al alloy | en
            Catalyst par excellence | en
            Die Batterie mit Kathode | de
            Moteur de fusee | fr
            Door assembly | en
            A variable geometry drone | en
            Un-manned aerial vehicle | en
            White organic EL element | en
            System for monitoring a piece of land, such as a golf course | en
            PROCEDE D'OBSERVATION D'UNE ZONE AU MOYEN D'UN DRONE | fr
            UAV control system of Müller type with camera and lens | en
            锂离子电池正极材料的制备方法 | zh
            LED 灯具 | zh
            太陽電池用電極の製造方法 | ja
            リチウムイオン電池 | ja
            電気自動車 | ja
            発光装置 | ja
            LED発光装置 | ja
            髙効率発光装置 | ja
            宮﨑式発電装置 | ja
            髙炉装置 | zh
            各々的装置 | zh
            電動汽車 | zh
            半導体装置 | zh
            产品説明装置 | zh
            一种発光装置的电路 | zh
            リチウムイオン電池用電解質材料製造装置及び電池製造方法 | ja
            리튬 이차 전지의 제조 방법 | ko
            Verfahren zur Herstellung einer Schicht | de
            Vorrichtung und Verfahren | de
            Gießkanne | de
            Kühlmittelpumpe für Fahrzeuge | de
            Procédé de fabrication d'une batterie | fr
            Dispositif pour la détection des gaz | fr
            Procedimiento para la fabricación de una batería | es
            Способ получения материала | ru
            ОБЪЕКТИВ И ПОДЪЁМНИК | ru
            Andrehvorrichtung fuer Brennkraftmaschinen | de
            """)
    void languagesAreToldByScriptAndFunctionWords(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12345 - 67
            Спосіб отримання матеріалу її
            СПОСІБ
            Съоръжение за пречистване на вода
            СЪД ПОД НАЛЯГАНЕ
            Μέθοδος παραγωγής υλικού
            طريقة إنتاج مادة
            Processo para a produção de uma bateria do tipo
            Procedimento per la produzione di una batteria della
            Werkwijze voor het vervaardigen van een batterij
            """)
    void otherLanguagesAndTextWithoutLettersAreNone(String text) {
        assertThat(Languages.detect(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Y2O3 sintered body
            La2O3 doped glass
            La₂O₃ doped glass
            La0.7Sr0.3MnO3 cathode
            Y doped electrolyte
            X Y stage
            Et2O extraction
            MIT key
            AUX input switch
            VAN roof rack
            Vitamin E capsule
            Absorbers, e.g. opaque materials
            Kilometers per hour display
            """)
    void formulasAbbreviationsAndLoneLettersAreNoWordsOfOtherLanguages(String text) {
        assertThat(Languages.detect(text)).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Aux power unit
            Bei Dou receiver
            Les paul guitar
            X Y STAGE
            Prüfgerät
            Schrödinger bridge
            Kühlung in Behältern
            """)
    void aShortWordThatBeginsATitleOrAnUmlautIsNoEvidence(String text) {
        assertThat(Languages.detect(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Förfarande för framställning av ett batteri
            Drönare med ljuskälla
            Menetelmä akun valmistamiseksi
            Eljárás és berendezés szűrőhöz
            Yöntem ve cihaz için düzenek
            METODO E DISPOSITIVO PER LA PRODUZIONE
            Batteria e metodo
            """)
    void languagesThatAreNotToldApartAreNotTakenForOthers(String text) {
        assertThat(Languages.detect(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            METODO DE FABRICACION | es
            Metodo para la produccion | es
            Antena y receptor | es
            Moteur de fusee | fr
            """)
    void wordsWithinATitleTellItsLanguage(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MONTAGE DE LENTILLE A FOCALE VARIABLE | fr
            LENTILLE A FOCALE VARIABLE A VARIATION DE PRESSION INTERNE REDUITE | fr
            MECANISME D'ARMEMENT/DESARMEMENT A RESSORT ET JOUET SAUTEUR L'INCORPORANT | fr
            MIGRATING A DU BETWEEN NODES | en
            A DE LAVAL NOZZLE | en
            ATTACHING A VAN BODY | en
            COOLING A DIE | en
            METHOD OF MOUNTING A DE LAVAL NOZZLE | en
            Repairing a de Laval turbine | en
            """)
    void aLoneAAmongCapitalsDoesNotMakeAFrenchTitleEnglish(String text, String language) {
        assertThat(Languages.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "Verfahren zur Herstellung von Papier, true",
        "Production of paper, true",
        "Ruderboot, false",
        "Hydraulisches System in Modulbauweise, false",
        "Aparatos de medida, false",
        "Aux power unit, false",
        "Werkwijze voor het vervaardigen van papier, false",
        "MONTAGE DE LENTILLE A FOCALE VARIABLE, false"
    })
    void wordsOfOneLanguageAloneAreSure(String text, boolean isSure) {
        assertThat(Languages.isSure(text)).isEqualTo(isSure);
    }

    @Test
    void nothingHasNoLanguage() {
        assertThat(Languages.detect(null)).isNull();
        assertThat(Languages.detect("")).isNull();
        assertThat(Languages.detect("\uD83D\uDE00\u0000")).isNull();
    }

    @Test
    void longTextIsJudgedByItsStart() {
        assertThat(Languages.detect("The method of the ".repeat(1_000_000))).isEqualTo("en");
        assertThat(Languages.detect("a".repeat(1999) + "\uD840\uDC00")).isEqualTo("en");
    }

    @Test
    void spellingsOfLanguagesBecomeTwoLetters() {
        assertThat(Languages.code(" EN ")).isEqualTo("en");
        assertThat(Languages.code("zh-Hans")).isEqualTo("zh");
        assertThat(Languages.code("jpn")).isEqualTo("ja");
        assertThat(Languages.code("cn")).isEqualTo("zh");
        assertThat(Languages.code("KR")).isEqualTo("ko");
        assertThat(Languages.code("xx")).isNull();
        assertThat(Languages.code("")).isNull();
        assertThat(Languages.code(null)).isNull();
        assertThat(Languages.code("English")).isNull();
    }

    @Test
    void theMostPreferredLanguageIsChosen() {
        List<String> values = List.of("Batterie mit Elektrolyt", "电池", "Battery");
        List<String> languages = List.of("de", "zh", "en");
        assertThat(Languages.choose(values, languages, List.of("en", "zh")))
                .isEqualTo(new Languages.Chosen("Battery", "en", true));
        assertThat(Languages.choose(values, languages, List.of("ja", "zh")))
                .isEqualTo(new Languages.Chosen("电池", "zh", true));
        assertThat(Languages.choose(values, languages, List.of("ko")))
                .isEqualTo(new Languages.Chosen("Batterie mit Elektrolyt", "de", true));
        assertThat(Languages.choose(values, languages, List.of()).language()).isEqualTo("de");
    }

    @Test
    void missingLanguagesAreDetectedAndBlankTextsPassedOver() {
        List<String> values = Arrays.asList(null, " ", "电池", " A battery of cells ");
        assertThat(Languages.choose(values, List.of("en"), List.of("en")))
                .isEqualTo(new Languages.Chosen("A battery of cells", "en", false));
        assertThat(Languages.choose(values, List.of("", "", "", ""), List.of("zh")))
                .isEqualTo(new Languages.Chosen("电池", "zh", false));
        assertThat(Languages.choose(List.of("", " "), List.of("en"), List.of("en")))
                .isNull();
        assertThat(Languages.choose(List.of(), List.of(), List.of("en"))).isNull();
    }

    @Test
    void theGivenLanguageBeatsTheDetectedOne() {
        assertThat(Languages.choose(List.of("電池"), List.of("ja"), List.of("en")).language())
                .isEqualTo("ja");
    }
}
