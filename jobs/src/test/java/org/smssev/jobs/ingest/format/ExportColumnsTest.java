package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smssev.jobs.ingest.format.Tables.layout;
import static org.smssev.jobs.ingest.format.Tables.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several columns of an export a field is taken from. */
class ExportColumnsTest {
    private static final String INCOPAT = "公开（公告）号,IPC,链接到incoPat,";
    private static final String INCOPAT_ROW = "CN105555555A,A47G19/22,-,";
    private static final String PATSNAP = "公开(公告)号,受理局,";
    private static final String PATSNAP_ROW = "CN105555555A,中国,";

    @ParameterizedTest
    @CsvSource({
        "71111111, '', INCOPAT-71111111, PATSNAP-71111111",
        "71111111, 50123456, 50123456, 50123456",
        "71111111, 0, INCOPAT-71111111, PATSNAP-71111111",
        "71111111.0, -, INCOPAT-71111111, PATSNAP-71111111",
        "0.0, '', ,",
        "-1, '', ,",
        "无, '', ,"
    })
    void idsOfFamiliesThatOneToolKnowsAreNotThoseOfDocdb(String own, String docdb, String incoPat, String patSnap)
            throws IOException {
        String cells = own + "," + docdb;
        assertThat(record(INCOPAT + "简单同族ID,DocDB同族ID", INCOPAT_ROW + cells).get(Field.FAMILY_ID))
                .isEqualTo(incoPat);
        assertThat(record(PATSNAP + "简单同族ID,DOCDB同族ID", PATSNAP_ROW + cells).get(Field.FAMILY_ID))
                .isEqualTo(patSnap);
        assertThat(record(
                                "Publication Number,Authority,Simple Family ID,DOCDB Family ID",
                                "CN105555555A,China," + cells)
                        .get(Field.FAMILY_ID))
                .isEqualTo(patSnap);
    }

    @Test
    void theEarliestPriorityDateCountsWhereItHasAColumn() throws IOException {
        String dates = "20200922,20200420";
        assertThat(record(INCOPAT + "优先权日,最早优先权日", INCOPAT_ROW + dates))
                .containsEntry(Field.PRIORITY_DATE, "2020-04-20");
        assertThat(record(PATSNAP + "优先权日,最早优先权日", PATSNAP_ROW + dates))
                .containsEntry(Field.PRIORITY_DATE, "2020-04-20");
        assertThat(record(PATSNAP + "Priority Date,Earliest Priority Date", PATSNAP_ROW + dates))
                .containsEntry(Field.PRIORITY_DATE, "2020-04-20");
        String derwent = "Publication Number,IPC - Current,Priority Date,Priority Date - Earliest";
        assertThat(record(derwent, "US1A,H01M 10/05," + dates)).containsEntry(Field.PRIORITY_DATE, "2020-04-20");
        assertThat(record(derwent, "US1A,H01M 10/05,2020-09-22,-")).containsEntry(Field.PRIORITY_DATE, "2020-09-22");
    }

    @Test
    void datesOfSinglePrioritiesCountWhereEachNumberHasOne() throws IOException {
        String numbers = "US62/854905; US62/901206,20190530; 20190917,20190530";
        assertThat(record(INCOPAT + "优先权号,优先权日,最早优先权日", INCOPAT_ROW + numbers))
                .containsEntry(Field.PRIORITY_DATE, "2019-05-30\u001f2019-09-17");
        assertThat(record(PATSNAP + "优先权号,优先权日,最早优先权日", PATSNAP_ROW + numbers.replace("; ", " | ")))
                .containsEntry(Field.PRIORITY_DATE, "2019-05-30\u001f2019-09-17");
        assertThat(record(
                        INCOPAT + "优先权信息,最早优先权日", INCOPAT_ROW + "US62/854905 20190530; US62/901206 20190917,20190530"))
                .containsEntry(Field.PRIORITY_NUMBERS, "US62/854905\u001fUS62/901206")
                .containsEntry(Field.PRIORITY_DATE, "2019-05-30\u001f2019-09-17");
        assertThat(record(INCOPAT + "优先权信息,最早优先权日", INCOPAT_ROW + "US62/854905; US62/901206 20190531,20180101"))
                .containsEntry(Field.PRIORITY_DATE, "2018-01-01");
    }

