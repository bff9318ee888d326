package org.smssev.jobs.ingest.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.common.UserException;

class ApplicantNamesTest {
    private final ApplicantNames names = new ApplicantNames();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Siemens Aktiengesellschaft | SIEMENS AG | SIEMENS
            Siemens A.G. | Siemens, Ag. | SIEMENS
            Samsung Electronics Co., Ltd. | SAMSUNG ELECTRONICS CO LTD | SAMSUNG ELECTRONICS
            The Boeing Company | BOEING CO | BOEING
            Regents of the University of X, The | REGENTS OF THE UNIVERSITY OF X | REGENTS OF THE UNIVERSITY OF X
            Nestlé S.A. | NESTLE SA | NESTLE
            Team X B.V. | TEAM X BV | TEAM X
            Plan B S.r.l. | Plan B SRL | PLAN B
            Solar E A/S | SOLAR E AS | SOLAR E
            Foo Sp. z o.o. | FOO SP ZOO | FOO
            Foo S.à r.l. | FOO SARL | FOO
            Bar spol. s r.o. | BAR SPOL SRO | BAR
            Общество с ограниченной ответственностью "Ромашка" | ООО Ромашка | РОМАШКА
            Foo GmbH u. Co. KG | FOO GMBH UND CO KG | FOO
            A. Raymond et Cie | A. Raymond & Cie | A RAYMOND
            Mobis OÜ | MOBIS | MOBIS
            Cemex S.A.B. de C.V. | CEMEX SAB DE CV | CEMEX
            AT&T IP I, L.P. | AT & T IP I LP | AT AND T IP I
            E.I. du Pont de Nemours and Company | E I DU PONT DE NEMOURS & CO | EI DU PONT DE NEMOURS
            L'Oréal | LOREAL | LOREAL
            L OREAL | L’ORÉAL | LOREAL
            L  OREAL | L   OREAL | LOREAL
            LAING O  ROURKE | LAING O ROURKE | LAING OROURKE
            COMMISSARIAT A L ENERGIE ATOMIQUE | Commissariat à l'énergie atomique | COMMISSARIAT A LENERGIE ATOMIQUE
            CENTRE NAT D ETUDES SPATIALES | Centre Nat. d’ Études Spatiales | CENTRE NAT DETUDES SPATIALES
            INSTITUT NATIONAL DE L AUDIOVISUEL | Institut national de l'audiovisuel | INSTITUT NATIONAL DE LAUDIOVISUEL
            COMMISSARIAT ENERGIE DE L AVENIR A L ETRANGER | Commissariat énergie de l'avenir à l'étranger | COMMISSARIAT ENERGIE DE LAVENIR A LETRANGER
            L AIR LIQUIDE SA | L'Air Liquide S.A. | LAIR LIQUIDE
            L UNIVERSITE LAVAL | L'Université Laval | LUNIVERSITE LAVAL
            A L HENDERSON CO | A. L. Henderson Co. | AL HENDERSON
            A D ALLEN CO | A. D. Allen Co. | AD ALLEN
            EDWARD A L HENDERSON | Edward A. L. Henderson | EDWARD AL HENDERSON
            L HARRIS CORP | L. Harris Corp. | L HARRIS
            L ADAMS | L. Adams | L ADAMS
            L ANDRADE DE SOUZA | L. Andrade de Souza | L ANDRADE DE SOUZA
            LE D ANH | Le D. Anh | LE D ANH
            J L ANDERSON CO | J.L. Anderson Co. | JL ANDERSON
            EDWARD D ALLEN | Edward D. Allen | EDWARD D ALLEN
            ECOLE D INC | Ecole D, Inc. | ECOLE D
            L AND L CO | L & L Co. | L AND L
            LAING O'ROURKE AUSTRALIA PTY LTD | LAING O ROURKE AUSTRALIA PTY LTD | LAING OROURKE AUSTRALIA
            O' SULLIVAN SEAN | O'Sullivan, Sean | OSULLIVAN SEAN
            John O. Neill | JOHN O. NEILL | JOHN O NEILL
            KWON O BONG | Kwon, O Bong | KWON O BONG
            J O BRIEN CO | J. O. Brien Co. | JO BRIEN
            M{umlaut over (u)}ller GmbH | MÜLLER GMBH | MULLER
            JOKIC SA{HACEK OVER (S)}A | Jokić, Saša | JOKIC SASA
            3 M CO | 3M Company | 3M
            Robert Bosch GmbH & Co. KG | ROBERT BOSCH | ROBERT BOSCH
            Ｓｏｎｙ　Ｃｏｒｐ． | Sony Corporation | SONY
            Ørsted A/S | ORSTED AS | ORSTED
            Telefonaktiebolaget LM Ericsson (publ) | TELEFONAKTIEBOLAGET L M ERICSSON | TELEFONAKTIEBOLAGET LM ERICSSON
            株式会社日立製作所 | ㈱日立製作所 | 日立制作所
            日立製作所株式会社 | 株式会社 日立製作所 | 日立制作所
            寧德時代新能源科技股份有限公司 | 宁德时代新能源科技股份有限公司 | 宁德时代新能源科技
            華為技術有限公司 | 华为技术有限公司 | 华为技术
            삼성전자주식회사 | 삼성전자 (주) | 삼성전자
            ＬＧ化学株式会社 | LG化学 | LG化学
            ООО Ромашка | ООО «Ромашка» | РОМАШКА
            I.M.A. S.p.A. | IMA SPA | IMA
            Nestle S. A. | NESTLE SA | NESTLE
            Pao, Chih-Hung | PAO CHIH HUNG | PAO CHIH HUNG
            San Diego Zoo | SAN DIEGO ZOO | SAN DIEGO ZOO
            """)
    void spellingsOfOneNameBecomeOne(String one, String other, String name) {
        assertThat(names.harmonise(one)).isEqualTo(name);
        assertThat(names.harmonise(other)).isEqualTo(name);
    }

    @Test
    void namesThatDifferByMoreThanSpellingStayApart() {
        assertThat(names.harmonise("Toshiba Tec KK")).isNotEqualTo(names.harmonise("Toshiba KK"));
        // Initials of a person are no legal form.
        assertThat(names.harmonise("SMITH A G")).isEqualTo("SMITH AG");
        assertThat(names.harmonise("パナソニック株式会社")).isEqualTo("パナソニック");
        assertThat(names.harmonise("ガス")).isNotEqualTo(names.harmonise("カス"));
    }

    @ParameterizedTest
    @CsvSource({"Inc., INC", "The, THE", "株式会社, 株式会社", "有限公司, 有限公司", "---, ---", "GmbH & Co. KG, GMBH"})
    void aNameIsNeverEmptyWhereTheRawOneIsNot(String raw, String name) {
        assertThat(names.harmonise(raw)).isEqualTo(name);
    }

    @Test
    void textThatIsTooLongForANameTakesNoLongTime() {
        String initials = "D ALLEN ".repeat(5_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Elisions.joined(initials)))
                .isEqualTo(initials);
        // One letter more than the longest name that is looked at.
        String longest = "X".repeat(987) + " DE L AVENIR";
        assertThat(Elisions.joined(longest + " ")).endsWith(" DE L'AVENIR ");
        assertThat(Elisions.joined(longest + "  ")).isEqualTo(longest + "  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"公司", "カンパニー", "株式会社", "(株)", "公 司 ", "S.A.", "ß"})
    void cellsThatAreTooLongForANameTakeNoLongTime(String form) {
        String cell = form.repeat(500_000 / form.length());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> names.harmonise(cell)))
                .isNotEmpty();
    }

    @Test
    void cellsThatAreTooLongForANameKeepTheirForms() {
        String name = "X".repeat(993);
        assertThat(names.harmonise(name + " Limited")).hasSize(1_001).endsWith(" LIMITED");
        assertThat(names.harmonise(name + " Corp.")).isEqualTo(name);
    }

    @Test
    void blankIsEmpty() {
        assertThat(names.harmonise(null)).isEmpty();
        assertThat(names.harmonise(" \t")).isEmpty();
    }

    @Test
    void anyTextKeepsANameThatIsAlwaysTheSame() {
        Random random = new Random(7);
        String letters = "AbcÉ &.,'-/()株式会社有限公司臺灣주식회사ｱＡ\u0000\u0301\uD840 LTD INC ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                raw.append(letters.charAt(random.nextInt(letters.length())));
            }
            String once = names.harmonise(raw.toString());
            assertThat(once.isEmpty()).as("'%s'", raw).isEqualTo(raw.toString().isBlank());
            assertThat(new ApplicantNames().harmonise(raw.toString())).isEqualTo(once);
        }
    }

    @Test
    void theThesaurusWinsByNameThenByPattern() throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.csv"),
                "label,replace by\nAirbus*,Airbus\nAIRBUS HELICOPTERS SAS,Airbus Helicopters\n*bosch*,Bosch\n华为技术有限公司,Huawei\n");
        ApplicantNames given = new ApplicantNames(ApplicantThesaurus.load(file));
        assertThat(given.harmonise("AIRBUS OPERATIONS GMBH")).isEqualTo("Airbus");
        assertThat(given.harmonise("Airbus Helicopters")).isEqualTo("Airbus Helicopters");
        assertThat(given.harmonise("BOSCH GMBH ROBERT")).isEqualTo("Bosch");
        assertThat(given.harmonise("華為技術有限公司")).isEqualTo("Huawei");
        assertThat(given.harmonise("Boeing Co")).isEqualTo("BOEING");
    }

    @Test
    void namesThatDifferByTheirLegalFormAreApartWhereTheThesaurusSaysSo() {
        ApplicantNames given = new ApplicantNames(ApplicantThesaurus.of(
                Map.of("Merck & Co., Inc.", "MERCK US", "Merck KGaA", "MERCK DE", "Siemens AG", "SIEMENS DE")));
        assertThat(given.harmonise("Merck KGaA.")).isEqualTo("MERCK DE");
        assertThat(given.harmonise("MERCK & CO INC")).isEqualTo("MERCK US");
        assertThat(given.harmonise("Merck Sharp")).isEqualTo("MERCK SHARP");
        assertThat(given.harmonise("Merck GmbH")).as("either may be meant").isEqualTo("MERCK");
        assertThat(given.harmonise("Siemens GmbH")).isEqualTo("SIEMENS DE");
    }

    @Test
    void patternsMatchTheWholeName() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("AB*BC", "one");
        entries.put("X*Y*Z", "two");
        ApplicantNames given = new ApplicantNames(ApplicantThesaurus.of(entries));
        assertThat(given.harmonise("ABC")).isEqualTo("ABC");
        assertThat(given.harmonise("ABBC")).isEqualTo("one");
        assertThat(given.harmonise("X1Y2Z")).isEqualTo("two");
        assertThat(given.harmonise("X1Z")).isEqualTo("X1Z");
    }

    @Test
    void tabsAndOtherHeadersAreRead() throws IOException {
        Path vos = Files.writeString(folder.resolve("thesaurus.txt"), "label\treplace by\nBASF Corp\tBASF SE\n");
        assertThat(new ApplicantNames(ApplicantThesaurus.load(vos)).harmonise("basf corporation"))
                .isEqualTo("BASF SE");
        Path own = Files.writeString(folder.resolve("own.csv"), "Name,Canonical name\n\"Foo, Inc\",Foo\n");
        assertThat(new ApplicantNames(ApplicantThesaurus.load(own)).harmonise("foo inc"))
                .isEqualTo("Foo");
    }

    @Test
    void aThesaurusOfAnotherFormIsRefused() throws IOException {
        Path headless = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
        assertThatThrownBy(() -> ApplicantThesaurus.load(headless))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("replace by");
        Path half = Files.writeString(folder.resolve("b.csv"), "label,replace by\nFoo,Bar\nBaz,\n");
        assertThatThrownBy(() -> ApplicantThesaurus.load(half)).hasMessageContaining("row 3");
        Path twice = Files.writeString(folder.resolve("c.csv"), "label,replace by\nFoo,Bar\nfoo,Baz\n");
        assertThatThrownBy(() -> ApplicantThesaurus.load(twice))
                .hasMessageContaining("row 3")
                .hasMessageContaining("Bar");
    }
}
