package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherExportsTest {
    private static String refusal(String header) {
        return OtherExports.refusal(List.of(header.split(";", -1))).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Id de la solicitud;Número de solicitud;Fecha de la solicitud;País;Título;Resumen;CIP | PATENTSCOPE",
                "Identifiant de la demande;Numéro de la demande;Date de la demande;Pays;Titre;Abrégé;CIB | PATENTSCOPE",
                "出願番号;出願日;国;発明の名称;要約;国際特許分類;出願人;発明者;公開番号;公開日 | PATENTSCOPE",
                "출원번호;출원일;국가;명칭;요약서;국제특허분류;출원인;발명자;공개번호;공개일 | PATENTSCOPE"
            })
    void downloadsInOtherLanguagesAreToldWithWhatToDo(String header, String tool) {
        assertThat(refusal(header)).contains("an export of " + tool, "Set the interface to English");
    }

    @Test
    void otherDownloadsAreToldAsWhatTheyAre() {
        assertThat(refusal("Veröffentlichungsnummer;Titel;Anmelder;Erfinder;IPC-Hauptklasse;Veröffentlichungsdatum"))
                .contains("a list of hits of DEPATISnet");
        assertThat(refusal("순번;대표도면;발명의명칭;IPC분류;출원번호;출원일자;출원인;등록번호;공개번호;심사진행상태;심사청구항수;요약;최종권리자"))
                .contains("a list of hits of KIPRIS", "neither office nor kind");
        assertThat(refusal("국가코드;DB종류;문헌종류 코드;출원번호;발명의 명칭;공개번호/공표/재공표;Original IPC All;WIPS ON key"))
                .contains("an export of WIPS ON");
        assertThat(refusal("PN;TI;AU;AE;GA;AB;DC;MC;IP;PD;AD;PI;UT"))
                .contains("the Derwent Innovations Index", "Derwent Innovation, Espacenet");
        assertThat(refusal("FN Derwent Innovations Index")).contains("the Derwent Innovations Index");
        assertThat(refusal("FN Clarivate Analytics Web of Science")).contains("a list of articles");
        assertThat(refusal("申请号;申请日;公开（公告）号;公开（公告）日;发明名称;IPC分类号;申请（专利权）人;发明人")).contains("CNIPA's search", "Espacenet");
        assertThat(refusal("公开号;标题;标题 - DWPI;优先权号;专利权人/申请人;IPC - 现版;摘要 - DWPI;公开国家/地区代码"))
                .contains("an export of Derwent Innovation from an interface");
        assertThat(refusal("id;type;number;country;date;abstract;title;kind;num_claims;filename;withdrawn"))
                .contains("a table of PatentsView from before 2023", "g_patent.tsv");
        assertThat(
                        refusal(
                                "Title;Publication numbers with kind code;Publication dates;Earliest priority date;Inventors;"
                                        + "IPC - International classification;Application numbers;Priority numbers;Patent family number"))
                .contains("an export of Orbit", "several publications");
        assertThat(
                        refusal(
                                "Priority dates;Publication data including kind & date;Questel unique family ID (FAN);Priority numbers"))
                .contains("an export of Orbit");
        assertThat(refusal(
                        "Lens ID;Title;Date Published;Publication Type;Source Title;ISSNs;Publisher;Author/s;Abstract"))
                .contains("scholarly works of The Lens");
        assertThat(refusal(
                        "Lens ID;Title;Publication Year;Publication Type;Publisher;Source Country;Fields of Study;DOI"))
                .contains("scholarly works of The Lens");
        assertThat(refusal("申请号;公开（公告）号;公开（公告）日;申请日;专利号;名称;主分类号;分类号;申请（专利权）人;发明（设计）人;主权项"))
                .contains("CNIPR");
    }

    @Test
    void tablesOfOtherToolsAreNotTakenForThem() {
        assertThat(Stream.of(
                        "번호;발명의명칭;출원번호;출원일자;출원인;IPC분류;공개번호;공개일자;등록번호;등록일자;법적상태",
                        "出願番号;出願日;公開番号;公開日;発明の名称;国際特許分類",
                        "출원번호;출원일;공개번호;공개일;국제특허분류",
                        "文献番号;出願番号;出願日;公知日;発明の名称;出願人/権利者;FI;公告番号;登録番号",
                        "Title;Publication numbers;Current assignees;IPC - International classification",
                        "Numéro de publication;Date de publication;Titre;Résumé;CIB",
                        "Title;Application numbers;Priority numbers;Patent family number",
                        "专利名称;申请号;公开(公告)号;分类号",
                        "id;type;number;country;date;withdrawn",
                        "FNAME Derwent;x",
                        "Titel;Anmelder;Veröffentlichungsnummer;Anmeldedatum",
                        "PN;TI;AB;IP;PD;PI",
                        "PT;AU;TI;SO;DE;AB;PD;PY;UT",
                        "id;title;assignee;priority date"))
                .allSatisfy(header -> assertThat(refusal(header)).isEmpty());
    }

    @Test
    void theirHeaderIsFoundBelowATitleSoThatItCanBeMapped() throws Exception {
        byte[] bytes =
                "Trefferliste\nVeröffentlichungsnummer;Titel;Anmeldedatum;IPC-Hauptklasse\nDE1A1;Rad, rund;;B60B 1/00\n"
                        .getBytes(StandardCharsets.UTF_8);
        try (TableFile table = Tables.open(bytes)) {
            assertThat(table.headerRow()).isEqualTo(2);
            assertThat(table.header()).contains("Titel", "IPC-Hauptklasse");
            assertThat(table.layout()).isEmpty();
        }
    }
}
