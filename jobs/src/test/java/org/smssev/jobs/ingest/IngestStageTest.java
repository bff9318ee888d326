package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Release;
import org.smssev.common.config.Config.Text;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.table.InternalRows;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.family.Families;
import org.smssev.jobs.ingest.family.FamilyStep;
import org.smssev.jobs.testing.Datasets;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.RealData;

@ExtendWith(LocalSpark.class)
class IngestStageTest {
    private static final Text PLAIN = new Text("UTF-8", ",", "\"", ";", "yyyy-MM-dd", 1000);
    private static final String FAMILY = "family_id || ' ' || n_publications || ' ' || title";

    private static final String HEADER = "number,title,ipc,filed,out\n";
    private static final Map<String, String> COLUMNS = Map.of(
            "publication-number", "number", "title", "title", "ipc", "ipc", "filing-date", "filed", "withdrawn", "out");

    private static final Gate NO_GATE = new Gate(null, null);

    @TempDir
    private Path folder;

    private Config config(String release, Release.Mode mode, double maxQuarantined, Source... sources) {
        IngestConfig ingest = new IngestConfig(
                List.of(sources),
                ".",
                IngestConfig.CountryBy.APPLICANT,
                false,
                IngestConfig.International.TWO_OFFICES,
                false,
                IngestConfig.Families.SIMPLE,
                List.of("en", "zh"),
                null,
                Map.of(),
                null,
                new Gates(new Gate(null, maxQuarantined), NO_GATE, NO_GATE, NO_GATE, NO_GATE));
        return ReleaseRuns.config(ingest, new Release(release, mode, 2), folder.resolve("warehouse"));
    }