    @Test
    void aCountWithoutAnOfficeIsNoNumberAndOneOfAnOfficeIs() throws IOException {
        assertThat(record(PATSNAP + "标题", "331,美国,t")).containsEntry(Field.PUBLICATION_NUMBER, "331");
        assertThat(record(PATSNAP + "标题", "331,,t")).doesNotContainKey(Field.PUBLICATION_NUMBER);
        assertThat(record(
                        "Application Id,Publication Number,Title,I P C,Country", "KE123456789,456,t,H01M 10/05,Kenya"))
                .containsEntry(Field.PUBLICATION_NUMBER, "KE456");
    }

    @Test
    void listsOfTheCnipaAreNoneOfPatSnap() throws IOException {
        assertThat(layout("申请号,公开（公告）号,发明名称,IPC分类号,申请（专利权）人,发明人")).isEqualTo("none");
        assertThat(layout("申请号,公开（公告）号,标题,IPC分类号,申请（专利权）人,发明人")).isEqualTo("PATSNAP");
    }

    @Test
    void numbersWithoutAKindOfTheirOwnAreThoseOfTheirOffice() throws IOException {
        String header = "Application Id,Publication Number,Application Number,Title,I P C,Country";
        assertThat(record(header, "SG123456789,11201609926B,11201609926B,t,H01M 10/05,Singapore"))
                .containsEntry(Field.PUBLICATION_NUMBER, "SG11201609926B")
                .doesNotContainKey(Field.KIND);
        assertThat(record(header, "IN123456789,35/2014,1113/MUM/2013,t,H01M 10/05,India"))
                .containsEntry(Field.PUBLICATION_NUMBER, "IN1113/MUM/2013");
        assertThat(record("Publication Number,Title,Priority Data,IPC", "mxPA/a/2004/001234,t,,H01M 10/05"))
                .containsEntry(Field.PUBLICATION_NUMBER, "MXPA04001234A");
        assertThat(record("Publication Number,IPC - Current", "SG11201609926B,H01M 10/05"))
                .containsEntry(Field.PUBLICATION_NUMBER, "SG11201609926-B");
    }

    @Test
    void numbersThatLayoutsTellAreThoseOfDocdb() throws IOException {
        String derwent = "Publication Number,IPC - Current,Application Number,Priority Number,INPADOC Family Members";
        String row = "US1A,H01M 10/05,EP20153368A 2015-11-25,FR2013735A 2013-03-07; JP2013214A 2013-01-04,"
                + "SG11201609926B 20170126; SG10201600154A1; US9801234B2";
        assertThat(record(derwent, row))
                .containsEntry(Field.APPLICATION_NUMBER, "EP15003368A")
                .containsEntry(Field.FILING_DATE, "2015-11-25")
                .containsEntry(Field.PRIORITY_NUMBERS, "FR1300735A\u001fJP2013000214A")
                .containsEntry(Field.EXTENDED_FAMILY_MEMBERS, "SG11201609926-B\u001fSG10201600154A1\u001fUS9801234B2");
        String espacenet = "Title,Publication number,Inventor(s),International classification,Application number,"
                + "Priority number(s)";
        assertThat(record(espacenet, "A,EP1 (A1),B,H01M10/05,US20050123456 20050506,US19980083597 19980522"))
                .containsEntry(Field.APPLICATION_NUMBER, "US12345605A")
                .containsEntry(Field.PRIORITY_NUMBERS, "US08359798A");
    }

