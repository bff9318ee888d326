package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "--", "NA", "n/a", "nan", "None", "NULL", "000/00", " - ", "&nbsp;", "\u00a0"})
    void placeholdersAreEmpty(String cell) {
        assertThat(Cleaning.line(cell)).isEmpty();
        assertThat(Cleaning.list(cell + ";" + cell, Pattern.compile(";"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "it doesn&#39;t~it doesn't",
                "it doesn&amp;#39;t~it doesn't",
                "a &lt; b &AMP c &unknown; &;~a < b &AMP c &unknown; &;",
                "&#x3b1;-&beta; &Uuml;ber~α-β Über",
                "&#1114112; &#xD800; &#x; &#12a;~&#1114112; &#xD800; &#x; &#12a;",
                "&Sacute;l&aogon;sk &ohm; a&nbsp;&nbsp;b~\u015al\u0105sk \u2126 a b",
                "a\u2002 b\u3000c\u00a0\ufeff~a b c",
                "_x000D_a_x000d__x000D_b_x000D_~a b",
                "a_x000D_b~a b",
                "a_x000d_b~a b",
                "a_x000A_b_x000~a_x000A_b_x000"
            })
    void textIsDecodedAndItsBlanksEven(String cell, String line) {
        assertThat(Cleaning.line(cell)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "=\"CN104267743A\"~CN104267743A",
                "=\"say \"\"x\"\"\"~say \"x\"",
                "=HYPERLINK(\"https://x.org/?a=1\",\"CN104267743A\")~CN104267743A",
                "=A1+B2~=A1+B2",
                "=\"open~=\"open",
                "= 5 mm~= 5 mm"
            })
    void aFormulaThatShowsATextIsThatText(String cell, String text) {
        assertThat(Cleaning.line(cell)).isEqualTo(text);
    }

    @Test
    void aFormulaMayBeLong() {
        String words = "word ".repeat(20_000).strip();
        assertThat(Cleaning.line("=\"" + words + "\"")).isEqualTo(words);
        assertThat(Cleaning.line("=\"" + words)).isEqualTo("=\"" + words);
        assertThat(Cleaning.line("=\"" + "\"\"".repeat(20_000) + "\"")).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "CN104267743A, true",
        "\u7279\u958b2005-012345, true",
        "EP_2471949_A1, true",
        "US\u20112020\u20111, true",
        "WO 2015/026896, true",
        "108-493-016-922-603, true",
        "IN 1234/DEL/2010 A, true",
        "1234, true",
        "US12, true",
        "Total: 1, false",
        "\u00a9 WIPO 2015 - search results, false",
        "Source: Derwent Innovation. Copyright 2020 Clarivate, false",
        "EP, false",
        "'', false"
    })
    void wordsAreNoNumber(String text, boolean isNumber) {
        assertThat(Cleaning.isNumber(text)).isEqualTo(isNumber);
    }

    @Test
    void numbersOfFullWidthAreThoseOfTheUsualOne() {
        assertThat(Cleaning.number("\uff23\uff2e\uff11\uff10\uff14\uff12\uff16\uff17\uff17\uff14\uff13\uff21"))
                .isEqualTo("CN104267743A");
    }

    @Test
    void linesOfTextStayAndThoseOfListsDoNot() {
        assertThat(Cleaning.text(" a\n b ")).isEqualTo("a\n b");
        assertThat(Cleaning.text("a&nbsp;b")).isEqualTo("a b");
        assertThat(Cleaning.list("a\nb&amp;c; d ;;NA;e", Pattern.compile(";"))).containsExactly("a b&c", "d", "e");
    }

    @Test
    void textsAreEvenEachByItself() {
        String two = "a\nb" + Field.SEPARATOR + Field.SEPARATOR + "c  \u200bd";
        assertThat(Cleaning.even(two)).isEqualTo("a b" + Field.SEPARATOR + Field.SEPARATOR + "c d");
        assertThat(Cleaning.even("Bat\u00adtery cell")).isEqualTo("Battery cell");
        String even = "Zelle für Lithium";
        assertThat(Cleaning.even(even)).isSameAs(even);
    }

    @ParameterizedTest
    @CsvSource({
        "US 2011/0185700 A1, US20110185700A1, US, A1",
        "WO2015026896 (A1), WO2015026896A1, WO, A1",
        "US-7650331-B1, US7650331B1, US, B1",
        "jp h10-123456 a, JPH10123456A, JP, A",
        "USD801224S1, USD801224S1, US, S1",
        "US20150376176, US20150376176, US, ''",
        "JPH11-23456A, JPH1123456A, JP, A",
        "JPH1-123456A, JPH1-123456A, '', ''",
        "JP2002-1234 A, JP2002-1234 A, '', ''",
        "JP-A-2001-1234, JP-A-2001-1234, '', ''",
        "特開2020-123456, 特開2020-123456, '', ''"
    })
    void numbersAreCompact(String text, String number, String office, String kind) {
        assertThat(Cleaning.number(text)).isEqualTo(number);
        assertThat(Cleaning.office(number)).isEqualTo(office);
        assertThat(Cleaning.kind(number)).isEqualTo(kind);
    }

    @Test
    void theCheckDigitOfChinaIsNoDigitOfTheNumber() {
        assertThat(Cleaning.number("CN 201910123456.7")).isEqualTo("CN 201910123456.7");
        assertThat(Cleaning.number("CN201910123456.7A")).isEqualTo("CN201910123456.7A");
        assertThat(Cleaning.number("CN 109123456 A")).isEqualTo("CN109123456A");
    }

    @Test
    void blanksOfNoWidthAreLeftOutAndJoinersKept() {
        String persian = "\u0645\u06cc\u200c\u0634\u0648\u062f";
        String sinhala = "\u0dc1\u0dca\u200d\u0dbb\u0dd3";
        assertThat(Cleaning.line("\ufeffBat\u200btery\ufeff &#8203;cell\u200b")).isEqualTo("Battery cell");
        assertThat(Cleaning.line("\u200b")).isEmpty();
        assertThat(Cleaning.line("Bat&shy;te\u2060ry \u200ecell\u200f")).isEqualTo("Battery cell");
        assertThat(Cleaning.text("a\u200b\nb")).isEqualTo("a\nb");
        assertThat(Cleaning.line(persian)).isEqualTo(persian);
        assertThat(Cleaning.line(sinhala)).isEqualTo(sinhala);
    }

    @ParameterizedTest
    @CsvSource({
        "US9801234B2 20171024, US9801234B2, 2017-10-24",
        "US2016578323F 2016-09-20, US2016578323F, 2016-09-20",
        "'US62215978P,2015-09-09', US62215978P, 2015-09-09",
        "US 201562116216 P 20150213, US 201562116216 P, 2015-02-13",
        "US20150213, US20150213, ''",
        "EP 14012456, EP 14012456, ''",
        "EP 20141112, EP 20141112, ''",
        "EP 14012456 20150213, EP 14012456, 2015-02-13",
        "PCT EP2014 01301299, PCT EP2014 01301299, ''",
        "EP14012456 14010203, EP14012456 14010203, ''"
    })
    void dateBehindANumberIsCutOff(String text, String number, String date) {
        assertThat(Cleaning.dated(text)).isEqualTo(new Cleaning.Dated(number, date));
    }

    @ParameterizedTest
    @CsvSource({
        "38234, 38234, TOOL-38234",
        "38234.0, 38234, TOOL-38234",
        "2.0141E+11, 2.0141E+11, 2.0141E+11",
        "'2,0141e+11', '2,0141e+11', '2,0141e+11'",
        "0, '', ''",
        "-1, '', ''",
        "99999999, '', ''",
        "none known, none known, ''"
    })
    void aRoundedFamilyStaysToBeCounted(String cell, String id, String ofTool) {
        assertThat(Cleaning.family(cell)).isEqualTo(id);
        assertThat(Cleaning.family("TOOL", cell)).isEqualTo(ofTool);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-26, 2015-02-26",
        "26.02.2015, 2015-02-26",
        "6.2.2015, 2015-02-06",
        "20150226, 2015-02-26",
        "2015-02-26T23:59:59.000Z, 2015-02-26",
        "2015-02-26 00:00:00, 2015-02-26",
        "2015-02-30, 2015-02-30",
        "30.02.2015, 30.02.2015",
        "201502, 201502",
        "26/02/15, 26/02/15",
        "NA, ''"
    })
    void datesOfKnownPatternsAreIsoAndOthersStay(String cell, String date) {
        assertThat(Dates.of("yyyy-MM-dd", "dd.MM.yyyy", "yyyyMMdd").read(cell)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "中国, CN",
        "世界知识产权组织, WO",
        "欧洲专利局(EPO), EP",
        "韩国, KR",
        "德国, DE",
        "法国, FR",
        "United States, US",
        "European Patent Office, EP",
        "wo, WO",
        "us, US",
        "中国台湾, TW",
        "Atlantis, Atlantis",
        "-, ''"
    })
    void officesHaveCodes(String name, String code) {
        assertThat(Offices.code(name)).isEqualTo(code);
    }

    @Test
    void literalsOfPythonAreRead() {
        assertThat(PythonLiteral.read("['a', \"b'c\", 'd\\'e', 1, None, True]"))
                .contains(List.of("a", "b'c", "d'e", "1", "", "True"));
        assertThat(PythonLiteral.read("[{'text': 'x\\u00e9\\n', 'n': {'a': ()}}\n {'text': 'y'}]"))
                .contains(List.of(Map.of("text", "xé\n", "n", Map.of("a", List.of())), Map.of("text", "y")));
        assertThat(PythonLiteral.read("array([{\"code\": \"H01M10/0525\", \"first\": true}], dtype=object)"))
                .contains(List.of(Map.of("code", "H01M10/0525", "first", "true")));
        assertThat(PythonLiteral.read("[]")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "(Meth)acrylate",
                "['a'",
                "['a",
                "[a b",
                "{'a'}",
                "{'a': }",
                "[1] rest",
                "['\\u12'",
                "[\\]",
                "['\\U00110000']",
                "array(['a']",
                "[+;]"
            })
    void whatIsNoLiteralIsNone(String cell) {
        assertThat(PythonLiteral.read(cell)).isEqualTo(Optional.empty());
    }

    @Test
    void deepLiteralsAreNotFollowed() {
        assertThat(PythonLiteral.read("[".repeat(20) + "]".repeat(20))).isPresent();
        assertThat(PythonLiteral.read("[".repeat(100_000) + "]".repeat(100_000)))
                .isEmpty();
    }

    @Test
    void namesOfColumnsAreComparedWithoutWidthCaseAndBlanks() {
        assertThat(HeaderNames.key("\ufeff 公开（公告）号")).isEqualTo(HeaderNames.key("公开(公告)号"));
        assertThat(HeaderNames.key("\"I  P\u00a0C\"")).isEqualTo("i p c");
        assertThat(HeaderNames.key("Ｔｉｔｌｅ (x) ")).isEqualTo("title(x)");
        assertThat(HeaderNames.key("x".repeat(201))).isEmpty();
    }

    @Test
    void theLastOfAListThatASpreadsheetProgramCutIsNone() {
        String cut = "US1234567B2 | ".repeat(3_000).substring(0, 32_767);
        assertThat(cut).doesNotEndWith("B2");
        Pattern separator = Pattern.compile(" \\| ");
        assertThat(Cleaning.list(cut, separator)).hasSize(2_340).containsOnly("US1234567B2");
        assertThat(CutCells.whole(cut, " | ").split(" \\| ", -1)).hasSize(2_340).containsOnly("US1234567B2");
        String shorter = cut.substring(1);
        assertThat(Cleaning.list(shorter, separator)).hasSize(2_341);
        assertThat(CutCells.whole(shorter, " | ")).isEqualTo(shorter);
        assertThat(Cleaning.list("x".repeat(32_767), separator)).hasSize(1);
    }
}