    private Source source(String name, Path path) {
        return new Source(name, path.toString(), PLAIN, COLUMNS, null, List.of());
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private MemoryContext run(SparkSession spark, Config config, MemoryContext earlier) {
        MemoryContext context =
                new MemoryContext(spark, config, folder.resolve(config.release().id()), earlier);
        new IngestStage().run(context);
        return context;
    }

    private static List<String> column(MemoryContext context, Class<? extends Record> table, String expression) {
        return context.dataset(table).selectExpr("CAST(" + expression + " AS STRING)").collectAsList().stream()
                .map(r -> String.valueOf(r.get(0)))
                .sorted()
                .toList();
    }

    @Test
    void pathsAreTakenAgainstTheDataFolder() {
        Source relative = source("s", Path.of("sub", "*.csv"));
        Config base = config("1", Release.Mode.SNAPSHOT, 1, relative);
        assertThat(paths(base, ".")).containsExactly(Path.of("sub/*.csv"));
        assertThat(paths(base, "../data")).containsExactly(Path.of("../data/sub/*.csv"));
        assertThat(paths(base, "/data")).containsExactly(Path.of("/data/sub/*.csv"));
        Config absolute = config("1", Release.Mode.SNAPSHOT, 1, source("s", Path.of("/here/x.csv")));
        assertThat(paths(absolute, "/data")).containsExactly(Path.of("/here/x.csv"));
    }

    private static List<Path> paths(Config config, String folder) {
        IngestConfig i = config.ingest();
        IngestConfig moved = new IngestConfig(
                i.sources(),
                folder,
                i.countryBy(),
                i.firstOnly(),
                i.international(),
                i.excludeUtilityModels(),
                i.families(),
                i.languages(),
                i.ipcInventory(),
                i.ipcTitles(),
                i.applicantThesaurus(),
                i.gates());
        return IngestStage.files(moved).stream()
                .map(f -> Path.of(f.pattern()).normalize())
                .toList();
    }

    @Test
    void ledgerAddsUpOnADirtyFile(SparkSession spark) throws IOException {
        Path file = file(
                "dirty.csv",
                "\ufeff" + HEADER
                        + "US1A1,\"a \"stray mark, here\",H01M10/05;C12Q/,2020-01-01,\r\n"
                        + "US1A1,again,,,\n"
                        + ",no number,,,\n"
                        + "US2A1,\"two\nlines\",,2020-02-30,\n"
                        + "US3A1,too,few\n"
                        + "US4A1," + "x".repeat(1001) + ",,,\n"
                        + "US5A1,gone,,,yes\n");
        MemoryContext context = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source("s", file)), null);
        LedgerEntry e = context.rows(LedgerEntry.class).get(0);
        assertThat(List.of(e.read(), e.newRecords(), e.duplicate(), e.quarantined(), e.withdrawnMarked()))
                .containsExactly(7L, 1L, 1L, 4L, 1L);
        assertThat(column(context, Quarantined.class, "record_no || ' ' || reason"))
                .containsExactly("3 NO_PUBLICATION_NUMBER", "4 BAD_DATE", "5 FIELD_COUNT", "6 CELL_TOO_LONG");
        assertThat(column(context, Quarantined.class, "raw"))
                .contains("US3A1,too,few", "US2A1,\"two\nlines\",,2020-02-30,");
        assertThat(column(context, Quarantined.class, "concat_ws(' ', release, file_sha256, source, file)"))
                .containsOnly("1 " + e.fileSha256() + " s dirty.csv")
                .hasSize(4);
        assertThat(column(context, Quarantined.class, "detail"))
                .doesNotContainNull()
                .anyMatch(detail -> detail.contains("2020-02-30"));
        assertThat(column(context, Patent.class, "publication_number || ' ' || withdrawn"))
                .containsExactly("US-1-A1 false", "US-5-A1 true");
        assertThat(column(context, Family.class, "title")).containsExactly("a \"stray mark, here");
        assertThat(context.quality).containsEntry("ipc_malformed s", 1.0);
    }

    @Test
    void filesOfAHeaderAloneAreTold(SparkSession spark) throws IOException {
        Source full = source("full", file("1.csv", HEADER + "US1A1,a,,,\n"));
        Source bare = source("bare", file("2.csv", HEADER));
        MemoryContext context = run(spark, config("1", Release.Mode.SNAPSHOT, 1, full, bare), null);
        assertThat(context.quality)
                .containsEntry("files_without_records full", 0.0)
                .containsEntry("files_without_records bare", 1.0)
                .containsEntry("records_read bare", 0.0);
        assertThat(context.rows(LedgerEntry.class))
                .extracting(LedgerEntry::read)
                .containsExactly(1L, 0L);
    }

    @Test
    void tooManyRejectedRecordsStopTheRunBeforeAnythingIsWritten(SparkSession spark) throws IOException {
        Path file = file("bad.csv", HEADER + "US1A1,a,,,\n,b,,,\n");
        Config config = config("1", Release.Mode.SNAPSHOT, 0.4, source("s", file));
        MemoryContext context = new MemoryContext(spark, config, folder.resolve("1"), null);
        assertThatThrownBy(() -> new IngestStage().run(context)).isInstanceOf(UserException.class);
        assertThat(context.hasWritten(Patent.class)).isFalse();
    }

    @Test
    void snapshotWithdrawsWhatItLacksAndCountsWhatChanged(SparkSession spark) throws IOException {
        Path first = file("1.csv", HEADER + "US1A1,a,,,\nUS2A1,b,,,\nUS3A1,c,,,\n,bad,,,\n");
        Path second = file("2.csv", HEADER + "US1A1,a,,,\nUS2A1,corrected,,,\nUS4A1,d,,,\n");
        MemoryContext one = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source("s", first)), null);
        MemoryContext two = run(spark, config("2", Release.Mode.SNAPSHOT, 1, source("s", second)), one);
        assertThat(column(two, Patent.class, "publication_number || first_release || last_release || withdrawn"))
                .containsExactly("US-1-A112false", "US-2-A112false", "US-3-A111true", "US-4-A122false");
        LedgerEntry e = two.rows(LedgerEntry.class).get(0);
        assertThat(List.of(e.newRecords(), e.corrected(), e.unchanged(), e.withdrawnAbsent()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(two.rows(LedgerEntry.class)).extracting(LedgerEntry::release).containsExactly("2", "1");
        assertThat(column(two, Quarantined.class, "release")).containsExactly("1");
    }

    @Test
    void incrementKeepsWhatItLacks(SparkSession spark) throws IOException {
        Path first = file("1.csv", HEADER + "US1A1,a,,,\nUS2A1,b,,,\n");
        Path second = file("2.csv", HEADER + "US2A1,b,,,1\nUS3A1,c,,,\n");
        MemoryContext one = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source("s", first)), null);
        MemoryContext two = run(spark, config("2", Release.Mode.INCREMENT, 1, source("s", second)), one);
        assertThat(column(two, Patent.class, "publication_number || withdrawn"))
                .containsExactly("US-1-A1false", "US-2-A1true", "US-3-A1false");
        assertThat(two.rows(LedgerEntry.class).get(0).withdrawnMarked()).isEqualTo(1);
    }

    @Test
    void filesGoOverAndReplacedRowsAreDeletedFromThem(SparkSession spark) throws IOException {
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 1; i <= 400; i++) {
            many.append("US").append(i).append("A1,title ").append(i).append(",H01M10/05,2020-01-01,\n");
        }
        Path first = file("1.csv", many.toString());
        Path added = file("2.csv", HEADER + "US9001A1,new,,,\nUS9002A1,newer,,,\n");
        Path mended = file("3.csv", HEADER + "US7A1,mended,,,\n");
        MemoryContext one = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source("s", first)), null);
        MemoryContext two = run(spark, config("2", Release.Mode.INCREMENT, 1, source("s", added)), one);
        MemoryContext three = run(spark, config("3", Release.Mode.INCREMENT, 1, source("s", mended)), two);

        assertThat(two.carried.get(Patent.class)).isPositive();
        assertThat(two.carried.get(Family.class)).isPositive();
        assertThat(two.dataset(Patent.class).count()).isEqualTo(402);
        assertThat(two.dataset(Family.class).count()).isEqualTo(402);
        assertThat(three.carried.get(Patent.class)).isEqualTo(filesOf(two, Patent.class));
        assertThat(three.dataset(Patent.class).filter("title = 'mended'").count())
                .isEqualTo(1);
        assertThat(three.dataset(Patent.class).count()).isEqualTo(402);
        assertThat(three.dataset(Family.class).filter("title = 'mended'").count())
                .isEqualTo(1);
        assertThat(three.dataset(Family.class).count()).isEqualTo(402);
    }

    @Test
    void familiesAfterAnIncrementAreThoseOfAllPublications(SparkSession spark) throws IOException {
        String header = "number,family,title,filed,out\n";
        Map<String, String> columns = Map.of(
                "publication-number",
                "number",
                "family-id",
                "family",
                "title",
                "title",
                "filing-date",
                "filed",
                "withdrawn",
                "out");
        Path first = file(
                "1.csv",
                header
                        + "US1A1,F1,a,2011-01-01,\nUS2A1,F1,b,2012-01-01,\nUS3A1,F2,c,2013-01-01,\n"
                        + "US4A1,F2,d,2014-01-01,\nUS5A1,F3,e,2015-01-01,\nUS6A1,F4,f,2016-01-01,\nUS7A1,F5,g,2017-01-01,\n");
        // One more of F1, one that goes from F2 to F4, F3 withdrawn, F5 as it was, one new family of two and one of
        // one.
        Path second = file(
                "2.csv",
                header
                        + "EP1A1,F1,h,2010-01-01,\nUS3A1,F4,c,2013-01-01,\nUS5A1,F3,e,2015-01-01,yes\n"
                        + "US7A1,F5,g,2017-01-01,\nUS8A1,F6,i,2018-01-01,\nUS9A1,F6,j,2019-01-01,\nUS10A1,F7,k,2020-01-01,\n");
        ReleaseRuns runs = new ReleaseRuns(spark, folder);
        MemoryContext one = runs.run("1", null, ReleaseRuns.mapped("s", first, columns));
        runs.mode = Release.Mode.INCREMENT;
        MemoryContext two = runs.run("2", one, ReleaseRuns.mapped("s", second, columns));

        assertFamiliesAreThoseOfAllPublications(two);
        assertThat(column(two, Family.class, FAMILY))
                .containsExactly("F1 3 h", "F2 1 d", "F4 2 c", "F5 1 g", "F6 2 i", "F7 1 k");

        // None is given again: one more of F2, which it stands for, and one more of F6, which stays what it was.
        Path third = file("3.csv", header + "US11A1,F2,l,2009-01-01,\nUS99A1,F6,m,2021-01-01,\n");
        MemoryContext three = runs.run("3", two, ReleaseRuns.mapped("s", third, columns));

        assertFamiliesAreThoseOfAllPublications(three);
        assertThat(column(three, Family.class, FAMILY))
                .containsExactly("F1 3 h", "F2 2 l", "F4 2 c", "F5 1 g", "F6 3 i", "F7 1 k");
        assertThat(three.carried.get(Patent.class)).isEqualTo(filesOf(two, Patent.class));
    }

    private static void assertFamiliesAreThoseOfAllPublications(MemoryContext run) {
        Families.Rules rules = Families.Rules.of(run.config().ingest());
        Datasets.assertSameRows(
                FamilyStep.families(InternalRows.planned(run.dataset(Patent.class)), rules, 2)
                        .dataset(),
                run.dataset(Family.class),
                "family_id");
    }

    @Test
    void symbolsAfterAnIncrementAreThoseOfAFullCount(SparkSession spark) throws IOException {
        Path first = file("1.csv", HEADER + "US1A1,a,H01M10/05;H01M4/02,,\nUS2A1,b,H01M10/05,,\nUS3A1,c,C08L1/00,,\n");
        Path second = file("2.csv", HEADER + "US1A1,a,H01M10/05,,\nUS3A1,c,,,yes\nUS4A1,d,A61K9/16,,\n");
        MemoryContext one = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source("s", first)), null);
        MemoryContext two = run(spark, config("2", Release.Mode.INCREMENT, 1, source("s", second)), one);
        Map<String, Long> counted = new TreeMap<>();
        two.rows(IpcUse.class).forEach(u -> counted.put(u.symbol(), u.publications()));
        assertThat(counted)
                .isEqualTo(IpcUses.counts(InternalRows.planned(two.dataset(Patent.class))))
                .containsOnlyKeys("A61K", "A61K 9", "A61K 9/16", "H01M", "H01M 10", "H01M 10/05")
                .containsEntry("H01M", 2L);
    }

    private static int filesOf(MemoryContext context, Class<? extends Record> table) {
        return context.dataset(table).inputFiles().length;
    }

    @Test
    void otherSourcesFillAndJoinedTablesAddFamiliesAndCitations(SparkSession spark) throws IOException {
        Path a = file("a.csv", HEADER + "US 2011/0185700 A1,,H01M10/05,,\nEP1A1,e,,,\n");
        Path b = file("b.csv", HEADER + "US20110185700A1,from b,,2010-05-05,\n");
        Path numbers = file("n.tsv", "no\tmembers\tcites\nUS-2011185700-A1\tEP1A1; DE5A1\tUS5A; US6A\n");
        Join join = new Join(
                numbers.toString(),
                new Text("UTF-8", "\\t", "\"", "; ", "yyyy-MM-dd", 1000),
                "no",
                true,
                Map.of("family-members", "members", "cited", "cites"));
        Source joined = new Source("a", a.toString(), PLAIN, COLUMNS, null, List.of(join));
        MemoryContext context = run(spark, config("1", Release.Mode.SNAPSHOT, 1, joined, source("b", b)), null);
        Row p = context.dataset(Patent.class)
                .filter("publication_number = 'US-20110185700-A1'")
                .selectExpr("title", "CAST(filing_date AS STRING)", "cited", "sources", "family_id")
                .first();
        assertThat(p.getString(0)).isEqualTo("from b");
        assertThat(p.getString(1)).isEqualTo("2010-05-05");
        assertThat(p.<String>getList(2)).containsExactly("US-5-A", "US-6-A");
        assertThat(p.<String>getList(3)).containsExactly("a", "b");
        assertThat(p.getString(4)).isEqualTo("DE-5-A1");
        assertThat(column(context, Family.class, "family_id || n_publications")).containsExactly("DE-5-A12");
        assertThat(context.quality).containsEntry("join_unmatched join:a:0", 0.5);
        assertThat(context.warnings).doesNotContain("join_unmatched join:a:0");
    }

    @Test
    void aJoinThatNoRecordFindsARowByIsWarnedOf(SparkSession spark) throws IOException {
        Path a = file("a.csv", HEADER + "US1A1,,H01M10/05,,\nEP1A1,e,,,\n");
        Path titles = file("t.csv", "id,text\n1,x\n2,y\n");
        Join join = new Join(titles.toString(), PLAIN, "id", true, Map.of("abstract", "text"));
        Source joined = new Source("a", a.toString(), PLAIN, COLUMNS, null, List.of(join));
        MemoryContext context = run(spark, config("1", Release.Mode.SNAPSHOT, 1, joined), null);
        assertThat(context.quality).containsEntry("join_unmatched join:a:0", 1.0);
        assertThat(context.warnings).contains("join_unmatched join:a:0");
        assertThat(context.messages.get("join_unmatched join:a:0")).contains("0 of 2 have one");
    }

    @Test
    void realDronesAreReadWhole(SparkSession spark) {
        Path drones = RealData.folder("drones");
        Text lensText = new Text("UTF-8", ",", "\"", ";;", "dd/MM/yy", 1_000_000);
        Join numbers = new Join(
                drones.resolve("numbers.csv.gz").toString(),
                new Text("UTF-8", ",", "\"", "; ", "yyyy-MM-dd", 1_000_000),
                "publication_number",
                true,
                Map.of("family-members", "dwpi_family_numbers", "cited", "cited_patents"));
        Source source = new Source(
                "lens",
                drones.resolve("lens_drones.csv.gz").toString(),
                lensText,
                Map.of(
                        "publication-number",
                        "publication_number",
                        "office",
                        "jurisdiction",
                        "kind",
                        "kind",
                        "publication-date",
                        "publication_date",
                        "filing-date",
                        "application_date",
                        "priority-date",
                        "priority_numbers",
                        "title",
                        "title",
                        "applicants",
                        "applicants",
                        "inventors",
                        "inventors",
                        "ipc",
                        "ipcr_classifications"),
                null,
                List.of(numbers));
        MemoryContext context = run(spark, config("1", Release.Mode.SNAPSHOT, 1, source), null);
        assertThat(context.rows(LedgerEntry.class).get(0).read()).isEqualTo(9071);
        assertThat(context.rows(LedgerEntry.class).get(0).quarantined()).isZero();
        assertThat(context.dataset(Patent.class).filter("size(ipc) = 0").count())
                .isEqualTo(74);
        assertThat(context.dataset(Patent.class).filter("size(cited) > 0").count())
                .isGreaterThan(4000);
        assertThat(context.dataset(Family.class).count())
                .isLessThan(context.dataset(Patent.class).count());
    }
}
