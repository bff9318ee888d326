package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.jobs.ingest.format.TextForm.LineEnd;
import org.smssev.jobs.ingest.format.TextForm.Sureness;

class TextFormTest {
    private static final String LATIN =
            "nom,titre\nSociété Générale,Procédé de dépôt\nMÜLLER GMBH,\"Größe, für\nÖl\"\n";
    private static final String KOREAN = "번호,명칭\n1,\"리튬 이차 전지, 및\n그 제조 방법\"\n2,드론을 이용한 배송 시스템\n";
    private static final String CHINESE = "编号,名称\n1,\"锂离子电池, 及其\n制备方法\"\n2,一种无人机配送系统和方法\n";
    private static final String JAPANESE = "番号,名称\n1,\"リチウムイオン電池,および\nその製造方法\"\n2,ドローンを用いた配送システム\n";

    private static TextForm form(byte[] bytes) throws IOException {
        return TextForm.look(() -> new ByteArrayInputStream(bytes), TextForm.Given.NOTHING)
                .form();
    }

    private static TextForm form(String text) throws IOException {
        return form(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] marked(String mark, String text, String charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) {
            out.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        }
        out.write(text.getBytes(Charset.forName(charset)));
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "LATIN, UTF-8, none, CERTAIN", "LATIN, UTF-8, EFBBBF, MARKED", "KOREAN, UTF-8, none, CERTAIN",
                "LATIN, UTF-16LE, none, LIKELY", "LATIN, UTF-16LE, FFFE, MARKED", "LATIN, UTF-16BE, none, LIKELY",
                "LATIN, UTF-16BE, FEFF, MARKED", "CHINESE, UTF-16LE, none, LIKELY", "KOREAN, UTF-16BE, none, LIKELY",
                "LATIN, windows-1252, none, any", "LATIN, x-MacRoman, none, any", "KOREAN, x-windows-949, none, any",
                "CHINESE, GB18030, none, any", "JAPANESE, windows-31j, none, any", "CHINESE, GB18030, 84319533, MARKED",
                "LATIN, UTF-32LE, FFFE0000, MARKED"
            })
    void everyCharacterSetGivesTheSameCells(String what, String charset, String mark, String sure) throws IOException {
        String text = what.equals("LATIN")
                ? LATIN
                : what.equals("KOREAN") ? KOREAN : what.equals("CHINESE") ? CHINESE : JAPANESE;
        List<List<String>> expected = Tables.cells(text.getBytes(StandardCharsets.UTF_8));
        assertThat(expected).hasSize(2).allMatch(cells -> cells.size() == 2);
        for (String end : List.of("\n", "\r\n", "\r")) {
            String lines = text.replace("\n", end);
            byte[] bytes = marked(mark == null ? "" : mark, lines, charset);
            TextForm form = form(bytes);
            assertThat(form.charset()).isEqualTo(charset);
            assertThat(form.begin()).isEqualTo(mark == null ? 0 : mark.length() / 2);
            assertThat(form.lineEnd())
                    .isEqualTo(end.equals("\n") ? LineEnd.LF : end.equals("\r") ? LineEnd.CR : LineEnd.CRLF);
            if (!sure.equals("any")) {
                assertThat(form.sure()).isEqualTo(Sureness.valueOf(sure));
            } else {
                assertThat(form.sure()).isIn(Sureness.LIKELY, Sureness.UNSURE);
            }
            assertThat(Tables.cells(bytes).stream()
                            .map(cells -> cells.stream()
                                    .map(c -> c.replace(end, "\n"))
                                    .toList())
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x-windows-949, 삼성전자 주식회사",
        "x-windows-949, 엘지화학",
        "x-windows-949, 리튬 이차전지용 양극 활물질",
        "GB18030, 华为技术有限公司",
        "GB18030, 清华大学",
        "GB18030, 中国科学院",
        "Shift_JIS, 株式会社日立製作所",
        "Shift_JIS, トヨタ自動車株式会社",
        "windows-1252, Société Générale",
        "windows-1252, MÜLLER & SÖHNE",
        "windows-1252, CAFÉ",
        "windows-1252, it’s a “test” – of 5 µm ± 2°",
        "windows-1252, Ångström Åkesson",
        "x-MacRoman, Société Générale",
        "x-MacRoman, PEÑA JOSÉ",
        "x-MacRoman, CAFÉ",
        "x-MacRoman, it’s a “test” – of 5 µm",
        "x-MacRoman, Größe"
    })
    void oneNameInEnglishTextTellsTheCharacterSet(String charset, String name) throws IOException {
        String text = "number,title,applicant\nUS1,Plain title of a thing for the use in batteries," + name
                + "\nUS2,Another title of such things,ACME INC\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(new String(bytes, Charset.forName(form(bytes).charset()))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Shift_JIS, windows-31j, ㈱髙橋",
        "Big5, x-MS950-HKSCS, 宏碁",
        "GB2312, GB18030, 䶮",
        "EUC-KR, x-windows-949, 뷁"
    })
    void aSetThatIsGivenIsReadAsWindowsWritesIt(String given, String written, String name) throws IOException {
        byte[] bytes = ("number,name\nUS1A1," + name + "\n").getBytes(Charset.forName(written));
        TextForm form = TextForm.look(
                        () -> new ByteArrayInputStream(bytes), new TextForm.Given(given, null, null, Set.of()))
                .form();
        assertThat(form.charset()).isEqualTo(written);
        assertThat(new String(bytes, Charset.forName(form.charset()))).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "x-MS950-HKSCS, '台灣積體電路製造股份有限公司;鴻海精密工業股份有限公司'",
        "x-MS950-HKSCS, '宏碁股份有限公司;鋰離子電池隔離膜及其製造方法'",
        "x-eucJP-Open, '㈱日立;株式会社日立製作所;トヨタ自動車株式会社;ソニー'",
        "windows-1251, 'Открытое акционерное общество Российские железные дороги;Иванов Пётр'",
        "KOI8-R, 'Открытое акционерное общество Российские железные дороги;Иванов Пётр'",
        "windows-1250, 'Politechnika Łódzka;Wojskowa Akademia Techniczna im. Jarosława Dąbrowskiego;Świętokrzyska;Źródło;Gdańsk'",
        "windows-1254, 'Türkiye Şişe ve Cam Fabrikaları;Arçelik;Hacettepe Üniversitesi Rektörlüğü;Işık'",
        "IBM850, 'Müller Gerätebau;Universität für Bodenkultur;Größe;Öl für Schlüssel'",
        "windows-31j, '株式会社日立製作所;㈱日立製作所;髙橋 一郎;第Ⅱ族窒化物～半導体①'"
    })
    void setsOfSpreadsheetProgramsAreToldAmongMuchEnglish(String charset, String names) throws IOException {
        StringBuilder text = new StringBuilder("number,title,applicant\n");
        for (int i = 0; i < 40; i++) {
            text.append("US")
                    .append(i)
                    .append(",Plain title of a thing for the use in batteries,")
                    .append(i % 10 == 0 ? names : "ACME INC")
                    .append('\n');
        }
        TextForm form = form(text.toString().getBytes(Charset.forName(charset)));
        assertThat(form.charset()).isEqualTo(Charset.forName(charset).name());
        assertThat(form.sure()).isEqualTo(Sureness.LIKELY);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 'Société d’Électricité – Général;École Supérieure;Hôpital Européen;Procédé'",
        "windows-1252, 'Müller & Söhne – Köln;Universität für Bodenkultur;Größe;Öl'",
        "windows-1252, 'it’s – the user’s “own” – of 5 µm ± 2°'",
        "windows-1252, 'São João Indústria;Peña José;Ångström Åkesson;Sørensen Ærø'",
        "windows-1252, 'Jón Þór Guðmundsson;Össur Ísland;Sigurðsson'",
        "x-MacRoman, 'Société d’Électricité – Général;École Supérieure;Hôpital Européen;Procédé'",
        "x-MacRoman, 'Müller & Söhne – Köln;Universität für Bodenkultur;Größe;Öl'",
        "x-MacRoman, 'it’s – the user’s “own” – of 5 µm'",
        "x-MacRoman, 'São João Indústria;Peña José;Ångström Åkesson;Sørensen Ærø'"
    })
    void westernTextIsTakenForNoRarerSet(String charset, String names) throws IOException {
        for (int each : new int[] {1, 10}) {
            StringBuilder text = new StringBuilder("number,title,applicant\n");
            for (int i = 0; i < 40; i++) {
                text.append("US")
                        .append(i)
                        .append(",Plain title of a thing for the use in batteries,")
                        .append(i % each == 0 ? names : "ACME INC")
                        .append('\n');
            }
            assertThat(form(text.toString().getBytes(Charset.forName(charset))).charset())
                    .isEqualTo(charset);
        }
    }

    @Test
    void knownHeaderTellsTheCharacterSet() throws IOException {
        // Too little text to tell by its characters.
        String header = "序号,公开(公告)号,受理局,IPC分类号\n1,CN1A,-,H01M10/0525\n";
        TextForm form = form(header.getBytes(Charset.forName("gb18030")));
        assertThat(form.charset()).isEqualTo("GB18030");
        byte[] sample = Tables.text("incopat.csv").getBytes(Charset.forName("gb18030"));
        assertThat(Tables.printed(Tables.records(sample))).isEqualTo(Tables.text("incopat.expected.txt"));
    }

    @Test
    void firstLetterBeyondAsciiMayStandFarBehindTheStart() throws IOException {
        String ascii = "number,title\n" + "US1,plain\n".repeat(50_000);
        assertThat(form(ascii).sure()).isEqualTo(Sureness.ASCII);
        TextForm western = form((ascii + "FR1,Procédé de dépôt\n".repeat(9)).getBytes(Charset.forName("windows-1252")));
        assertThat(western.charset()).isEqualTo("windows-1252");
        assertThat(form(ascii + "FR1,Procédé").charset()).isEqualTo("UTF-8");
    }

    @Test
    void brokenBytesAmongSoundOnesLeaveTheTextInUtf8() throws IOException {
        byte[] bytes = (LATIN + KOREAN).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;
        assertThat(form(bytes).charset()).isEqualTo("UTF-8");
        assertThat(form(bytes).sure()).isEqualTo(Sureness.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorIsTheOneThatSplitsTheRows(String separator) throws IOException {
        String text = "a,b;c\na;x;y\n".replace(",", "~").replace(";", separator) + "q" + separator + "r~s, t"
                + separator + "u\n";
        text = text.replace("a~b", "a" + separator + "b");
        assertThat(form(text).separator()).isEqualTo(separator.charAt(0));
        assertThat(form("sep=" + separator + "\r\na,b" + separator + "c\r\n").separator())
                .isEqualTo(separator.charAt(0));
        assertThat(form("sep=" + separator + "\r\na,b" + separator + "c\r\n").leadRows())
                .isEqualTo(1);
    }

    @Test
    void quotationMarkIsTheOneThatTheTextHas() throws IOException {
        assertThat(form("a,b\n\"x, y\",z\n").quote()).isEqualTo('"');
        assertThat(form("a,b\nx,y\n").quote()).isEqualTo('"');
        assertThat(form("'a','b'\n'x, y','z'\n'x, y','z'\n").quote()).isEqualTo('\'');
        assertThat(form("a\tb\n\"x\ty\n\"z\ty\n\"z\ty\n").quote()).isEqualTo((char) 0);
    }

    @Test
    void headerIsTheFirstRowThatALayoutKnows() throws IOException {
        TextForm form =
                form("Time: now\n\nQuery: x,y;z\n Publication Number, Publication Date, Title, Priority Data, IPC\n");
        assertThat(form.leadRows()).isEqualTo(2);
        assertThat(form.separator()).isEqualTo(',');
        try (TableFile table = Tables.open("Lead\na,b\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(table.header()).containsExactly("Lead");
            assertThat(table.layout()).isEmpty();
        }
    }

    @Test
    void whatIsGivenIsNotGuessed() throws IOException {
        byte[] bytes = "a;b,c\né;x,y\n".getBytes(Charset.forName("x-MacRoman"));
        TextForm form = TextForm.look(
                        () -> new ByteArrayInputStream(bytes),
                        new TextForm.Given("x-MacRoman", ',', (char) 0, Set.of()))
                .form();
        assertThat(form)
                .isEqualTo(new TextForm("x-MacRoman", 0, Sureness.GIVEN, ',', (char) 0, true, false, LineEnd.LF, 0));
        assertThat(form.describe()).isEqualTo("x-MacRoman (given), separator ',', no quote, LF");
    }
}
