package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks;
import org.smssev.jobs.ingest.format.workbook.TestWorkbooks.TestSheet;

class InspectCommandTest {
    /** A source of mapped columns, to which tables may be joined. */
    private static final String OWN = """
            project: {name: Test, focal-country: CN}
            release: {id: '1'}
            ingest:
              sources:
                - name: own
                  path: data.csv
                  columns: {publication-number: Nr, title: Titel}
            """;

    private static final String LENS = "#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Publication Year,"
            + "Application Number,Application Date,Priority Numbers,Earliest Priority Date,Title,Abstract,Applicants,"
            + "Inventors,IPCR Classifications,URL\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int inspect(Path... files) {
        String[] args = Stream.concat(Stream.of("inspect"), Stream.of(files).map(Path::toString))
                .toArray(String[]::new);
        return CommandLineApp.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatAFileIsWhatWouldBeStoredAndWhatRejected() throws IOException {
        Path file = file(
                "export.txt",
                LENS
                        + "1,US,A1,US 2020/0000001 A1,x,2020-01-02,2020,,2019-01-01,,2018-01-01,A cell,,Acme,,H01M10/05;;C12Q/,u\n"
                        + "2,US,A1,US 2020/0000002 A1,x,2020-02-31,2020,,,,,Another,,,,,u\n");
        assertThat(inspect(file)).isZero();
        assertThat(out.toString())
                .contains(
                        "LENS_CSV", "UTF-8", "US-20200000001-A1", "H01M 10/05", "2 read, 1 would be stored, 1 rejected")
                .contains("1 invalid codes", "record 2: BAD_DATE", "not read", "URL");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void unknownLayoutIsRefusedWithTheNearestOneAndTheOtherFilesAreStillLookedAt() throws IOException {
        Path unknown = file("a.csv", "number,name,Jurisdiction\n1,x,US\n");
        Path known = file("b.csv", LENS + "1,US,A1,US 1 A1,x,2020-01-02,2020,,,,,A cell,,,,,u\n");
        assertThat(inspect(unknown, known)).isEqualTo(3);
        assertThat(err.toString())
                .contains("a.csv", "layout not recognised", "LENS_CSV", "missing are", "Map its columns");
        assertThat(out.toString()).contains("US-1-A1");
    }

    @Test
    void numbersThatMeetNoOtherSourceAreCounted() throws IOException {
        Path own = file(
                "list.csv",
                "Application Id,Application Number,Country,Title,I P C\nUS343343499,1,US,b,\nWO2015026896,2,WO,a,\n");
        Path known = file("b.csv", LENS + "1,US,A1,US 1 A1,x,2020-01-02,2020,,,,,A cell,,,,,u\n");

        assertThat(inspect(own)).isZero();
        assertThat(out.toString()).contains("1 that will match no other source");
        out.getBuffer().setLength(0);
        Path unknown = file(
                "series.csv",
                "Application Id,Publication Number,Country,Title,I P C\nUS1,\"08/123,456\",US,b,\nUS2,US20150376176,US,c,\n");
        assertThat(inspect(unknown)).isZero();
        assertThat(out.toString()).contains("1 that will match no other source");
        out.getBuffer().setLength(0);
        assertThat(inspect(known)).isZero();
        assertThat(out.toString()).doesNotContain("that will match no other source");
    }

    @Test
    void signsThatSteerATerminalAreNotShown() throws IOException {
        String steer = "\u001b[2J\u009b\u202e";
        Path known = file("b.csv", LENS + "1,US,A1,US 1 A1,x,2020-01-02,2020,,,,,A" + steer + "cell,,,,,u\n");
        Path unknown = file("a.csv", "number,na" + steer + "me,Jurisdiction\n1,x,US\n");

        assertThat(inspect(known, unknown)).isEqualTo(3);
        assertThat(out.toString()).contains("A [2J");
        assertThat(out.toString() + err).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void tooManyCellsAreToldAsThat() throws IOException {
        Path file = file("b.csv", LENS + "1,US,A1,US 1 A1" + ",x".repeat(10_000) + "\n");

        assertThat(inspect(file)).isZero();
        assertThat(out.toString()).contains("CELL_TOO_LONG, the row has more than 10000 cells");
    }

    @Test
    void theTitleIsThatOfThePreferredLanguage() throws IOException {
        Path file = file(
                "lens.jsonl",
                "{\"lens_id\":\"1\",\"jurisdiction\":\"EP\",\"doc_number\":\"1\",\"kind\":\"A1\",\"biblio\":{\"invention_title\":["
                        + "{\"text\":\"Vorrichtung\",\"lang\":\"de\"},{\"text\":\"Device\",\"lang\":\"en\"}]}}\n");
        assertThat(inspect(file)).isZero();
        assertThat(out.toString()).contains("Device").doesNotContain("Vorrichtung");
    }

    @Test
    void filesOfASourceAreLookedAtThroughItsMapping() throws IOException {
        Path table = file(
                "data.csv",
                "Nr;Titel;Datum;Notiz\nUS1A1;Zelle;17.06.2015;x\nUS 1 A1;Zelle;;\nUS2A1;Zwei;31.02.2015;\n");
        file("other.csv", "number\nEP1A1\n");
        Path config = file("c.yaml", """
                project: {name: Test, focal-country: CN}
                release: {id: '1'}
                ingest:
                  sources:
                    - name: own
                      path: data.csv
                      text: {separator: ';', date-pattern: dd.MM.yyyy}
                      columns: {publication-number: Nr, title: Titel, publication-date: Datum}
                    - {name: others, path: other.csv, columns: {publication-number: number}}
                """);
        assertThat(inspect(Path.of("--config"), config, Path.of("--source"), Path.of("own")))
                .isZero();
        assertThat(out.toString())
                .contains("MAPPED", "Nr", "not read", "Notiz", "US-1-A1", "published 2015-06-17")
                .contains("3 read, 2 would be stored as 1 publications, 1 rejected {BAD_DATE=1}")
                .doesNotContain("EP-1-A1");
        assertThat(inspect(Path.of("--config"), config)).isZero();
        assertThat(out.toString()).contains("EP-1-A1");
        assertThat(inspect(Path.of("--config"), config, table)).isEqualTo(2);
        assertThat(err.toString()).contains("--source", "own, others");
        assertThat(inspect()).isEqualTo(2);
        assertThat(err.toString()).contains("Name patent files");
    }

    @Test
    void settingsAreOverriddenAsForARun() throws IOException {
        Path config = file("own.yaml", OWN);
        Files.createDirectory(folder.resolve("data"));
        file("data/data.csv", "Nr,Titel\nUS7650331B1,Zelle\n");
        assertThat(inspect(Path.of("--config"), config, Path.of("-D"), Path.of("ingest.data-folder=data")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("US-7650331-B1", "1 would be stored");
    }

    @Test
    void datesOfAnExportAreReadByThePatternOfItsSource() throws IOException {
        file(
                "lens.csv",
                "Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Title\n"
                        + "US,A1,US 1 A1,a,7/4/2014,t\nUS,A1,US 2 A1,b,2014-07-05,t\nUS,A1,US 3 A1,c,2/30/2014,t\n");
        file(
                "espacenet.csv",
                "Title,Publication number,Inventors,IPC,CPC,Earliest priority,Publication date\n"
                        + "t,EP0000004A1,X,H01M10/05,,7/30/2013,7/6/2014\n");
        String head = "project: {name: Test, focal-country: CN}\nrelease: {id: '1'}\ningest:\n  sources:\n";
        Path told = file("told.yaml", head + "    - {name: a, path: '*.csv', text: {date-pattern: M/d/yyyy}}\n");
        assertThat(inspect(Path.of("--config"), told)).isZero();
        assertThat(out.toString())
                .contains("published 2014-07-04", "published 2014-07-05", "published 2014-07-06", "{BAD_DATE=1}")
                .contains("'2/30/2014' is not a date of pattern M/d/yyyy");
        file(
                "lens.txt",
                "Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Title\n"
                        + "US,A1,US 1 A1,a,7/4/2014,t\nUS,A1,US 2 A1,b,2014-07-05,t\nUS,A1,US 3 A1,c,5/6/14,t\n");
        Path untold = file("untold.yaml", head + "    - {name: a, path: lens.txt}\n");
        out.getBuffer().setLength(0);
        assertThat(inspect(Path.of("--config"), untold)).isZero();
        assertThat(out.toString())
                .contains("{BAD_DATE=2}", "'7/4/2014' is not a date of a known pattern")
                .doesNotContain("yyyy-MM-dd");
    }

    @Test
    void whatAFileTellsOfItsDatesGoesBeforeThePatternOfItsSource() throws IOException {
        String header = "Title,Publication number,Inventors,IPC,CPC,Earliest priority,Publication date\n";
        file("telling.csv", header + "t,EP0000004A1,X,H01M10/05,,30/07/2009,04/01/2010\n");
        file("untelling.csv", header + "t,EP0000005A1,X,H01M10/05,,05/06/2010,07/08/2011\n");
        String head = "project: {name: Test, focal-country: CN}\nrelease: {id: '1'}\ningest:\n  sources:\n";
        Path slashes =
                file("slashes.yaml", head + "    - {name: a, path: '*.csv', text: {date-pattern: MM/dd/yyyy}}\n");
        assertThat(inspect(Path.of("--config"), slashes)).isZero();
        assertThat(out.toString())
                .contains("published 2010-01-04", "published 2011-07-08")
                .doesNotContain("BAD_DATE");
        out.getBuffer().setLength(0);
        Path dots = file("dots.yaml", head + "    - {name: a, path: '*.csv', text: {date-pattern: dd.MM.yyyy}}\n");
        assertThat(inspect(Path.of("--config"), dots)).isZero();
        assertThat(out.toString())
                .contains("published 2010-01-04", "published 2011-08-07")
                .doesNotContain("BAD_DATE");
    }

    @Test
    void ofManyFilesThatAreNoTablesTheFirstAreNamedAndTheOthersCounted() throws IOException {
        Path zip = folder.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 10; i < 40; i++) {
                put(out, i + ".js", "function f" + i + "() {}\n");
            }
        }
        assertThat(inspect(zip)).isEqualTo(3);
        assertThat(err.toString().lines())
                .hasSize(21)
                .endsWith("smssev: 10 more files cannot be read.")
                .anyMatch(line -> line.contains("many.zip!29.js"))
                .noneMatch(line -> line.contains("many.zip!30.js"));
    }

    @Test
    void everyReadableFileOfAZipIsShownAndTheOthersAreRefusedByName() throws IOException {
        Path zip = folder.resolve("mixed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "readme.txt", "Hello,\nthis is a readme.\n");
            put(out, "a/lens.csv", LENS + "1,US,A1,US 1 A1,x,2020-01-02,2020,,,,,A cell,,,,,u\n");
            put(out, "list.html", "<html><table></table></html>");
            put(out, "b/lens.csv", LENS + "1,US,A1,US 2 A1,x,2020-01-02,2020,,,,,A cell,,,,,u\n");
        }
        assertThat(inspect(zip)).isEqualTo(3);
        assertThat(out.toString()).contains("mixed.zip!a/lens.csv", "US-1-A1", "mixed.zip!b/lens.csv", "US-2-A1");
        assertThat(err.toString())
                .contains("mixed.zip!readme.txt", "layout not recognised", "mixed.zip!list.html", "a web page");
    }

    private static void put(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    @Test
    void jsonIsReadByLineAndAsTheListThatAnApiAnswers() throws IOException {
        String record = "{\"lens_id\":\"1\",\"jurisdiction\":\"EP\",\"doc_number\":\"1\",\"kind\":\"A1\"}";
        Path lines = file("lines.json", record + "\n{\n" + record + "\n");
        assertThat(inspect(lines)).isZero();
        assertThat(out.toString()).contains("3 read, 2 would be stored as 1 publications, 1 rejected {BAD_JSON=1}");
        Path list = file("list.json", "{\"total\":1,\"data\":[" + record + "]}");
        assertThat(inspect(list)).isZero();
        assertThat(out.toString()).contains("list.json", "1 read, 1 would be stored, 0 rejected");
    }

    @Test
    void absentFileIsNamed() {
        assertThat(inspect(folder.resolve("no.csv"))).isEqualTo(3);
        assertThat(err.toString()).contains("no.csv");
    }

    @Test
    void tablesThatAreJoinedMustHaveTheirColumns() throws IOException {
        file("data.csv", "Nr,Titel\nUS1A1,Zelle\n");
        file("joined.csv", "num,cites,note\nUS1A1,US2A1,x\n");
        String yaml = OWN + "      joins: [{path: joined.csv, key: num, columns: {cited: cites}}]\n";

        assertThat(inspect(Path.of("--config"), file("c.yaml", yaml))).isZero();
        assertThat(out.toString())
                .contains("cited: from joined tables, which only a run reads", "US-1-A1")
                .contains("JOINED", "joined to the records of own by its column num", "cites", "note");
        assertThat(inspect(Path.of("--config"), file("d.yaml", yaml.replace("key: num", "key: nun"))))
                .isEqualTo(3);
        assertThat(err.toString()).contains("joined.csv: no column 'nun' (key of source own)");
    }

    @Test
    void aTableThatIsMissingOrOfDeltaIsRefusedAndTheOtherSourcesAreLookedAt() throws IOException {
        file("data.csv", "Nr,Titel\nUS1A1,Zelle\n");
        file("other.csv", "number\nEP1A1\n");
        Files.createDirectories(folder.resolve("table/_delta_log"));
        Path config = file("c.yaml", OWN + """
                      joins:
                        - {path: missing.csv, key: num, columns: {cited: cites}}
                        - {path: table, key: num, columns: {ipc: codes}}
                    - {name: others, path: other.csv, columns: {publication-number: number}}
                """);

        assertThat(inspect(Path.of("--config"), config)).isEqualTo(3);
        assertThat(err.toString()).contains("missing.csv").contains("table: it is a Delta table");
        assertThat(out.toString()).contains("EP-1-A1");
    }

    @Test
    void familiesAreThoseThatTheConfigurationCounts() throws IOException {
        file("data.csv", "pn,fam,ext\nUS1A1,simple7,extended9\n");
        String yaml = """
                project: {name: Test, focal-country: CN}
                release: {id: '1'}
                ingest:
                  families: EXTENDED
                  sources:
                    - name: own
                      path: data.csv
                      columns: {publication-number: pn, family-id: fam, extended-family-id: ext}
                """;

        assertThat(inspect(Path.of("--config"), file("c.yaml", yaml))).isZero();
        assertThat(out.toString()).contains("family extended9").doesNotContain("family simple7");
    }

    @Test
    void aWorkbookWithoutTheMappedColumnsIsToldWithItsSheet() throws IOException {
        Files.write(
                folder.resolve("cover.xls"),
                TestWorkbooks.xls(
                        new TestSheet("Cover", List.of(List.of("My search"))),
                        new TestSheet("Data", List.of(List.of("number", "name"), List.of("US1A1", "Cell")))));
        String yaml = "project: {name: Test, focal-country: CN}\nrelease: {id: '1'}\ningest: {sources: [{name: a,"
                + " path: cover.xls, columns: {publication-number: number, title: name}}]}\n";

        assertThat(inspect(Path.of("--config"), file("c.yaml", yaml))).isZero();
        assertThat(out.toString()).contains("US-1-A1", "Cell");
        assertThat(inspect(Path.of("--config"), file("d.yaml", yaml.replace("title: name", "title: nome"))))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("no sheet has all mapped columns, [nome, number]", "sheet Cover are [My search]");
    }

    @Test
    void aRowBelowATitleIsToldAsTheHeaderThatItLooksLike() throws IOException {
        assertThat(inspect(file("a.csv", "Hits\nNummer;Name;Klasse\n1;a, b;c\n2;d;e\n")))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "The header is Hits. Row 2 (3 columns) looks more like a header: Nummer, Name, Klasse",
                        "The header must be in the first 30 rows");
    }

    @Test
    void aDocumentOfAppleIsToldAsThat() throws IOException {
        Path file = folder.resolve("table.numbers");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "Index/Document.iwa", "x");
            put(zip, "preview.jpg", "x");
        }

        assertThat(inspect(file)).isEqualTo(3);
        assertThat(err.toString())
                .contains("table.numbers", "Apple's iWork", "Export it there as .xlsx or CSV")
                .doesNotContain("preview.jpg");
    }

    @Test
    void aZipWithAnIndexIsOfAppleOnlyWithWhatStandsBesideItThere() throws IOException {
        Path plain = folder.resolve("delivery.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
            put(zip, "lens.csv", LENS + "1,US,A1,US 1 A1,x,2020-01-02,2020,,,,,A cell,,,,,u\n");
            put(zip, "Index.zip", "x");
        }
        Path numbers = folder.resolve("old.numbers");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(numbers))) {
            put(zip, "Index.zip", "x");
            put(zip, "Metadata/Properties.plist", "x");
        }

        assertThat(inspect(plain, numbers)).isEqualTo(3);
        assertThat(err.toString()).contains("old.numbers").containsOnlyOnce("Apple's iWork");
    }
}
