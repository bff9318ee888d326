package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

/**
 * The same twelve publications, made up, as five tools export them. All five carry number (PATENTSCOPE without its
 * kind), publication date, title, IPC codes and applicants.
 */
public final class FiveFormats {
    /** The publications. */
    public static final List<Publication> PUBLICATIONS = publications();

    /**
     * A publication.
     *
     * @param serial digits between office and kind
     * @param date ISO date
     * @param ipc codes in canonical spelling
     */
    public record Publication(
            String office,
            String serial,
            String kind,
            String date,
            String title,
            List<String> ipc,
            List<String> applicants) {}

    private FiveFormats() {}

    private static List<Publication> publications() {
        String[][] rows = {
            {"US", "20110185700", "A1", "2011-08-04", "Toy that doesn't tip", "A63H 30/04|A63H 17/26", "ACME TOYS INC"},
            {"US", "8834226", "B2", "2014-09-16", "Remote control & method", "A63H 30/04", "ACME TOYS INC|DOE JANE"},
            {"WO", "2015026896", "A1", "2015-02-26", "Drug delivery", "A61M 5/172|G06F 19/00", "ELWHA LLC"},
            {"EP", "2500000", "B1", "2015-06-17", "Battery, and \"cell\"", "H01M 10/0525", "MÜLLER & SÖHNE GMBH"},
            {"CN", "101234567", "A", "2008-08-06", "Lithium battery", "H01M 4/36|H01M 10/0525", "SOME CO LTD"},
            {"DE", "102010046479", "A1", "2012-03-29", "Ruderboot für Zwölf", "B63H 16/04", "BOOTE AG|UNIV KÖLN"},
            {"JP", "2005123456", "A", "2005-05-12", "Lamp; lantern", "F21V 8/00|F21S 2/00", "LIGHT KK"},
            {"KR", "20190012345", "A", "2019-02-08", "Display", "G09F 9/30", "SCREEN CO LTD"},
            {"FR", "3012345", "A1", "2015-05-01", "Procédé", "C12P 7/06", "SOCIÉTÉ DU PAIN"},
            {"GB", "2500001", "A", "2013-09-11", "Kettle", "A47J 27/21", "TEA LTD"},
            {"US", "10000000", "B2", "2018-06-19", "Coherent LADAR", "G01S 7/486|G01S 17/10", "SKY CORP"},
            {"CN", "108715218", "A", "2018-10-30", "Tilt rotor", "B64C 27/52|B64C 27/12", "SKY CO LTD|SOME UNIV"}
        };
        List<Publication> publications = new ArrayList<>();
        for (String[] r : rows) {
            publications.add(new Publication(
                    r[0], r[1], r[2], r[3], r[4], List.of(r[5].split("\\|")), List.of(r[6].split("\\|"))));
        }
        return List.copyOf(publications);
    }

    /**
     * Writes the five files, each with all publications.
     *
     * @param folder an existing folder
     * @return the files by the name of their layout: LENS_CSV, PATSNAP (.xlsx), GOOGLE_CSV, DERWENT, PATENTSCOPE (.xls)
     */
    public static Map<String, Path> write(Path folder) throws IOException {
        return write(folder, List.of(PUBLICATIONS, PUBLICATIONS, PUBLICATIONS, PUBLICATIONS, PUBLICATIONS));
    }

    /** Writes the five files, each with some of the publications, so that each publication is in one. */
    public static Map<String, Path> writeSplit(Path folder) throws IOException {
        return write(
                folder,
                List.of(
                        PUBLICATIONS.subList(0, 3),
                        PUBLICATIONS.subList(3, 6),
                        PUBLICATIONS.subList(6, 8),
                        PUBLICATIONS.subList(8, 10),
                        PUBLICATIONS.subList(10, 12)));
    }

