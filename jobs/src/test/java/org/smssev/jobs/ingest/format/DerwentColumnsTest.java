package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.format.Tables.layout;
import static org.smssev.jobs.ingest.format.Tables.record;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of which columns of Derwent Innovation. */
class DerwentColumnsTest {
    @Test
    void theCommaOfACountryThatIsNotKnownIsNoPartOfTheName() throws IOException {
        assertThat(record(
                        "Publication Number,IPC - Current,Assignee - Original - Country/Region",
                        "NZ1A,H01M 10/05,\"Comvita New Zealand Limited, | BOLT AG,CH\""))
                .containsEntry(Field.APPLICANTS, "Comvita New Zealand Limited\u001fBOLT AG")
                .containsEntry(Field.APPLICANT_COUNTRIES, "\u001fCH");
    }

    @Test
    void aTitleThatAnEncodingLostIsThatOfDwpi() throws IOException {
        assertThat(record("Publication Number,IPC - Current,Title,Title - DWPI", "CN1A,H01M 10/05,??????,Cell"))
                .containsEntry(Field.TITLE, "Cell");
    }

    /** Cited ones have no zero in front either, so that they may be either. */
    @Test
    void utilityModelsOfHeisei3AreToldFromRegisteredOnesByTheZeroOfDerwent() throws IOException {
        Map<Field, String> record = record(
                "Publication Number,DWPI Family Members,Cited Patents",
                "JP3021888U,JP3021888U; JP03021888U,JP3114895U");
        assertThat(record)
                .containsEntry(Field.PUBLICATION_NUMBER, "JPH03021888U")
                .containsEntry(Field.CITED, "JP3114895U");
        assertThat(record.get(Field.FAMILY_MEMBERS).split(String.valueOf(Field.SEPARATOR)))
                .containsExactly("JPH03021888U", "JP03021888U");
    }

    @Test
    void textsOfDerwentInSeveralLanguagesAreParted() throws IOException {
        String header = "Publication Number,IPC - Current,Title,Abstract";
        assertThat(record(
                        header,
                        "WO2020240288A1,H01M 10/05,METHOD FOR THE BATTERY | PROCÉDÉ POUR LA BATTERIE | リチウム電池,"
                                + "A method for the battery. | Un procédé pour la batterie."))
                .containsEntry(Field.TITLE, "METHOD FOR THE BATTERY\u001fPROCÉDÉ POUR LA BATTERIE\u001fリチウム電池")
                .containsEntry(Field.TITLE_LANGUAGE, "en\u001ffr\u001fja")
                .containsEntry(Field.ABSTRACT_LANGUAGE, "en\u001ffr");
        assertThat(record(header, "WO2020240288A1,H01M 10/05,BATTERY | BATTERY,-"))
                .containsEntry(Field.TITLE, "BATTERY");
        assertThat(record(header, "WO2020240288A1,H01M 10/05,t,The method uses P( A | B ) of the states."))
                .containsEntry(Field.ABSTRACT, "The method uses P( A | B ) of the states.")
                .doesNotContainKey(Field.ABSTRACT_LANGUAGE);
        assertThat(record("Publication Number,Title (Original Language),Assignee - DWPI", "KR2015106875A,전지,LG"))
                .containsEntry(Field.TITLE, "전지")
                .containsEntry(Field.APPLICANTS, "LG");
        String formula = "A method in which p(x | y) of a battery is shown.";
        assertThat(record(
                        header,
                        "WO2020240288A1,H01M 10/05,t," + formula + " | Un procédé dans lequel p(x | y) est montré."))
                .containsEntry(Field.ABSTRACT, formula + "\u001fUn procédé dans lequel p(x | y) est montré.")
                .containsEntry(Field.ABSTRACT_LANGUAGE, "en\u001ffr");
    }

    @Test
    void groupsOfCodesWithoutASlashAreFilledUpToFourDigits() throws IOException {
        String header = "Publication Number,IPC - Current";
        assertThat(record(header, "US9167136B2,H04N000121 | H04N010100 | F21W011102 | A61K-0031/12 | H01M00100525"))
                .containsEntry(
                        Field.IPC,
                        "H04N0001/21\u001fH04N0101/00\u001fF21W0111/02\u001fA61K-0031/12\u001fH01M0010/0525");
    }

