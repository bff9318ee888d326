package org.smssev.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.config.Config;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.ScreenTables.CandidateFamily;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.Mirror;
import org.smssev.jobs.testing.DuckDb;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.PlainPatents;
import org.smssev.jobs.testing.SmallWarehouse;

@ExtendWith(LocalSpark.class)
class CatalogTest {
    @TempDir
    private Path folder;

    @Test
    void versionsThatWereWrittenAtOnceAreReadByTheirFilesAndOthersThroughTheLog(SparkSession spark) {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("ware house"));
        small.technologies("steel").publish("r1");
        small.technologies("glass").publish("r2");
        SparkTables large = new SparkTables(spark, small.warehouse());
        long whole = large.overwrite(
                        CandidateFamily.class, families(spark, "F1").union(families(spark, "F2")))
                .version();
        MetaTables.Run first = small.at(CandidateFamily.class, whole).publish("r3");
        List<DataFile> carried = large.table(CandidateFamily.class, whole).files();
        long added = large.overwrite(CandidateFamily.class, InternalRows.planned(families(spark, "F3")), carried)
                .version();
        MetaTables.Run second = small.at(CandidateFamily.class, added).publish("r4");

        assertThat(source(small, first, "grade.technologies"))
                .contains("FROM parquet.`")
                .doesNotContain("VERSION");
        assertThat(source(small, first, "screen.candidate_families"))
                .contains("FROM parquet.`", "{")
                .doesNotContain("VERSION");
        assertThat(source(small, second, "screen.candidate_families")).contains("FROM delta.`", "VERSION AS OF 1");
        assertThat(source(small, second, "grade.history")).contains("FROM delta.`", "VERSION AS OF");
        assertThat(count(spark, small, first)).isEqualTo(2);
        assertThat(count(spark, small, second)).isEqualTo(3);
    }

    @Test
    void whatTheLogTellsOfFilesIsAColumnOfQueriesAndOfTheMirror(SparkSession spark) throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("ware house"));
        small.technologies("steel").publish("r1");
        SparkTables large = new SparkTables(spark, small.warehouse());
        long first =
                large.overwrite(Patent.class, PlainPatents.of(spark, 9, "it's")).version();
        MetaTables.Run written = small.at(Patent.class, first).publish("r2");
        List<DataFile> later = large.table(Patent.class, first).files().stream()
                .map(file -> file.with(Map.of("last_release", "next")))
                .toList();
        long second = large.overwrite(
                        Patent.class,
                        InternalRows.planned(PlainPatents.of(spark, 12, "it's").filter("publication_number > 'EP-8'")),
                        later.subList(0, 1))
                .version();
        MetaTables.Run changed = small.at(Patent.class, second).publish("r3");

        assertThat(source(small, written, "ingest.patents"))
                .contains("FROM parquet.`", "'it\\'s' AS `last_release`")
                .doesNotContain("VERSION");
        assertThat(source(small, changed, "ingest.patents")).contains("VERSION AS OF");
        assertThat(releases(spark, small, written)).containsOnly("it's").hasSize(9);
        assertThat(releases(spark, small, changed)).contains("it's", "next");
        mirror(small, written, "ingest.patents");
        try (DuckDb mirror = new DuckDb(folder.resolve("ware house/mirror"))) {
            assertThat(mirror.rows("SELECT last_release, count(*) FROM ingest.patents GROUP BY 1"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("it's", "9");
        }
    }

    private static void mirror(SmallWarehouse tables, MetaTables.Run run, String table) {
        new Mirror(tables.warehouse(), new Configuration(), new Config.Mirror(true, List.of(table)), Stages.tables())
                .refresh(Optional.of(run));
    }

    private static List<String> releases(SparkSession spark, SmallWarehouse tables, MetaTables.Run run) {
        Catalog catalog = new Catalog(tables.warehouse(), run, Stages.tables());
        return catalog
                .query(
                        spark,
                        ReadOnlyQuery.of(
                                "SELECT last_release FROM ingest.patents WHERE office = 'EP'", catalog.names()))
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void rowsThatAreDeletedByTheirPlacesAreInNoQueryAndNoMirror(SparkSession spark) throws Exception {
        SmallWarehouse small = new SmallWarehouse(folder.resolve("ware house"));
        small.technologies("steel").publish("r1");
        SparkTables large = new SparkTables(spark, small.warehouse());
        String[] ids = IntStream.range(0, 9).mapToObj(i -> "F" + i).toArray(String[]::new);
        long whole = large.overwrite(CandidateFamily.class, families(spark, ids).coalesce(1))
                .version();
        List<DataFile> less = large.table(CandidateFamily.class, whole).files().stream()
                .map(file -> file.without(RoaringBitmap.bitmapOf(2, 5)))
                .toList();
        long next = large.overwrite(CandidateFamily.class, InternalRows.planned(families(spark, "F9")), less)
                .version();
        MetaTables.Run run = small.at(CandidateFamily.class, next).publish("r2");

        assertThat(count(spark, small, run)).isEqualTo(8);
        long fewer = large.overwrite(CandidateFamily.class, InternalRows.planned(families(spark)), less)
                .version();
        MetaTables.Run oneFile = small.at(CandidateFamily.class, fewer).publish("r3");
        assertThat(small.warehouse().files(TableDef.of(CandidateFamily.class), fewer))
                .hasSize(1);
        assertThat(count(spark, small, oneFile)).isEqualTo(7);
        mirror(small, run, "screen.candidate_families");
        try (DuckDb mirror = new DuckDb(folder.resolve("ware house/mirror"))) {
            assertThat(mirror.rows("SELECT family_id FROM screen.candidate_families ORDER BY 1"))
                    .extracting(row -> row.get(0))
                    .containsExactly("F0", "F1", "F3", "F4", "F6", "F7", "F8", "F9");
        }
    }

    private static Dataset<Row> families(SparkSession spark, String... ids) {
        return spark.createDataFrame(
                SmallWarehouse.families(ids).stream()
                        .map(f -> RowFactory.create(f.candidateId(), f.familyId(), f.score()))
                        .toList(),
                TableSchema.spark(CandidateFamily.class));
    }

    private static String source(SmallWarehouse tables, MetaTables.Run run, String table) {
        List<String> statements = new Catalog(tables.warehouse(), run, Stages.tables()).statements(List.of(table));
        return statements.get(statements.size() - 1);
    }

    private static long count(SparkSession spark, SmallWarehouse tables, MetaTables.Run run) {
        Catalog catalog = new Catalog(tables.warehouse(), run, Stages.tables());
        return catalog.query(spark, ReadOnlyQuery.of("SELECT * FROM screen.candidate_families", catalog.names()))
                .count();
    }
}
