package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Downloads of known tools that are not read by themselves, told by their column names: those of other languages of an
 * interface, and of tools whose tables lack what is needed. Their columns can be mapped.
 */
public final class OtherExports {
    private static final String ENGLISH =
            " from an interface that is not in English. Set the interface to English and export it again.";

    /**
     * A download.
     *
     * @param columns names of columns that tell it from those of other tools, as {@link HeaderNames#key} has them
     * @param least how many of them it has at least
     * @param needed those that it has in any case, as the others are everyday words
     * @param sentence what it is and what to do
     */
    private record Download(Set<String> columns, int least, Set<String> needed, String sentence) {
        static Download of(int least, String sentence, String... columns) {
            return new Download(keys(columns), least, Set.of(), sentence);
        }

        Download with(String... needed) {
            return new Download(columns, least, keys(needed), sentence);
        }

        private static Set<String> keys(String... columns) {
            return Stream.of(columns).map(HeaderNames::key).collect(Collectors.toUnmodifiableSet());
        }

        boolean is(Map<String, Integer> positions) {
            return positions.keySet().containsAll(needed)
                    && columns.stream().filter(positions::containsKey).count() >= least;
        }
    }

    private static final String DERWENT_INDEX =
            "it is a download of the Derwent Innovations Index, which smssev cannot read. Its records are families with"
                    + " rewritten titles. Export their publications from Derwent Innovation, Espacenet or The Lens.";
    private static final String ARTICLES =
            "it is a list of articles of the Web of Science, not of patents. Export publications from Espacenet or The Lens.";
    /** The first line of downloads of the Web of Science as plain text. */
    private static final Pattern TAGGED = Pattern.compile("FN (?:Derwent|Clarivate|Thomson|ISI)\\b");

    private static final List<Download> ALL = List.of(
            Download.of(
                    3,
                    "it is a list of hits of DEPATISnet, which smssev cannot read. Export the same documents from"
                            + " Espacenet.",
                    "Veröffentlichungsnummer",
                    "Veröffentlichungs-Nummer",
                    "Veröffentlichungsdatum",
                    "Veröffentlichungs-Datum",
                    "Anmeldedatum",
                    "Anmelde-Datum",
                    "IPC-Hauptklasse",
                    "IPC-Neben-/Indexklassen"),
            // A publication's number and date in these languages are Espacenet's words, too, and do not tell.
            patentscope(
                    3,
                    "Identifiant de la demande",
                    "Numéro de la demande",
                    "Date de la demande",
                    "Déposants",
                    "Abrégé"),
            patentscope(
                    3, "Id de la solicitud", "Número de solicitud", "Fecha de la solicitud", "Solicitantes", "Resumen"),
            patentscope(4, "出願番号", "出願日", "国", "要約", "国際特許分類", "公開番号", "公開日").with("国", "要約"),
            patentscope(4, "출원번호", "출원일", "국가", "요약서", "국제특허분류", "공개번호", "공개일").with("국가", "요약서"),
            Download.of(
                    3,
                    "it is a list of hits of KIPRIS, which smssev cannot read. Its numbers have neither office nor kind."
                            + " Export the same documents from Espacenet or PATENTSCOPE.",
                    "대표도면",
                    "번역문제출일자",
                    "심사진행상태",
                    "심사청구항수",
                    "관련출원번호",
                    "최종권리자"),
            Download.of(
                    2,
                    "it is an export of WIPS ON, which smssev cannot read. Export the same documents from Espacenet or"
                            + " PATENTSCOPE.",
                    "WIPS ON key",
                    "DB종류",
                    "특허/실용 구분",
                    "문헌종류 코드",
                    "공개번호/공표/재공표",
                    "Original IPC Main",
                    "Original IPC All"),
            Download.of(5, DERWENT_INDEX, "PN", "TI", "AE", "GA", "DC", "MC", "IP", "PD", "PI")
                    .with("PN", "AE"),
            Download.of(
                            3,
                            "it is a list of the CNIPA's search, which smssev cannot read. Export the same"
                                    + " documents from Espacenet.",
                            "发明名称",
                            "专利名称",
                            "IPC分类号",
                            "公开(公告)号",
                            "申请(专利权)人",
                            "申请号")
                    .with("发明名称", "申请(专利权)人"),
            Download.of(
                    3,
                    "it is an export of Derwent Innovation from an interface that is not in English or Japanese. Set"
                            + " the interface to English and export it again.",
                    "标题 - DWPI",
                    "摘要 - DWPI",
                    "IPC - 现版",
                    "IPC - 现版 - DWPI",
                    "优先权号/优先权日 - DWPI",
                    "专利权人/申请人"),
            Download.of(
                            6,
                            "it is a table of PatentsView from before 2023. Download the current g_patent.tsv and the tables beside it.",
                            "id",
                            "type",
                            "number",
                            "country",
                            "num_claims",
                            "filename",
                            "withdrawn")
                    .with("num_claims", "withdrawn"),
            orbit("Publication numbers with kind code"),
            orbit("Questel unique family ID (FAN)"),
            Download.of(
                            3,
                            "it is a list of scholarly works of The Lens, not of patents. Export patents there.",
                            "Date Published",
                            "Source Title",
                            "ISSNs",
                            "Publication Type",
                            "Source Country",
                            "Author/s",
                            "Fields of Study")
                    .with("Lens ID", "Publication Type"),
            Download.of(
                            4,
                            "it is a list of an older search of the CNIPA or of CNIPR, which smssev cannot read. Export the same"
                                    + " documents from Espacenet.",
                            "申请号",
                            "公开(公告)号",
                            "专利号",
                            "主分类号",
                            "申请(专利权)人",
                            "发明(设计)人",
                            "主权项")
                    .with("名称", "主权项"));

    private OtherExports() {}

    /** Exports of Orbit, of which each has the columns that its user chose. */
    private static Download orbit(String needed) {
        return Download.of(
                        3,
                        "it is an export of Orbit, which smssev cannot read. Its records are families with several publications."
                                + " Export their publications from Espacenet or The Lens.",
                        "Publication numbers with kind code",
                        "Publication data including kind & date",
                        "Latest standardized assignees - inventors removed",
                        "IPC - International classification",
                        "Application numbers",
                        "Priority numbers",
                        "Priority dates",
                        "Patent family number",
                        "Questel unique family ID (FAN)")
                .with(needed);
    }

    private static Download patentscope(int least, String... columns) {
        return Download.of(least, "it is an export of PATENTSCOPE" + ENGLISH, columns);
    }

    /**
     * Why a table with such a header is not read, and what to do.
     *
     * @param header column names as they stand
     * @return a sentence for the user, without the file's name; empty for all other headers
     */
    public static Optional<String> refusal(List<String> header) {
        return refusal(header, HeaderNames.positions(header));
    }

    /** The same for a header whose names stand at these {@linkplain HeaderNames#positions positions}. */
    static Optional<String> refusal(List<String> header, Map<String, Integer> positions) {
        if (!header.isEmpty() && TAGGED.matcher(header.get(0)).lookingAt()) {
            return Optional.of(header.get(0).contains("Derwent") ? DERWENT_INDEX : ARTICLES);
        }
        return ALL.stream().filter(d -> d.is(positions)).map(Download::sentence).findFirst();
    }
}
