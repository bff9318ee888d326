package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.smssev.jobs.testing.RawTables.list;
import static org.smssev.jobs.testing.RawTables.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.UserException;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.jobs.ingest.database.Patstat;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.RawTables;

@ExtendWith(LocalSpark.class)
class PatstatTest {
    private static Map<String, Dataset<Row>> tables;
    private static List<Row> rows;

    @BeforeAll
    static void assemble(SparkSession spark) throws IOException {
        tables = tables(spark);
        rows = Patstat.assemble(tables).orderBy("_record_no").collectAsList();
    }

    /** All parts, each table's as one, its records numbered through. */
    private static Map<String, Dataset<Row>> tables(SparkSession spark) throws IOException {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        try (Stream<Path> files = Files.list(RawTables.folder("formats/patstat"))) {
            for (Path file : files.sorted().toList()) {
                boolean isSecond = file.toString().endsWith("part02.csv");
                Dataset<Row> table = RawTables.read(spark, file, ",", isSecond ? 101 : 1);
                String role = Patstat.role(List.of(table.columns())).orElseThrow();
                assertThat(file.getFileName().toString()).startsWith(role);
                tables.merge(role, table, Dataset::union);
            }
        }
        return tables;
    }

    @Test
    void prioritiesWhoseApplicationIsLeftOutAreCounted() {
        long all = tables.get("tls204").where("prior_appln_id <> '0'").count();
        assertThat(all).isPositive();
        assertThat(Patstat.priorities(tables)).contains(new Patstat.Priorities(all, 1));
        Map<String, Dataset<Row>> cut = new HashMap<>(tables);
        cut.put("tls201", tables.get("tls201").limit(0));
        assertThat(Patstat.priorities(cut)).contains(new Patstat.Priorities(all, all));
        cut.remove("tls204");
        assertThat(Patstat.priorities(cut)).isEmpty();
    }

    @Test
    void familiesOfOlderEditionsAreInTablesOfTheirOwn() {
        Map<String, Dataset<Row>> older = new HashMap<>(tables);
        Dataset<Row> applications = tables.get("tls201");
        older.put("tls218", applications.select("appln_id", "docdb_family_id"));
        older.put("tls219", applications.select("appln_id", "inpadoc_family_id"));
        older.put("tls201", applications.drop("docdb_family_id", "inpadoc_family_id"));

        assertThat(Patstat.role(List.of("APPLN_ID", "docdb_family_id"))).contains("tls218");
        assertThat(Patstat.role(List.of("appln_id", "inpadoc_family_id"))).contains("tls219");
        assertThat(Patstat.role(List.of("appln_id", "docdb_family_id", "remark")))
                .isEmpty();
        assertThat(Patstat.assemble(older).orderBy("_record_no").collectAsList())
                .extracting(r -> value(r, Field.FAMILY_ID), r -> value(r, Field.EXTENDED_FAMILY_ID))
                .containsExactlyElementsOf(rows.stream()
                        .map(r -> tuple(value(r, Field.FAMILY_ID), value(r, Field.EXTENDED_FAMILY_ID)))
                        .toList());
    }

