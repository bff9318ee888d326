package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.smssev.jobs.ingest.database.PatentsView;
import org.smssev.jobs.ingest.database.UnreadTables;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.record.RecordNormaliser.Normalised;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.RawTables;

@ExtendWith(LocalSpark.class)
class PatentsViewTest {
    private static Map<String, Dataset<Row>> tables;
    private static List<Row> assembled;

    @BeforeAll
    static void assemble(SparkSession spark) throws IOException {
        tables = tables(spark);
        assembled = PatentsView.assemble(tables).orderBy("_table", "_record_no").collectAsList();
    }

    private static List<Row> rows(String base) {
        return assembled.stream()
                .filter(row -> base.equals(row.getAs("_table")))
                .toList();
    }

    private static Map<String, Dataset<Row>> tables(SparkSession spark) throws IOException {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        try (Stream<Path> files = Files.list(RawTables.folder("formats/patentsview"))) {
            for (Path file : files.sorted().toList()) {
                Dataset<Row> table = RawTables.read(spark, file, "\t", 1);
                List<String> columns = List.of(table.columns());
                String role = PatentsView.role(columns)
                        .or(() -> UnreadTables.of(columns))
                        .orElseThrow();
                assertThat(file.getFileName()).hasToString(role + ".tsv");
                tables.put(role, table);
            }
        }
        return tables;
    }

    @Test
    void grantedPatentsArePutTogetherFromAllTables() {
        List<Row> rows = rows("g_patent");

        assertThat(rows).extracting(r -> r.<Long>getAs("_record_no")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows)
                .extracting(r -> value(r, Field.PUBLICATION_NUMBER))
                .containsExactly("US10900001B2", "USD900002S1", "US7272630B2", "USRE48000E1");
        Row first = rows.get(0);
        assertThat(value(first, Field.OFFICE)).isEqualTo("US");
        assertThat(value(first, Field.KIND)).isEqualTo("B2");
        assertThat(value(first, Field.TITLE)).isEqualTo("Solid electrolyte \"sandwich\"");
        assertThat(value(first, Field.TITLE_LANGUAGE)).isEqualTo("en");
        assertThat(value(first, Field.ABSTRACT)).isEqualTo("A layer between\ttwo electrodes.");
        assertThat(value(first, Field.PUBLICATION_DATE)).isEqualTo("2021-01-26");
        assertThat(value(first, Field.FILING_DATE)).isEqualTo("2018-09-06");
        assertThat(value(first, Field.APPLICATION_NUMBER)).isEqualTo("US16123456");
        assertThat(list(first, Field.PRIORITY_NUMBERS)).containsExactly("KR10-2017-0112000", "KR10-2017-0113000");
        assertThat(list(first, Field.PRIORITY_DATE)).containsExactly("2017-09-04", "2017-09-05");
        assertThat(list(first, Field.IPC))
                .containsExactly(
                        "H01M 10/0525  20100101AI", "H01M 10/052", "H01M 4/13  20100101AI", "C01B 32/168  20170101AN");
        assertThat(list(first, Field.APPLICANTS))
                .containsExactly("Example Batteries, Inc.", "Mi-Rae Kim", "Third Works");
        assertThat(list(first, Field.APPLICANT_COUNTRIES)).containsExactly("US", "KR", "");
        assertThat(list(first, Field.INVENTORS)).containsExactly("Mi-Rae Kim", "Plato");
        assertThat(list(first, Field.INVENTOR_COUNTRIES)).containsExactly("KR", "");
        assertThat(list(first, Field.CITED))
                .containsExactly("US9000001B1", "US4000000A", "US20150001234A1", "JP2004-012345", "WO 2010/123456");
        assertThat(value(first, Field.WITHDRAWN)).isNull();

        Row withdrawn = rows.get(2);
        assertThat(value(withdrawn, Field.WITHDRAWN)).isEqualTo("1");
        assertThat(value(withdrawn, Field.FILING_DATE)).isNull();
        assertThat(list(withdrawn, Field.IPC)).containsExactly("C08J 5/04");
        assertThat(list(withdrawn, Field.APPLICANTS)).containsExactly("Fibre GmbH");
        assertThat(value(withdrawn, Field.APPLICANT_COUNTRIES)).isNull();
        assertThat(list(withdrawn, Field.CITED)).containsExactly("EP0123456");

        Row bare = rows.get(3);
        for (Field field : List.of(Field.ABSTRACT, Field.ABSTRACT_LANGUAGE, Field.IPC, Field.APPLICANTS, Field.CITED)) {
            assertThat(value(bare, field)).as("%s", field).isNull();
        }
    }