    @Test
    void abstractsOfAllColumnsAreThereInTheirLanguages() throws IOException {
        String header = "Publication Number,IPC - Current,Abstract (Original Language),Abstract - DWPI";
        String french = "La présente invention concerne une batterie.";
        String english = "The present invention is about a battery.";
        assertThat(record(header, "AU772119B2,H01M 10/05," + french + "," + english))
                .containsEntry(Field.ABSTRACT, french + "\u001f" + english)
                .containsEntry(Field.ABSTRACT_LANGUAGE, "fr\u001fen");
        assertThat(record(header, "AU772119B2,H01M 10/05,The battery is new.," + english))
                .containsEntry(Field.ABSTRACT, "The battery is new.")
                .doesNotContainKey(Field.ABSTRACT_LANGUAGE);
        assertThat(record(header, "AU772119B2,H01M 10/05,Zn-Mn 42.," + english))
                .as("its language is not known, and it may be the same")
                .containsEntry(Field.ABSTRACT, "Zn-Mn 42.")
                .doesNotContainKey(Field.ABSTRACT_LANGUAGE);
        assertThat(record(header, "AU772119B2,H01M 10/05,," + english)).containsEntry(Field.ABSTRACT, english);
    }

    @Test
    void assigneesWithTheirCountriesWinOverThoseThatDwpiCutOff() throws IOException {
        String header = "Publication Number,IPC - Current,Assignee - DWPI,Assignee - Original - Country/Region";
        assertThat(record(
                        header,
                        "CN102342393A,A23L 21/25,BEIJING DONGXINGTANG SCI&TECHNOLOGY DE,"
                                + "\"Beijing Dongxingtang Technology Development Co. Ltd.,CN\""))
                .containsEntry(Field.APPLICANTS, "Beijing Dongxingtang Technology Development Co. Ltd.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "CN");
        assertThat(record(header, "US9167136B2,H01M 10/05,,\"ACME, INC.,US | Smith John | BOLT AG,CH\""))
                .containsEntry(Field.APPLICANTS, "ACME, INC.\u001fSmith John\u001fBOLT AG")
                .containsEntry(Field.APPLICANT_COUNTRIES, "US\u001f\u001fCH");
        assertThat(record(header, "US9167136B2,H01M 10/05,,\"NOVARTIS, AG | BOUYGUES, SA\""))
                .containsEntry(Field.APPLICANTS, "NOVARTIS, AG\u001fBOUYGUES, SA")
                .doesNotContainKey(Field.APPLICANT_COUNTRIES);
        assertThat(record(header, "CN102342393A,H01M 10/05,HUAWEI TECH CO LTD,\"华为技术有限公司,CN\""))
                .as("a name that other sources have, with the country")
                .containsEntry(Field.APPLICANTS, "HUAWEI TECH CO LTD")
                .containsEntry(Field.APPLICANT_COUNTRIES, "CN");
        assertThat(record(header, "US9167136B2,H01M 10/05,ACME INC,"))
                .containsEntry(Field.APPLICANTS, "ACME INC")
                .doesNotContainKey(Field.APPLICANT_COUNTRIES);
    }

    @Test
    void theFirstAssigneeStandsInForAllWithItsCountry() throws IOException {
        String header = "Publication Number,IPC - Current,Assignee/Applicant First,Assignee/Applicant";
        assertThat(record(header, "US9167136B2,H01M 10/05,\"PAYPAL INC.,San Jose,CA,US\","))
                .containsEntry(Field.APPLICANTS, "PAYPAL INC.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "US");
        assertThat(record(header, "US9167136B2,H01M 10/05,\"ACME CO., LTD.,Tokyo,JP\","))
                .containsEntry(Field.APPLICANTS, "ACME CO., LTD.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP");
        assertThat(record(header, "US9167136B2,H01M 10/05,\"ACME,Tokyo,JP\",ACME | BOLT"))
                .containsEntry(Field.APPLICANTS, "ACME\u001fBOLT")
                .doesNotContainKey(Field.APPLICANT_COUNTRIES);
        assertThat(record(header, "US9167136B2,H01M 10/05,\"SMITH, JOHN A,Boston,MA,US\","))
                .containsEntry(Field.APPLICANTS, "SMITH, JOHN A")
                .containsEntry(Field.APPLICANT_COUNTRIES, "US");
        assertThat(record(header, "US9167136B2,H01M 10/05,\"Gigatera Inc.,Gyeonggi-do 18487,KR,101734924\","))
                .containsEntry(Field.APPLICANTS, "Gigatera Inc.")
                .containsEntry(Field.APPLICANT_COUNTRIES, "KR");
        assertThat(record(header, "US9167136B2,H01M 10/05,ACME,"))
                .containsEntry(Field.APPLICANTS, "ACME")
                .doesNotContainKey(Field.APPLICANT_COUNTRIES);
    }

    @Test
    void columnsOfDerwentCountWhereThereIsNoOtherOfTheirField() throws IOException {
        String header =
                "Publication Number,IPC - Current,Optimized Assignee,Priority Number - DWPI,Priority Date - DWPI,"
                        + "INPADOC Family ID";
        String row = "EP3150483A1,H01M 10/05,Acme,US2015123456P,2015-01-02,42";
        assertThat(record(header, row))
                .containsEntry(Field.APPLICANTS, "Acme")
                .containsEntry(Field.PRIORITY_DATE, "2015-01-02")
                .containsEntry(Field.PRIORITY_NUMBERS, "US2015123456P")
                .containsEntry(Field.EXTENDED_FAMILY_ID, "DERWENT-42");
        assertThat(record(
                        header + ",Assignee/Applicant,Priority Number,Priority Date",
                        row + ",ACME INC,US2015654321P,2015-03-04"))
                .containsEntry(Field.APPLICANTS, "ACME INC")
                .containsEntry(Field.PRIORITY_DATE, "2015-03-04")
                .containsEntry(Field.PRIORITY_NUMBERS, "US2015654321P");
    }

    @Test
    void japaneseColumnsOfDerwentAreRead() throws IOException {
        String header = "公報番号,タイトル - DWPI,抄録 - DWPI,譲受人/出願人,譲受人 - 標準化,発明者,公報発行日,出願番号,出願日,優先権主張番号,"
                + "優先権主張日,IPC - 最新,DWPI ファミリーメンバー,INPADOC ファミリーメンバー,引用文献 - 特許";
        assertThat(layout(header)).isEqualTo("DERWENT");
        Map<Field, String> record = record(
                header,
                "US11234567B2,Solid,NOVELTY,TOYOTA MOTOR |"
                        + " B,TOYOTA,X,2022-02-01,US2020748123A,2020-01-21,JP2019014321A,2019-01-30,H01M"
                        + " 10/0562,US11234567B2 | JP2020123456A,JP2020123456A 2020-08-13,JP2015123456A");
        assertThat(record)
                .isEqualTo(Map.ofEntries(
                        Map.entry(Field.PUBLICATION_NUMBER, "US11234567B2"),
                        Map.entry(Field.OFFICE, "US"),
                        Map.entry(Field.KIND, "B2"),
                        Map.entry(Field.TITLE, "Solid"),
                        Map.entry(Field.ABSTRACT, "NOVELTY"),
                        Map.entry(Field.APPLICANTS, "TOYOTA MOTOR\u001fB"),
                        Map.entry(Field.INVENTORS, "X"),
                        Map.entry(Field.PUBLICATION_DATE, "2022-02-01"),
                        Map.entry(Field.APPLICATION_NUMBER, "US2020748123A"),
                        Map.entry(Field.FILING_DATE, "2020-01-21"),
                        Map.entry(Field.PRIORITY_NUMBERS, "JP2019014321A"),
                        Map.entry(Field.PRIORITY_DATE, "2019-01-30"),
                        Map.entry(Field.IPC, "H01M 10/0562"),
                        Map.entry(Field.FAMILY_MEMBERS, "US11234567B2\u001fJP2020123456A"),
                        Map.entry(Field.EXTENDED_FAMILY_MEMBERS, "JP2020123456A"),
                        Map.entry(Field.CITED, "JP2015123456A")));
    }
}