    @Test
    void textsOfIncoPatHaveTheirLanguages() throws IOException {
        Map<Field, String> record = record(
                INCOPAT + "标题,标题（小语种原文）,标题（翻译）,摘要,摘要(小语种原文),摘要(翻译)",
                INCOPAT_ROW + "固态电解质,固体電解質,SOLID ELECTROLYTE,一种电池。,電池である。,一种电池。");
        assertThat(record)
                .containsEntry(Field.TITLE, "固态电解质\u001f固体電解質\u001fSOLID ELECTROLYTE")
                .containsEntry(Field.TITLE_LANGUAGE, "zh\u001fja\u001fen")
                .containsEntry(Field.ABSTRACT, "一种电池。\u001f電池である。")
                .containsEntry(Field.ABSTRACT_LANGUAGE, "zh\u001fja");
    }

    @ParameterizedTest
    @CsvSource({
        "宁德时代, 宁德时代新能源科技股份有限公司, 比亚迪, 比亚迪股份有限公司, 宁德时代新能源科技股份有限公司",
        "宁德时代, -, 比亚迪, 比亚迪股份有限公司, 宁德时代",
        "-, -, 比亚迪, 比亚迪股份有限公司, 比亚迪股份有限公司",
        "-, -, 比亚迪, -, 比亚迪"
    })
    void namesOfPatSnapAreThoseAsFiled(
            String shortOriginal, String original, String shortCurrent, String current, String applicant)
            throws IOException {
        String row = PATSNAP_ROW + String.join(",", shortOriginal, original, shortCurrent, current);
        assertThat(record(PATSNAP + "[标]原始申请(专利权)人,原始申请(专利权)人,[标]当前申请(专利权)人,当前申请(专利权)人", row))
                .containsEntry(Field.APPLICANTS, applicant);
        assertThat(record(
                        PATSNAP + "[ST] Original Assignee,Original Assignee,[ST] Current Assignee,Current Assignee",
                        row))
                .containsEntry(Field.APPLICANTS, applicant);
    }

    @ParameterizedTest
    @CsvSource({
        "WO2020165432, WO/2020/165432, WIPO, WO2020165432, WO",
        "US343343499, 20200235432, United States of America, US20200235432, US",
        "US343343500, RE45678, United States of America, RE45678, US",
        "EP343343501, EP3456789, European Patent Office, EP3456789, EP",
        "SU343343502, 1234567, Russian Federation (USSR data), SU1234567, SU",
        "343343503, 111211234, China, CN111211234, CN",
        "US343343504, -, United States of America, US343343504, US",
        "US343343505, see below, United States of America, US343343505, US",
        "-, US20200235432, United States of America, US20200235432, US"
    })
    void publicationNumbersOfPatentscopeComeBeforeItsIds(
            String id, String published, String country, String number, String office) throws IOException {
        Map<Field, String> record = record(
                "Application Id,Publication Number,Country,Title,I P C",
                String.join(",", id, published, country, "BATTERY", "H01M 10/05"));
        assertThat(record).containsEntry(Field.PUBLICATION_NUMBER, number).containsEntry(Field.OFFICE, office);
    }