    @Test
    void pregrantPublicationsHaveTheirOwnTables() {
        List<Row> rows = rows("pg_published_application");

        assertThat(rows)
                .extracting(r -> value(r, Field.PUBLICATION_NUMBER))
                .containsExactly("US20190089001A1", "US20200012345A1", "US20200012346A9");
        Row first = rows.get(0);
        // The same application as that of US10900001B2, by which the two are linked.
        assertThat(value(first, Field.APPLICATION_NUMBER)).isEqualTo("US16123456");
        assertThat(value(first, Field.FILING_DATE)).isEqualTo("2018-09-06");
        assertThat(value(first, Field.PUBLICATION_DATE)).isEqualTo("2019-03-21");
        assertThat(value(first, Field.ABSTRACT)).isEqualTo("A layer.");
        assertThat(list(first, Field.IPC)).containsExactly("C22C 38/00  20060101AI", "H01M 10/0525  20100101AI");
        assertThat(list(first, Field.APPLICANT_COUNTRIES)).containsExactly("US");
        assertThat(list(first, Field.APPLICANTS)).containsExactly("Example Batteries, Inc.");
        // Without an assignee the applicants as printed.
        assertThat(list(rows.get(1), Field.APPLICANTS)).containsExactly("Alloy Works Ltd", "Ann Lee");
        assertThat(list(rows.get(1), Field.APPLICANT_COUNTRIES)).containsExactly("CN", "");
        assertThat(value(rows.get(2), Field.TITLE)).isNull();
        assertThat(value(rows.get(2), Field.APPLICATION_NUMBER)).isNull();
    }

    @Test
    void theResultHasAColumnForEachFieldAndKeepsTheBookkeepingOfTheBase() {
        Dataset<Row> base = tables.get("g_patent").selectExpr("*", "'x' AS _file");
        String[] columns = PatentsView.assemble(Map.of("g_patent", base)).columns();
        assertThat(columns)
                .startsWith("_table", "_record_no", "_file")
                .endsWith(Stream.of(Field.values()).map(Field::key).toArray(String[]::new))
                .hasSize(3 + Field.values().length);
    }

    @Test
    void partitionsDoNotChangeTheResult() {
        Map<String, Dataset<Row>> shuffled = new HashMap<>();
        tables.forEach((role, table) -> shuffled.put(role, table.repartition(3, functions.rand(7))));
        assertThat(PatentsView.assemble(shuffled)
                        .orderBy("_table", "_record_no")
                        .collectAsList())
                .isEqualTo(assembled);
    }

    @Test
    void aFolderWithoutABaseTableIsRefused() {
        Map<String, Dataset<Row>> one = Map.of("g_ipc_at_issue", tables.get("g_ipc_at_issue"));
        assertThatThrownBy(() -> PatentsView.assemble(one))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("g_patent")
                .hasMessageContaining("g_ipc_at_issue");
    }

    @Test
    void recordsAreTakenByTheNormaliser() {
        Normalised first = AssembledRecords.normalise(rows("g_patent").get(0));
        assertThat(first.malformedIpc()).isZero();
        assertThat(first.patent().publicationNumber()).isEqualTo("US-10900001-B2");
        assertThat(first.patent().ipc())
                .containsExactly(
                        new IpcCode("H01M 10/0525", null, "I"),
                        new IpcCode("H01M 10/052", null, null),
                        new IpcCode("H01M 4/13", null, "I"),
                        new IpcCode("C01B 32/168", null, "A"));
        assertThat(first.patent().applicants())
                .containsExactly(
                        new Party("Example Batteries, Inc.", "US", "EXAMPLE BATTERIES"),
                        new Party("Mi-Rae Kim", "KR", "MI RAE KIM"),
                        new Party("Third Works", null, "THIRD WORKS"));
        assertThat(first.patent().priorityDate()).isEqualTo("2017-09-04");
        assertThat(first.patent().cited())
                .containsExactly(
                        "US-9000001-B1", "US-4000000-A", "US-20150001234-A1", "JP-2004012345", "WO-2010123456");
        assertThat(AssembledRecords.normalise(rows("g_patent").get(2)).patent().withdrawn())
                .isTrue();
    }
}
