package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.IngestConfig.Join;
import org.smssev.common.config.IngestConfig.Source;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.tables.IngestTables.Quarantined;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.source.Inspection;
import org.smssev.jobs.testing.LocalSpark;

/** Tables of national registers, whose numbers name no office and stand in one of several columns. */
@ExtendWith(LocalSpark.class)
class MappedTablesTest {
    private static final Map<String, String> NUMBERS = Map.of("publication-number", "number", "title", "title");

    @TempDir
    private Path folder;

    private ReleaseRuns runs;

    @BeforeEach
    void start(SparkSession spark) {
        runs = new ReleaseRuns(spark, folder);
    }

    private Source source(String name, String text, Map<String, String> columns, String office, List<Join> joins)
            throws IOException {
        Path file = ReleaseFiles.write(folder.resolve(name + ".csv"), text);
        return new Source(name, file.toString(), ReleaseRuns.FOUND, columns, office, joins);
    }

    private static List<String> column(MemoryContext context, Class<? extends Record> table, String expression) {
        return context.dataset(table).selectExpr("CAST(" + expression + " AS STRING)").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void numbersThatNameNoOfficeAreThoseOfTheOfficeThatIsGiven() throws IOException {
        String indian = "number,title\n291162,Indian milk pump\nUS291163A,Named\n";
        Source us = source("us", "number,title\n291162,American lamp\n", NUMBERS, "US", List.of());
        MemoryContext first = runs.run("1", null, source("in", indian, NUMBERS, "IN", List.of()), us);
        assertThat(column(first, Patent.class, "concat(publication_number, ' ', office)"))
                .containsExactly("IN-291162 IN", "US-291162 US", "US-291163-A US");

        MemoryContext second = runs.run("2", first, source("in", indian, NUMBERS, "KR", List.of()), us);
        assertThat(column(second, Patent.class, "concat(publication_number, ' ', withdrawn)"))
                .containsExactly("IN-291162 true", "KR-291162 false", "US-291162 false", "US-291163-A false");
    }

    @Test
    void tablesAreJoinedToNumbersOfTheOfficeThatIsGiven() throws IOException {
        Path abstracts = ReleaseFiles.write(folder.resolve("abstracts.csv"), "key,text\nIN291162,A pump.\n");
        Join join = new Join(abstracts.toString(), ReleaseRuns.FOUND, "key", true, Map.of("abstract", "text"));
        MemoryContext context =
                runs.run("1", null, source("in", "number,title\n291162,Pump\n", NUMBERS, "IN", List.of(join)));
        assertThat(column(context, Patent.class, "abstract_text")).containsExactly("A pump.");
    }

    @Test
    void textsAreOfOneLineAsThoseOfOtherSources() throws IOException {
        Path google = ReleaseFiles.write(
                folder.resolve("google.jsonl"),
                "{\"publication_number\":\"US-2-A\",\"country_code\":\"US\",\"kind_code\":\"A\",\"family_id\":\"1\","
                        + "\"title_localized\":[{\"text\":\"A  lamp\\nof glass\",\"language\":\"en\"}],\"abstract_localized\":"
                        + "[{\"text\":\" Light.\\n\\n\\tIt\u00a0shines\u200b. \",\"language\":\"en\"}],\"ipc\":[]}\n");
        String mapped =
                "number,title,text\nUS1A_x000D_,\"A  lamp_x000D_\nof glass\",\" Light.\n\n\tIt\u00a0shines\u200b. \"\n";
        Map<String, String> columns = Map.of("publication-number", "number", "title", "title", "abstract", "text");
        MemoryContext context =
                runs.run("1", null, source("m", mapped, columns, null, List.of()), ReleaseRuns.source("g", google));
        assertThat(column(context, Patent.class, "concat_ws('|', publication_number, title, abstract_text)"))
                .containsExactly(
                        "US-1-A|A lamp of glass|Light. It shines.", "US-2-A|A lamp of glass|Light. It shines.");
    }

    @Test
    void firstColumnThatIsFilledCounts(SparkSession spark) throws IOException {
        String text = "등록번호,공개번호,명칭,등록일,공개일\n"
                + "1017403120000,,등록,2017-05-26,2017-01-02\n-,1020160123456,공개,,2016-10-26\n,,없음,,\n";
        Map<String, String> columns =
                Map.of("publication-number", "등록번호 || 공개번호", "title", "명칭", "publication-date", "등록일||공개일");
        Source source = source("s", text, columns, "KR", List.of());
        MemoryContext context = runs.run("1", null, source);
        assertThat(column(context, Patent.class, "concat_ws(' ', title, publication_date, office)"))
                .containsExactly("공개 2016-10-26 KR", "등록 2017-05-26 KR");
        assertThat(column(context, Quarantined.class, "reason")).containsExactly("NO_PUBLICATION_NUMBER");

        List<Inspection> found = new ArrayList<>();
        Inspection.of(
                Path.of(source.path()),
                source,
                Inspection.Settings.DEFAULT,
                10,
                () -> spark,
                found::add,
                refusal -> {});
        assertThat(found).singleElement().satisfies(inspection -> {
            assertThat(inspection.ignored()).isEmpty();
            assertThat(inspection.columns()).containsEntry(Field.PUBLICATION_DATE, "등록일, 공개일");
            assertThat(inspection.taken()).isEqualTo(2);
        });
    }
}