    @Test
    void columnsThatQueriesOfGooglesTableNameAreRead() throws IOException {
        Map<Field, String> record = record(
                "publication_number,country_code,title_en,abstract_en,ipc_codes,assignees,assignee_countries,inventors,"
                        + "inventor_countries,citations,earliest_priority_date",
                "US-1-B2,US,Cell,A cell.,H01M10/05; H01M4/36,A LTD; B LTD,JP; ,X; Y,KR,US-2-A1; US-3-A,20190130");
        assertThat(record)
                .containsEntry(Field.TITLE, "Cell")
                .containsEntry(Field.ABSTRACT, "A cell.")
                .containsEntry(Field.IPC, "H01M10/05\u001fH01M4/36")
                .containsEntry(Field.APPLICANTS, "A LTD\u001fB LTD")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP\u001f")
                .containsEntry(Field.INVENTORS, "X\u001fY")
                .containsEntry(Field.INVENTOR_COUNTRIES, "KR\u001fKR")
                .containsEntry(Field.CITED, "US2A1\u001fUS3A")
                .containsEntry(Field.PRIORITY_DATE, "2019-01-30");
        String unnested =
                "publication_number,kind_code,title,title_en,ipc_code,assignee,assignee_country,cited_publication";
        assertThat(record(unnested, "US-1-B2,B2,Zelle,Cell,H01M10/05,A LTD,JP,US-2-A1"))
                .containsEntry(Field.TITLE, "Zelle\u001fCell")
                .containsEntry(Field.TITLE_LANGUAGE, "\u001fen")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP")
                .containsEntry(Field.CITED, "US2A1");
        assertThat(record(unnested, "US-1-B2,B2,Zelle,-,H01M10/05,A LTD;B LTD;C LTD,JP;KR,-"))
                .containsEntry(Field.APPLICANTS, "A LTD\u001fB LTD\u001fC LTD")
                .doesNotContainKeys(Field.APPLICANT_COUNTRIES, Field.TITLE_LANGUAGE, Field.CITED);
    }

    @Test
    void fewColumnsTellTheToolByOneThatOnlyItHas() throws IOException {
        String common = "公开(公告)号,标题,摘要,申请号,申请日,公开(公告)日,发明人,";
        assertThat(layout(common + "当前申请(专利权)人,IPC主分类号,简单法律状态,简单同族")).isEqualTo("PATSNAP");
        for (String own : List.of("当前申请(专利权)人", "原始申请(专利权)人", "IPC主分类号", "IPC主分类号(小组)", "简单法律状态", "被引用专利")) {
            assertThat(layout(common + own)).as(own).isEqualTo("PATSNAP");
        }
        assertThat(layout(common + "申请人,IPC主分类-小组")).isEqualTo("INCOPAT");
        assertThat(layout(common + "申请人,IPC,优先权信息,当前权利人")).isEqualTo("INCOPAT");
        for (String own : List.of("优先权信息", "当前权利人", "申请人国别代码", "专利有效性", "扩展同族ID")) {
            assertThat(layout(common + "IPC," + own)).as(own).isEqualTo("INCOPAT");
        }
        assertThat(layout(common + "申请人,IPC")).isEqualTo("none");
        assertThat(layout("Publication Number,Title,Publication Date,Current Assignee"))
                .isEqualTo("none");
    }

    @Test
    void theMainCodeStandsForTheCodesWhereAnExportHasNoOthers() throws IOException {
        assertThat(record("公开(公告)号,受理局,IPC主分类号(小类),IPC主分类号(大组),IPC主分类号(小组)", "CN1A,中国,H01M,H01M10,H01M10/052"))
                .containsEntry(Field.IPC, "H01M10/052");
        assertThat(record("公开(公告)号,受理局,IPC主分类号(小组),IPC分类号", "CN1A,中国,H01M10/052,H01M10/052 | H01M4/36"))
                .containsEntry(Field.IPC, "H01M10/052\u001fH01M4/36");
        assertThat(record("公开（公告）号,申请人国别代码,IPC主分类-小组", "CN1A,CN,H01M10/052")).containsEntry(Field.IPC, "H01M10/052");
    }

    @Test
    void namesThatThePagesOfPatSnapShowAreThoseOfItsColumns() throws IOException {
        String header = "Publication Number,Authority / Jurisdiction / Country,Std. Original Assignee (Applicant),"
                + "Std. Current Assignee,Current Assignee Region,Inventor Name,Main IPC";
        assertThat(record(header, "US9801234B2,United States,ACME,BUYER,JP,Roe | Doe,H01M10/052"))
                .containsEntry(Field.OFFICE, "US")
                .containsEntry(Field.APPLICANTS, "ACME")
                .doesNotContainKey(Field.APPLICANT_COUNTRIES)
                .containsEntry(Field.INVENTORS, "Roe\u001fDoe")
                .containsEntry(Field.IPC, "H01M10/052");
        assertThat(record(header, "US9801234B2,United States,-,BUYER,JP,-,H01M10/052"))
                .containsEntry(Field.APPLICANTS, "BUYER")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP");
    }