    @Test
    void publicationsArePutTogetherFromAllTables() {
        assertThat(rows)
                .extracting(r -> value(r, Field.PUBLICATION_NUMBER))
                .containsExactly("EP3150483A1", "EP3150483B1", "CN108123456A", "JP2015122335A", null);
        Row grant = rows.get(1);
        assertThat(value(grant, Field.OFFICE)).isEqualTo("EP");
        assertThat(value(grant, Field.KIND)).isEqualTo("B1");
        assertThat(value(grant, Field.LANGUAGE)).isEqualTo("en");
        assertThat(value(grant, Field.PUBLICATION_DATE)).isEqualTo("2019-01-02");
        assertThat(value(grant, Field.APPLICATION_NUMBER)).isEqualTo("EP16188888A");
        assertThat(value(grant, Field.FILING_DATE)).isEqualTo("2016-09-14");
        assertThat(value(grant, Field.PRIORITY_DATE)).isEqualTo("2015-09-28");
        assertThat(list(grant, Field.PRIORITY_NUMBERS)).containsExactly("US201562234463P", "CN201711000001A");
        assertThat(value(grant, Field.FAMILY_ID)).isEqualTo("54321");
        assertThat(value(grant, Field.EXTENDED_FAMILY_ID)).isEqualTo("7001");
        assertThat(value(grant, Field.TITLE)).isEqualTo("Electrode, and method");
        assertThat(value(grant, Field.TITLE_LANGUAGE)).isEqualTo("en");
        assertThat(value(grant, Field.ABSTRACT)).isEqualTo("An electrode of \"foam\".\nSecond line.");
        assertThat(list(grant, Field.APPLICANTS)).containsExactly("Example AG", "Roe, Jane", "Third SA");
        assertThat(list(grant, Field.APPLICANT_COUNTRIES)).containsExactly("DE", "GB", "");
        assertThat(list(grant, Field.INVENTORS)).containsExactly("Roe, Jane", "Weiß, Jörg");
        assertThat(list(grant, Field.INVENTOR_COUNTRIES)).containsExactly("GB", "");
        assertThat(list(grant, Field.IPC))
                .containsExactly("H01M  10/06  20060101AFI", "H01M   4/80  20060101ALI", "C22C   1/08ALN");
        assertThat(list(grant, Field.CITED)).containsExactly("JP2015122335A", "CN108123456A");
        // The application's facts are those of each of its publications, citations are a publication's own.
        assertThat(value(rows.get(0), Field.TITLE)).isEqualTo(value(grant, Field.TITLE));
        assertThat(value(rows.get(0), Field.CITED)).isNull();
    }

    @Test
    void theSeparatorOfListsIsABlankWithinTexts() {
        Map<String, Dataset<Row>> parted = new HashMap<>(tables);
        parted.computeIfPresent(
                "tls206",
                (role, persons) -> persons.withColumn(
                        "person_name",
                        functions.concat(functions.col("person_name"), functions.lit(Field.SEPARATOR + "Ltd"))));
        Row grant =
                Patstat.assemble(parted).orderBy("_record_no").collectAsList().get(1);

        assertThat(list(grant, Field.APPLICANTS)).startsWith("Example AG Ltd", "Roe, Jane Ltd");
    }

    @Test
    void internationalApplicationsAreNumberedByTheirReceivingOffice(SparkSession spark) {
        Map<String, Dataset<Row>> some = Map.of(
                "tls211",
                spark.sql(
                        "SELECT * FROM VALUES (1L, '1', 'WO', '2005123455', 'A1', '2'), (2L, '2', 'WO', '2006001111', 'A1', '3'),"
                                + " (3L, '3', 'EP', '1756001', 'A1', '4'), (4L, '4', 'WO', '2006001112', 'A1', '5')"
                                + " AS t(_record_no, pat_publn_id, publn_auth, publn_nr, publn_kind, appln_id)"),
                "tls201",
                spark.sql(
                        "SELECT * FROM VALUES ('2', 'WO', '2005020005', 'W ', 'US'), ('3', 'WO', '2005020005', 'W ', 'JP'),"
                                + " ('4', 'EP', '05753001', 'A ', '  '), ('5', 'WO', '2005020006', 'W ', '  ')"
                                + " AS t(appln_id, appln_auth, appln_nr, appln_kind, receiving_office)"),
                "tls204",
                spark.sql("SELECT '4' AS appln_id, '2' AS prior_appln_id, '1' AS prior_appln_seq_nr"));
        List<Row> records = Patstat.assemble(some).orderBy("_record_no").collectAsList();
        assertThat(records)
                .extracting(r -> value(r, Field.APPLICATION_NUMBER))
                .containsExactly("US2005020005W", "JP2005020005W", "EP05753001A", null);
        assertThat(list(records.get(2), Field.PRIORITY_NUMBERS)).containsExactly("US2005020005W");
    }

    /** As where a folder holds tables packed and unpacked. */
    @Test
    void tablesThatAreThereTwiceGiveTheSameRecords() {
        Map<String, Dataset<Row>> twice = new HashMap<>(tables);
        twice.replaceAll((role, table) -> role.equals("tls211") ? table : table.union(table));
        assertThat(Patstat.assemble(twice).orderBy("_record_no").collectAsList())
                .isEqualTo(rows);
    }

