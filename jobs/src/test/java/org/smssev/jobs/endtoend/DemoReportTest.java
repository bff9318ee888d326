package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.table.Warehouse;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.testing.Chromium;
import org.smssev.jobs.testing.LocalSpark;

/** The report of the demo: its figures are those that its own queries give, and it works in a browser. */
class DemoReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Demo demo = Demo.once();
    private final Path page = demo.warehouse.resolve("report").resolve("report.html");
    private JsonNode data;

    @BeforeEach
    void read() throws IOException {
        String html = Files.readString(page);
        String start = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(start) + start.length();
        data = JSON.readTree(html.substring(from, html.indexOf("</script>", from)));
    }

    @Test
    void rowsOfEveryTableAreThoseThatItsQueryGives() throws IOException {
        SparkSession spark = views();
        List<String> filled = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : data.get("tables").properties()) {
            JsonNode view = table.getValue();
            List<JsonNode> rows = new ArrayList<>();
            for (String row : spark.sql(view.get("sql").asText()).toJSON().collectAsList()) {
                rows.add(values(JSON.readTree(row), view));
            }
            List<JsonNode> shown = new ArrayList<>();
            view.get("rows").forEach(shown::add);
            assertThat(rows).as(table.getKey()).isEqualTo(shown);
            if (!rows.isEmpty()) {
                filled.add(table.getKey());
            }
        }
        assertThat(filled)
                .contains("technologies", "ratings", "criteria", "gaps", "countries", "maturity", "years", "nodes")
                .contains("edges", "clusters", "agreement", "scenarios", "ledger", "quality", "method", "settings");
        for (JsonNode step : data.get("flow")) {
            assertThat(spark.sql(step.get("sql").asText()).first().getLong(0))
                    .as(step.get("name").asText())
                    .isEqualTo(step.get("value").asLong());
        }
    }

    @Test
    void queryOfTheListRunsInTheCommand() {
        String query = data.get("tables").get("technologies").get("sql").asText();
        Console sql = Console.run(
                "sql", query, "--format", "json", "--master", "local[2]", "--config", demo.config.toString());
        assertThat(sql.exit()).as(sql.err()).isZero();
        assertThat(sql.out().lines().count())
                .isEqualTo(data.get("tables").get("technologies").get("rows").size());
    }

    @Test
    void pageOfTheDemoIsSmallAndWorksInABrowser() throws IOException {
        assertThat(Files.size(page)).isLessThan(8_000_000);
        Chromium.Watched watched = Chromium.open(page, "lang=zh", 1440);
        Page shown = watched.page();
        shown.evaluate("() => CHARTS.forEach((chart) => build(chart))");
        assertThat(shown.locator("#filters .count").textContent())
                .startsWith(data.get("tables").get("technologies").get("rows").size() + " ");
        // These figures stand on the demo's own data: none says that it is empty.
        for (String figure :
                List.of("network", "gap", "countries", "profile", "clusters", "ledger", "agreement", "experts")) {
            assertThat(shown.locator("#c-" + figure + " svg").count())
                    .as(figure)
                    .isEqualTo(1);
        }
        assertThat(shown.evaluate("() => [...UNNAMED]")).isEqualTo(List.of());
        assertThat(watched.complaints()).isEmpty();
        shown.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "quality, check, CHECKS",
        "method, convention, CONVENTIONS",
        "completeness, assumption, ASSUMPTIONS",
    })
    void everyCheckConventionAndAssumptionOfTheDemoHasChinese(String table, String column, String texts) {
        Page shown = Chromium.open(page, "lang=zh", 1440).page();
        assertThat(data.get("tables").get(table).get("rows")).as(table).isNotEmpty();
        String untold = String.format(Locale.ROOT, """
            () => [...new Set(rowsOf('%s').map((row) => row.%s))].filter((of) => {
              const chinese = [%s.get(of)].flat();
              return !chinese.every((text) => /\\p{Script=Han}/u.test(text || ''));
            })\
            """, table, column, texts);
        assertThat(shown.evaluate(untold))
                .as("Without a Chinese name and meaning in texts.js")
                .isEqualTo(List.of());
        shown.context().close();
    }

    /** A row of JSON as the page holds it: values in the order of the columns, structures in that of their fields. */
    private static JsonNode values(JsonNode row, JsonNode view) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode column : view.get("columns")) {
            JsonNode value = row.path(column.asText());
            JsonNode fields = view.path("fields").path(column.asText());
            if (value.isMissingNode()) {
                values.addNull();
            } else if (fields.isMissingNode()) {
                values.add(value);
            } else {
                ArrayNode parts = values.addArray();
                for (JsonNode part : value) {
                    ArrayNode plain = parts.addArray();
                    fields.forEach(field -> plain.add(
                            part.has(field.asText()) ? part.get(field.asText()) : JsonNodeFactory.instance.nullNode()));
                }
            }
        }
        return values;
    }

    /** The tables of the published run under their names, as the command sql shows them. */
    private SparkSession views() {
        SparkSession spark = LocalSpark.session();
        Warehouse warehouse = TableDigest.warehouse(demo.warehouse);
        String queries = data.findValuesAsText("sql").toString();
        FileViews.create(
                spark,
                warehouse,
                new RunHistory(warehouse).latest().orElseThrow(),
                Stages.tables().stream()
                        .filter(table -> queries.contains(table.name()))
                        .filter(table -> warehouse.head(table).isPresent())
                        .toList());
        return spark;
    }
}
