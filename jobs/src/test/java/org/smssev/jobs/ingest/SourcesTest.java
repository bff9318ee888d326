package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.format.FiveFormats;
import org.smssev.jobs.ingest.format.document.DocumentSamples;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.RawTables;

/** One release of sources of every kind. */
@ExtendWith(LocalSpark.class)
class SourcesTest {
    private static final String BROKEN = "{\"lens_id\":\"1\",\"jurisdiction\":broken}";

    private static MemoryContext context;

    @BeforeAll
    static void ingest(SparkSession spark, @TempDir Path folder) throws IOException {
        mixed(folder.resolve("mixed"));
        Path grants = RawTables.folder("formats/patentsview").resolve("g_patent.tsv");
        ReleaseFiles.write(
                folder.resolve("tables/g_patent.tsv.zip"),
                ReleaseFiles.zip(Map.of("g_patent.tsv", Files.readString(grants) + "\"1\"\t\"torn\n")));
        for (String table : List.of("g_application", "g_ipc_at_issue", "pg_published_application")) {
            copy("patentsview/" + table + ".tsv", folder.resolve("tables"));
        }
        ReleaseFiles.write(
                folder.resolve("tables/g_claims_2021.tsv"),
                "\"patent_id\"\t\"claim_sequence\"\t\"claim_text\"\n\"10900001\"\t\"1\"\t\"A cell\"\n");
        for (String part : List.of("201_part01", "201_part02", "209_part01", "211_part01", "211_part02")) {
            copy("patstat/tls" + part + ".csv", folder.resolve("tables"));
        }
        spark.sql("SELECT * FROM VALUES"
                        + " ('US5000001A', 'From Parquet', DATE '2001-02-03', array('H01M 4/02', NULL, 'C01B 32/05'),"
                        + " array('ACME', 'BOLT'), array(NULL, 'DE'), false),"
                        + " ('US5000002A', NULL, NULL, NULL, NULL, NULL, true),"
                        + " (NULL, 'Nobody''s', NULL, NULL, NULL, NULL, false)"
                        + " AS t(number, title, filed, codes, names, countries, out)")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("a folder").toString());
        spark.sql("SELECT 'EP5000001A1' AS number, 'From Delta' AS title, DATE '2003-04-05' AS filed,"
                        + " array('H02J 7/00') AS codes,"
                        + " array(struct('ACME' AS name, struct('US' AS country) AS at),"
                        + " struct('BOLT' AS name, NULL AS at)) AS holders,"
                        + " map('a', 1) AS other, false AS out")
                .write()
                .format("delta")
                .save(folder.resolve("delta").toString());
        spark.sql("SELECT 'US5000001A' AS key, array('US1A', 'EP 2 A1') AS cites")
                .write()
                .parquet(folder.resolve("cites").toString());
        Join cites = new Join(
                folder.resolve("cites/*.parquet").toString(), ReleaseRuns.FOUND, "key", true, Map.of("cited", "cites"));
        Path json = ReleaseFiles.write(
                folder.resolve("google.jsonl"), DocumentSamples.GOOGLE.replace("7650331", "7650339"));
        spark.read()
                .json(json.toString())
                .write()
                .parquet(folder.resolve("google").toString());
        Map<String, String> columns = Map.of(
                "publication-number",
                "number",
                "title",
                "title",
                "filing-date",
                "filed",
                "ipc",
                "codes",
                "applicants",
                "names",
                "applicant-countries",
                "countries",
                "withdrawn",
                "out");
        Map<String, String> nested = new HashMap<>(columns);
        nested.put("applicants", "holders.name");
        nested.put("applicant-countries", "holders.at.country");
        context = new ReleaseRuns(spark, folder)
                .run(
                        "1",
                        null,
                        ReleaseRuns.source("mixed", folder.resolve("mixed")),
                        ReleaseRuns.source("tables", folder.resolve("tables")),
                        ReleaseRuns.mapped("parquet", folder.resolve("a folder"), columns, cites),
                        ReleaseRuns.mapped("delta", folder.resolve("delta"), nested),
                        ReleaseRuns.source("google", folder.resolve("google")));
    }

    private static void copy(String sample, Path folder) throws IOException {
        ReleaseFiles.write(
                folder.resolve(Path.of(sample).getFileName()),
                Files.readAllBytes(RawTables.folder("formats").resolve(sample)));
    }

    private static void mixed(Path folder) throws IOException {
        Path formats = RawTables.folder("formats");
        ReleaseFiles.write(folder.resolve("01.zip"), delivery());
        ReleaseFiles.write(folder.resolve("02.xml"), DocumentSamples.text("USPTO_XML"));
        ReleaseFiles.write(folder.resolve("03.txt"), DocumentSamples.text("LENS_JSONL") + BROKEN + "\n");
        ReleaseFiles.write(folder.resolve("04.jsonl"), DocumentSamples.text("GOOGLE_JSONL"));
        ReleaseFiles.write(folder.resolve("again/04.jsonl"), DocumentSamples.text("GOOGLE_JSONL"));
        Map<String, String> zipped = new LinkedHashMap<>();
        zipped.put("a.csv", FiveFormats.lens(FiveFormats.PUBLICATIONS));
        zipped.put("sub/b.csv", Files.readString(formats.resolve("patentscope-2015.csv")));
        ReleaseFiles.write(folder.resolve("05.zip"), ReleaseFiles.zip(zipped));
        ReleaseFiles.write(
                folder.resolve("06.csv.gz"), ReleaseFiles.gzip(FiveFormats.derwent(FiveFormats.PUBLICATIONS)));
        ReleaseFiles.write(folder.resolve("07.xls"), FiveFormats.patentscope(FiveFormats.PUBLICATIONS));
        ReleaseFiles.write(folder.resolve("sub/08.xlsx"), FiveFormats.patSnap(FiveFormats.PUBLICATIONS));
        ReleaseFiles.write(
                folder.resolve("sub/09.csv"),
                Files.readString(formats.resolve("patsnap-zh.csv")).replace("CN108715218A", "CN108715219A"),
                "gb18030");
        ReleaseFiles.write(
                folder.resolve("sub/10.csv"), "\ufeff" + Files.readString(formats.resolve("incopat.csv")), "UTF-16LE");
    }

    /** As the EPO delivers DOCDB. */
    private static byte[] delivery() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Root/index.xml", bytes("<?xml version=\"1.0\"?>\n<docdb-package-index id=\"1\"/>\n"));
        files.put("Root/DTDS/docdb-entities.dtd", bytes("<!ENTITY a 'b'>"));
        files.put(
                "Root/DOC/statistics_202324_Amend_001.csv",
                bytes(
                        "DOCA095,202324,DOCDB-202324,2,2\rStatus,NrOfPNStatus,CC,KC,FirstPN,LastPN,FirstPubDate,LastPubDate,"
                                + "NrOfPN\rA,1,EP,A1,1000000,1000000,20190531,20190531,1\r"));
        files.put("Root/DOC/DOCDB-1.zip", ReleaseFiles.zip(Map.of("DOCDB-1.xml", DocumentSamples.DOCDB)));
        return ReleaseFiles.packed(files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> patents(String where, String expression) {
        return ReleaseRuns.column(context, Patent.class, "CASE WHEN " + where + " THEN " + expression + " END").stream()
                .filter(text -> !text.equals("null"))
                .toList();
    }

    private static String patent(String number, String expression) {
        List<String> found = patents("publication_number = '" + number + "'", expression);
        assertThat(found).as(number).hasSize(1);
        return found.get(0);
    }

    @Test
    void everyFileIsReadAndEveryRecordIsAccountedFor() {
        List<String> lines = context.rows(LedgerEntry.class).stream()
                .map(e -> String.join(
                        " ",
                        e.source(),
                        e.file().endsWith(".parquet") ? "part" : e.file(),
                        List.of(e.read(), e.newRecords(), e.duplicate(), e.quarantined(), e.withdrawnMarked())
                                .toString()))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "mixed 01.zip!Root/DOC/DOCDB-1.zip!DOCDB-1.xml [2, 1, 0, 0, 1]",
                        "mixed 02.xml [5, 4, 0, 1, 0]",
                        "mixed 03.txt [4, 3, 0, 1, 0]",
                        "mixed 04.jsonl [2, 2, 0, 0, 0]",
                        "mixed 05.zip!a.csv [12, 12, 0, 0, 0]",
                        "mixed 05.zip!sub/b.csv [3, 2, 0, 1, 0]",
                        "mixed 06.csv.gz [12, 0, 12, 0, 0]",
                        // PATENTSCOPE gives no kinds, so its numbers are not those of the others; one was in b.csv.
                        "mixed 07.xls [12, 11, 1, 0, 0]",
                        "mixed sub/08.xlsx [12, 0, 12, 0, 0]",
                        "mixed sub/09.csv [3, 2, 1, 0, 0]",
                        "mixed sub/10.csv [3, 2, 1, 0, 0]",
                        "tables g_patent.tsv.zip!g_patent.tsv [5, 3, 0, 1, 1]",
                        "tables pg_published_application.tsv [3, 3, 0, 0, 0]",
                        "tables tls211_part01.csv [3, 3, 0, 0, 0]",
                        "tables tls211_part02.csv [2, 1, 0, 1, 0]",
                        "parquet part [3, 1, 0, 1, 1]",
                        "delta delta [1, 1, 0, 0, 0]",
                        "google part [1, 1, 0, 0, 0]");
        assertThat(context.rows(LedgerEntry.class))
                .extracting(LedgerEntry::fileSha256)
                .doesNotHaveDuplicates();
        // 04.jsonl has the bytes of a file before it.
        assertThat(context.quality).containsEntry("repeated_file mixed/again/04.jsonl", 1.0);
    }

    @Test
    void rejectedRecordsAreKeptWithTheirText() {
        assertThat(ReleaseRuns.column(context, Quarantined.class, "source || ' ' || record_no || ' ' || reason"))
                .containsExactly(
                        "mixed 2 NOT_A_PATENT",
                        "mixed 3 BAD_DATE",
                        "mixed 4 BAD_JSON",
                        "parquet 3 NO_PUBLICATION_NUMBER",
                        "tables 2 NO_PUBLICATION_NUMBER",
                        "tables 5 FIELD_COUNT");
        List<String> raw = ReleaseRuns.column(context, Quarantined.class, "raw");
        assertThat(raw)
                .contains(BROKEN, "\tNobody's\t\t\t\t\tfalse", "US20150000001,32.01.2015,X,,,,,")
                .anySatisfy(text -> assertThat(text).contains("<sequence-cwu id=\"SEQLST-0\">"));
    }

    @Test
    void encodingsAndWorkbooksKeepTheirText() {
        assertThat(patent("CN-108715219-A", "applicants.name")).isEqualTo("[天空有限公司, 某大学]");
        assertThat(patent("CN-1234567-C", "title || applicants[0].name")).isEqualTo("灯甲");
        assertThat(patent("DE-102010046479-A1", "concat(title, to_json(applicants.name))"))
                .isEqualTo("Ruderboot für Zwölf[\"BOOTE AG\",\"UNIV KÖLN\"]");
        assertThat(context.quality).containsEntry("text_replaced mixed", 0.0);
    }

    @Test
    void tablesOfADatabaseBecomeRecords() {
        assertThat(patents("array_contains(sources, 'tables') AND office = 'US'", "publication_number || withdrawn"))
                .containsExactly(
                        "US-10900001-B2false",
                        "US-20190089001-A1false",
                        "US-20200012345-A1false",
                        "US-20200012346-A9false",
                        "US-7272630-B2true",
                        "US-D900002-S1false",
                        "US-RE48000-E1false");
        assertThat(patent("US-10900001-B2", "ipc.symbol"))
                .isEqualTo("[H01M 10/0525, H01M 10/052, H01M 4/13, C01B 32/168]");
        // Grant and publication of application 16/123456.
        assertThat(patents("family_id = 'US-10900001-B2'", "publication_number"))
                .containsExactly("US-10900001-B2", "US-20190089001-A1");
        assertThat(patents("family_id = '54321'", "publication_number || filing_date"))
                .containsExactly("EP-3150483-A12016-09-14", "EP-3150483-B12016-09-14");
        assertThat(context.quality)
                .containsEntry("table_rows tables/tls201_part02.csv", 2.0)
                .containsKey("table_missing tables/without g_assignee_disambiguated there is no applicant")
                .containsKey("table_missing tables/without tls203 there is no abstract")
                .containsKey("table_unread tables/g_claims_2021.tsv");
    }

    @Test
    void parquetAndDeltaAreMapped() {
        assertThat(patent("US-5000001-A", "concat_ws(' ', title, filing_date, array_join(ipc.symbol, '+'), withdrawn)"))
                .isEqualTo("From Parquet 2001-02-03 H01M 4/02+C01B 32/05 false");
        assertThat(patent("US-5000001-A", "to_json(applicants)"))
                .isEqualTo("[{\"name\":\"ACME\",\"harmonised\":\"ACME\"},"
                        + "{\"name\":\"BOLT\",\"country\":\"DE\",\"harmonised\":\"BOLT\"}]");
        assertThat(patent("US-5000001-A", "to_json(cited)")).isEqualTo("[\"US-1-A\",\"EP-2-A1\"]");
        assertThat(patent("US-5000002-A", "withdrawn")).isEqualTo("true");
        assertThat(patent("EP-5000001-A1", "concat_ws(' ', title, filing_date, array_join(ipc.symbol, '+'))"))
                .isEqualTo("From Delta 2003-04-05 H02J 7/00");
        assertThat(patent("EP-5000001-A1", "to_json(applicants)"))
                .isEqualTo("[{\"name\":\"ACME\",\"country\":\"US\",\"harmonised\":\"ACME\"},"
                        + "{\"name\":\"BOLT\",\"harmonised\":\"BOLT\"}]");
        assertThat(context.quality).containsEntry("ipc_malformed parquet", 0.0);
    }

    @Test
    void nestedParquetIsReadAsTheJsonOfTheSameTable() {
        String fields = "concat_ws('|', office, kind, family_id, priority_date, filing_date, publication_date,"
                + " to_json(applicants), to_json(inventors), to_json(ipc), to_json(cited), language, title, abstract_text)";
        assertThat(patent("US-7650339-B1", fields))
                .isEqualTo(patent("US-7650332-B1", fields))
                .contains("2004-06-18", "GOOGLE INC", "G06F 17/30");
    }

    @Test
    void deletedAndGivenFamiliesOfDocdbAreTaken() {
        assertThat(patent("DE-1258188-B", "withdrawn")).isEqualTo("true");
        assertThat(patent("EP-1000000-A1", "family_id")).isEqualTo("22179393");
        assertThat(context.dataset(Family.class)
                        .filter("family_id = '41785181'")
                        .first()
                        .<Integer>getAs("n_publications"))
                .isEqualTo(3);
    }
}