    private static Map<String, Path> write(Path folder, List<List<Publication>> shares) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("LENS_CSV", folder.resolve("lens-export.csv"));
        files.put("PATSNAP", folder.resolve("patsnap.xlsx"));
        files.put("GOOGLE_CSV", folder.resolve("bigquery.csv"));
        files.put("DERWENT", folder.resolve("derwent.csv"));
        files.put("PATENTSCOPE", folder.resolve("resultList.xls"));
        Files.writeString(files.get("LENS_CSV"), lens(shares.get(0)), StandardCharsets.UTF_8);
        Files.write(files.get("PATSNAP"), patSnap(shares.get(1)));
        Files.writeString(files.get("GOOGLE_CSV"), google(shares.get(2)), StandardCharsets.UTF_8);
        Files.writeString(files.get("DERWENT"), derwent(shares.get(3)), StandardCharsets.UTF_8);
        Files.write(files.get("PATENTSCOPE"), patentscope(shares.get(4)));
        return files;
    }

    /** A Lens export of 2024, shortened to the columns that are read. */
    public static String lens(List<Publication> publications) {
        StringBuilder out = new StringBuilder("\ufeff\"#\",Jurisdiction,Kind,Display Key,Lens ID,Publication Date,"
                + "Publication Year,Title,Applicants,IPCR Classifications\r\n");
        for (int i = 0; i < publications.size(); i++) {
            Publication p = publications.get(i);
            boolean split = p.office.equals("US") && p.kind.equals("A1");
            String serial = split ? p.serial.substring(0, 4) + "/" + p.serial.substring(4) : p.serial;
            line(
                    out,
                    String.valueOf(i + 1),
                    p.office,
                    p.kind,
                    p.office + " " + serial + " " + p.kind,
                    "000-000-000-000-0" + (10 + i),
                    p.date,
                    p.date.substring(0, 4),
                    p.title.replace("'", "&#39;"),
                    String.join(";;", p.applicants),
                    p.ipc.stream().map(c -> c.replace(" ", "")).collect(Collectors.joining(";;")));
        }
        return out.toString();
    }

    /** A CSV of the table of publications, with Python's lists, or lists joined by commas. */
    public static String google(List<Publication> publications) {
        StringBuilder out = new StringBuilder(
                "publication_number,country_code,kind_code,title_localized,publication_date,assignee_harmonized,ipc\n");
        for (int i = 0; i < publications.size(); i++) {
            Publication p = publications.get(i);
            String quote = p.title.contains("'") ? "\"" : "'";
            boolean joined = i % 3 == 1;
            String ipc = joined
                    ? p.ipc.stream().map(c -> c.replace(" ", "")).collect(Collectors.joining(","))
                    : p.ipc.stream()
                            .map(c -> "{'code': '" + c.replace(" ", "") + "', 'inventive': True, 'first': "
                                    + (c.equals(p.ipc.get(0)) ? "True" : "False") + ", 'tree': []}")
                            .collect(Collectors.joining(", ", "[", "]"));
            line(
                    out,
                    p.office + "-" + p.serial + "-" + p.kind,
                    p.office,
                    p.kind,
                    "[{'text': " + quote + p.title + quote + ", 'language': 'en', 'truncated': False}]",
                    p.date.replace("-", ""),
                    joined
                            ? String.join(",", p.applicants)
                            : p.applicants.stream()
                                    .map(a -> "{'name': '" + a + "', 'country_code': '" + p.office + "'}")
                                    .collect(Collectors.joining(", ", "[", "]")),
                    ipc);
        }
        return out.toString();
    }

    /** An export of Derwent Innovation. */
    public static String derwent(List<Publication> publications) {
        StringBuilder out = new StringBuilder("Publication Number,Title,Assignee/Applicant,IPC - Current,"
                + "Publication Date,DWPI Family Members,INPADOC Family Members\r\n");
        for (Publication p : publications) {
            line(
                    out,
                    p.office + p.serial + p.kind,
                    p.title,
                    String.join("; ", p.applicants),
                    p.ipc.stream().map(FiveFormats::thomson).collect(Collectors.joining("; ")),
                    p.date,
                    "NA",
                    p.office + p.serial + p.kind + " " + p.date.replace("-", ""));
        }
        return out.toString();
    }

    /** {@code H01M-0010/0525}. */
    private static String thomson(String code) {
        int slash = code.indexOf('/');
        String group = code.substring(5, slash);
        return code.substring(0, 4) + "-" + "0".repeat(4 - group.length()) + group + code.substring(slash);
    }

    /** A workbook of PatSnap. */
    public static byte[] patSnap(List<Publication> publications) throws IOException {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("序号", "IPC分类号", "公开(公告)号", "公开(公告)日", "标题(译)(English)", "受理局", "[标]原始申请(专利权)人", "被引用专利数量"));
        Map<String, String> offices = Map.of(
                "US",
                "美国",
                "WO",
                "世界知识产权组织",
                "EP",
                "欧洲专利局",
                "CN",
                "中国",
                "DE",
                "德国",
                "JP",
                "日本",
                "KR",
                "韩国",
                "FR",
                "法国",
                "GB",
                "英国");
        for (int i = 0; i < publications.size(); i++) {
            Publication p = publications.get(i);
            rows.add(List.of(
                    String.valueOf(i + 1),
                    p.ipc.stream().map(c -> c.replace(" ", "")).collect(Collectors.joining(" | ")),
                    p.office + p.serial + p.kind,
                    p.date,
                    p.title,
                    offices.get(p.office),
                    String.join(" | ", p.applicants),
                    "3"));
        }
        return TestWorkbooks.xlsx(new TestSheet("sheet1", rows));
    }

    /** A result list of PATENTSCOPE of 2015. */
    public static byte[] patentscope(List<Publication> publications) throws IOException {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of());
        rows.add(List.of("Query: EN_ALL:(anything)"));
        rows.add(List.of(
                "Publication Number",
                "Publication Date",
                "Title",
                "Priority Data",
                "IPC",
                "Applicants",
                "Inventors",
                "FP Image"));
        for (Publication p : publications) {
            String[] ymd = p.date.split("-", -1);
            rows.add(List.of(
                    p.office + p.serial,
                    ymd[2] + "." + ymd[1] + "." + ymd[0],
                    p.title,
                    "[60582692 2004-06-24T23:59:59.000Z US]",
                    String.join(";", p.ipc) + ";" + p.ipc.get(0),
                    String.join(";", p.applicants)));
        }
        return TestWorkbooks.xls(new TestSheet("ResultSet", rows));
    }

    private static void line(StringBuilder out, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            boolean quoted = cells[i].matches("(?s).*[\",\\r\\n].*");
            out.append(i == 0 ? "" : ",").append(quoted ? "\"" + cells[i].replace("\"", "\"\"") + "\"" : cells[i]);
        }
        out.append("\r\n");
    }
}