    @Test
    void whatAWorkbookWroteForALineEndIsOne() throws IOException {
        assertThat(record(
                        "公开(公告)号,受理局,标题,申请日,原始申请(专利权)人,当前申请(专利权)人,发明人,IPC分类号",
                        "CN1A_x000D_,中国_x000D_,\"Battery_x000D_\n cell_x000D_\",2018-06-04_x000D_,-_x000D_,\"甲_x000D_\n乙_x000D_\","
                                + "王_x000D_李,\"H01M10/052_x000D_\nH01M10/0525\""))
                .containsEntry(Field.PUBLICATION_NUMBER, "CN1A")
                .containsEntry(Field.OFFICE, "CN")
                .containsEntry(Field.TITLE, "Battery cell")
                .containsEntry(Field.FILING_DATE, "2018-06-04")
                .containsEntry(Field.APPLICANTS, "甲\u001f乙")
                .containsEntry(Field.INVENTORS, "王\u001f李")
                .containsEntry(Field.IPC, "H01M10/052\u001fH01M10/0525");
    }

    @Test
    void prioritiesOfIncoPatMayStandInOneColumn() throws IOException {
        String both = "CN202010999999.9 20200922; US63012345 2020-04-20";
        assertThat(record(INCOPAT + "优先权信息", INCOPAT_ROW + both))
                .containsEntry(Field.PRIORITY_NUMBERS, "CN202010999999.9\u001fUS63012345")
                .containsEntry(Field.PRIORITY_DATE, "2020-09-22\u001f2020-04-20");
        assertThat(record(INCOPAT + "优先权信息,优先权号,最早优先权日", INCOPAT_ROW + both + ",CN202010999999.9,20200101"))
                .containsEntry(Field.PRIORITY_NUMBERS, "CN202010999999.9")
                .containsEntry(Field.PRIORITY_DATE, "2020-01-01");
    }

    @Test
    void extendedFamiliesOfIncoPatAreItsOwn() throws IOException {
        assertThat(record(INCOPAT + "扩展同族ID", INCOPAT_ROW + "71111112"))
                .containsEntry(Field.EXTENDED_FAMILY_ID, "INCOPAT-71111112");
    }

    @Test
    void yearsOfFourDigitsInNumbersAreAsDocdbHasThem() throws IOException {
        assertThat(record(
                        "Publication Number,DWPI Family Members,Cited Refs - Patent",
                        "NL197603512A,AU198436767A 1984-06-01 | DE3512345A1,YU19841978A"))
                .containsEntry(Field.PUBLICATION_NUMBER, "NL7603512A")
                .containsEntry(Field.FAMILY_MEMBERS, "AU3676784A\u001fDE3512345A1")
                .containsEntry(Field.CITED, "YU197884A");
        assertThat(record(
                        "Jurisdiction,Kind,Display Key,Lens ID,Simple Family Members",
                        "AU,A,AU 1984/036767 A,x,AU 1982/081701 A;;US 9801234 B2"))
                .containsEntry(Field.PUBLICATION_NUMBER, "AU3676784A")
                .containsEntry(Field.FAMILY_MEMBERS, "AU8170182A\u001fUS9801234B2");
    }

    @Test
    void textsOfIncoPatMayHaveColumnsOfTheirLanguages() throws IOException {
        Map<Field, String> record = record(
                INCOPAT + "标题 （中文）,标题 (英文),摘要(中文),摘要 ( 英文 )", INCOPAT_ROW + "固态电解质,SOLID ELECTROLYTE,一种电池。,A battery.");
        assertThat(record)
                .containsEntry(Field.TITLE, "固态电解质\u001fSOLID ELECTROLYTE")
                .containsEntry(Field.TITLE_LANGUAGE, "zh\u001fen")
                .containsEntry(Field.ABSTRACT, "一种电池。\u001fA battery.")
                .containsEntry(Field.ABSTRACT_LANGUAGE, "zh\u001fen");
    }