    @Test
    void defaultValuesAreNull() {
        Row chinese = rows.get(2);
        assertThat(value(chinese, Field.FAMILY_ID)).isNull();
        assertThat(value(chinese, Field.EXTENDED_FAMILY_ID)).isNull();
        assertThat(value(chinese, Field.ABSTRACT)).isNull();
        assertThat(value(chinese, Field.ABSTRACT_LANGUAGE)).isNull();
        assertThat(value(chinese, Field.PRIORITY_NUMBERS)).isNull();
        assertThat(list(chinese, Field.IPC)).containsExactly("C22C  21/06");
        Row withoutApplication = rows.get(3);
        for (Field field : List.of(
                Field.PUBLICATION_DATE,
                Field.LANGUAGE,
                Field.APPLICATION_NUMBER,
                Field.FILING_DATE,
                Field.PRIORITY_DATE,
                Field.TITLE,
                Field.APPLICANTS)) {
            assertThat(value(withoutApplication, field)).as("%s", field).isNull();
        }
        Row withoutNumber = rows.get(4);
        assertThat(value(withoutNumber, Field.OFFICE)).isNull();
        assertThat(value(withoutNumber, Field.FILING_DATE)).isNull();
        assertThat(value(withoutNumber, Field.FAMILY_ID)).isEqualTo("65432");
        assertThat(withoutNumber.<Long>getAs("_record_no")).isEqualTo(102L);
    }

    @Test
    void tablesThatAreNotThereLeaveNulls() {
        List<Row> bare = Patstat.assemble(Map.of("tls211", tables.get("tls211")))
                .orderBy("_record_no")
                .collectAsList();
        assertThat(bare).hasSize(5);
        assertThat(value(bare.get(0), Field.PUBLICATION_NUMBER)).isEqualTo("EP3150483A1");
        assertThat(value(bare.get(0), Field.TITLE)).isNull();
    }

    @Test
    void partitionsDoNotChangeTheResult() {
        Map<String, Dataset<Row>> shuffled = new HashMap<>();
        tables.forEach((role, table) -> shuffled.put(role, table.repartition(3, functions.rand(7))));
        assertThat(Patstat.assemble(shuffled).orderBy("_record_no").collectAsList())
                .isEqualTo(rows);
    }

    @Test
    void aFolderWithoutPublicationsIsRefused() {
        Map<String, Dataset<Row>> one = Map.of("tls201", tables.get("tls201"));
        assertThatThrownBy(() -> Patstat.assemble(one))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("tls211")
                .hasMessageContaining("tls201");
    }

    @Test
    void recordsAreTakenByTheNormaliser() {
        Normalised grant = AssembledRecords.normalise(rows.get(1));
        assertThat(grant.patent().publicationNumber()).isEqualTo("EP-3150483-B1");
        assertThat(grant.patent().ipc())
                .containsExactly(
                        new IpcCode("H01M 10/06", "F", "I"),
                        new IpcCode("H01M 4/80", "L", "I"),
                        new IpcCode("C22C 1/08", "L", "A"));
        assertThat(grant.patent().inventors())
                .containsExactly(new Party("Roe, Jane", "GB", null), new Party("Weiß, Jörg", null, null));
        assertThat(grant.patent().cited()).containsExactly("JP-2015122335-A", "CN-108123456-A");
        assertThat(AssembledRecords.normalise(rows.get(4)).reason()).isEqualTo("NO_PUBLICATION_NUMBER");
    }

    @Test
    void theRowThatStandsForNoPublicationIsNoRecord(SparkSession spark) {
        Dataset<Row> table = spark.sql(
                "SELECT * FROM VALUES (1L, '0', '  ', '', '9999-12-31'), (2L, '506', 'US', '7650331', '2010-01-19'),"
                        + " (3L, '0', 'EP', '2750001', '2014-07-02'), (4L, null, null, null, null)"
                        + " AS t(_record_no, PAT_PUBLN_ID, PUBLN_AUTH, PUBLN_NR, PUBLN_DATE)");
        assertThat(Patstat.withoutDefault(table).orderBy("_record_no").collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactly(2L, 3L, 4L);
    }
}