    @ParameterizedTest
    @CsvSource({"申请人国家/地区, 发明人国家/地区, 中国; 美国", "申请人国家 ／ 地区, 发明人国家／地区, 中国;美国", "申请人国别, 发明人国别, CN; US"})
    void countriesOfIncoPatAreThoseOfApplicantsAndInventors(String applicants, String inventors, String countries)
            throws IOException {
        Map<Field, String> record = record(
                INCOPAT + "申请人,发明人," + applicants + "," + inventors,
                INCOPAT_ROW + "甲公司; B INC,王伟; ROE," + countries + ",中国");
        assertThat(record)
                .containsEntry(Field.APPLICANT_COUNTRIES, "CN\u001fUS")
                .containsEntry(Field.INVENTOR_COUNTRIES, "CN\u001fCN");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "甲;乙, 中国;未知, 甲|乙, CN|",
                "甲;乙, US;UNKNOWN, 甲|乙, US|",
                "甲;乙;丙, CN;?;US, 甲|乙|丙, CN||US",
                "甲;未知;乙, CN;JP;US, 甲|乙, CN|US",
                "甲;乙;, CN;US, 甲|乙, CN|US",
                "甲;乙, CN;US;, 甲|乙, CN|US",
                "甲;乙, CN;, 甲|乙, CN|",
                "甲;未知;乙, 中国, 甲|乙, CN|CN",
                "甲;乙, CN;JP;US, 甲|乙, none",
                "-, CN, none, none"
            })
    void aCountryIsThatOfTheNameInItsPlace(String names, String countries, String filled, String theirs)
            throws IOException {
        Map<Field, String> record = record(INCOPAT + "申请人,申请人国别", INCOPAT_ROW + names + "," + countries);
        assertThat(record.get(Field.APPLICANTS))
                .isEqualTo(filled == null ? null : filled.replace('|', Field.SEPARATOR));
        assertThat(record.get(Field.APPLICANT_COUNTRIES))
                .isEqualTo(theirs == null ? null : theirs.replace('|', Field.SEPARATOR));
    }

    @Test
    void aNameOfGooglesThatIsNoneKeepsItsPlace() throws IOException {
        String header = "publication_number,kind_code,ipc_code,assignees,assignee_countries";
        assertThat(record(header, "US-1-B2,B2,H01M10/05,A LTD;unknown;B LTD,JP;KR;US"))
                .containsEntry(Field.APPLICANTS, "A LTD\u001fB LTD")
                .containsEntry(Field.APPLICANT_COUNTRIES, "JP\u001fUS");
    }

    @Test
    void membersOfDocdbAreTheFamilyOfPatSnapWhereItsOwnAreNotThere() throws IOException {
        String own = "CN105555555A | US1234567B2";
        String docdb = "CN105555555A | EP1234567A1";
        assertThat(record(PATSNAP + "DOCDB同族", PATSNAP_ROW + docdb))
                .containsEntry(Field.FAMILY_MEMBERS, "CN105555555A\u001fEP1234567A1");
        assertThat(record(PATSNAP + "DOCDB同族,简单同族", PATSNAP_ROW + docdb + "," + own))
                .containsEntry(Field.FAMILY_MEMBERS, "CN105555555A\u001fUS1234567B2");
    }

    @Test
    void theApplicationOfGoogleIsThatWhichOtherSourcesSpell() throws IOException {
        String header = "publication_number,country_code,application_number_formatted,application_number";
        assertThat(record(header, "DE-69611147-T2,DE,DE1996611147,DE-69611147-T"))
                .containsEntry(Field.APPLICATION_NUMBER, "DE-69611147-T");
    }
}
