package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Technology;

class ReportPageTest {
    private static final ReportData SAMPLE = SampleReport.full();
    private static final String PAGE = ReportPage.render(SAMPLE);
    private static final Pattern JSON =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void sameDataGiveTheSameBytes() {
        assertThat(ReportPage.render(SampleReport.full())).isEqualTo(PAGE);
    }

    @Test
    void orderOfRowsDoesNotMatter() {
        ReportData.Rows turned = new ReportData.Rows();
        PageTables.tables().forEach(table -> turn(turned, table));
        ReportData data = new ReportData(
                SAMPLE.header(),
                SAMPLE.publications(),
                SAMPLE.families(),
                turned,
                SAMPLE.years(),
                SAMPLE.titles(),
                SAMPLE.earlier(),
                turned(SAMPLE.conventions()),
                turned(SAMPLE.quality()),
                SAMPLE.settings());
        assertThat(ReportPage.render(data)).isEqualTo(PAGE);
    }

    private static <T extends Record> void turn(ReportData.Rows rows, Class<T> table) {
        rows.put(table, turned(SAMPLE.rows().of(table)));
    }

    @Test
    void localeOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ReportPage.render(SAMPLE)).isEqualTo(PAGE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void figuresOfEachTechnologyAreThoseOfTheTables() throws Exception {
        List<JsonNode> shown = rows(PAGE, "technologies");
        assertThat(shown).hasSize(SampleReport.TECHNOLOGIES);
        for (Technology technology : SAMPLE.rows().of(Technology.class)) {
            JsonNode node = shown.stream()
                    .filter(row -> row.get("technology_id").asText().equals(technology.technologyId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(node.get("level").asText()).isEqualTo(technology.level());
            assertThat(number(node.get("score"))).isEqualTo(technology.score());
            assertThat(number(node.get("lo95"))).isEqualTo(technology.lo95());
            assertThat(number(node.get("hi95"))).isEqualTo(technology.hi95());
            assertThat(number(node.get("p_level1"))).isEqualTo(technology.pLevel1());
            assertThat(number(node.get("p_not_listed"))).isEqualTo(technology.pNotListed());
            assertThat(node.get("borderline").asBoolean()).isEqualTo(technology.borderline());
        }
    }

    @Test
    void technologiesStandInTheOrderOfTheirRanks() throws Exception {
        List<Double> ranks = rows(PAGE, "technologies").stream()
                .map(row -> number(row.get("rank")))
                .toList();
        assertThat(ranks).isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
    }

    @Test
    void withoutScoresThePageIsAboutCandidates() throws Exception {
        String page = ReportPage.render(SampleReport.withoutScores());
        assertThat(withoutScripts(page))
                .contains("Candidates, ranked by what the patents show", "href=\"#next\"")
                .doesNotContain("at what level", "Levels support a decision");
        assertThat(rows(page, "candidates"))
                .allSatisfy(row -> assertThat(row.get("score").isNumber()).isTrue());
        assertThat(data(page).get("titles").get("H01M 10").asText()).isEqualTo("Secondary cells");
        assertThat(withoutScripts(PAGE)).contains("at what level").doesNotContain("href=\"#next\"");
    }

    @Test
    void stepsOfTheRunAreCountedFromTheTablesOfTheReleaseShown() throws Exception {
        Map<String, Long> steps = new HashMap<>();
        data(PAGE)
                .get("flow")
                .forEach(step ->
                        steps.put(step.get("name").asText(), step.get("value").asLong()));
        assertThat(steps)
                .containsEntry("records_read", 208_650L)
                .containsEntry("quarantined", 500L)
                .containsEntry("publications", 204_311L)
                .containsEntry("families", 131_872L)
                .containsEntry("codes", 150L)
                .containsEntry("scored", 60L);
    }

    @Test
    void technologyListsNoMorePublicationsThanAskedFor() throws Exception {
        Map<String, Long> publications = rows(PAGE, "publications").stream()
                .collect(Collectors.groupingBy(row -> row.get("technology_id").asText(), Collectors.counting()));
        assertThat(publications)
                .hasSize(SampleReport.TECHNOLOGIES)
                .allSatisfy((id, count) ->
                        assertThat(count).isEqualTo(SAMPLE.header().evidence()));
    }

    @Test
    void scoresOfSingleExpertsAndTheirOrganisationsStayOut() {
        assertThat(json(PAGE)).doesNotContain("E01 necessity", "Institute B");
    }

    @Test
    void placesOfCodesStandInTheOrderOfTheNodes() throws Exception {
        JsonNode layout = data(PAGE).get("layout");
        List<JsonNode> nodes = rows(PAGE, "nodes");
        assertThat(layout.get("x")).hasSameSizeAs(nodes);
        assertThat(layout.get("titles")).hasSameSizeAs(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).get("ipc").asText().equals("H01M 01")) {
                assertThat(layout.get("titles").get(i).asText()).startsWith("Structural details");
            }
        }
        assertThat(rows(PAGE, "edges")).hasSizeLessThanOrEqualTo(PageTables.EDGES_DRAWN_PER_NODE * nodes.size());
    }

    @Test
    void markupInNamesStaysText() throws Exception {
        String hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onclick='x' ${7*7} <!--"
                + " \u202Egnp.exe\u2028\u2029 & \uD83D\uDE00";
        ReportData.Rows rows = SampleReport.rows(SampleReport.unscored(hostile, hostile))
                .put(Change.class, List.of(SampleReport.change(hostile, "ENTERED", null, "UNSCORED", null, null)));
        String page = ReportPage.render(SampleReport.of(rows));
        assertThat(withoutScripts(page))
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("onclick='x'");
        assertThat(json(page)).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029", "\u202E");
        assertThat(rows(page, "technologies").get(0).get("name_en").asText()).isEqualTo(hostile);
        assertThat(page.split("<script", -1))
                .hasSameSizeAs(ReportPage.render(SAMPLE).split("<script", -1));
    }

    @Test
    void jsonHoldsNoMarkup() {
        assertThat(SafeJson.of(List.of("</script>&'"))).isEqualTo("[\"\\u003C/script\\u003E\\u0026\\u0027\"]");
    }

    @Test
    void veryLongNameIsKeptWhole() throws Exception {
        String name = "长x".repeat(5_000);
        String page = ReportPage.render(SampleReport.of(SampleReport.rows(SampleReport.unscored("T1", name))));
        assertThat(rows(page, "technologies").get(0).get("name_en").asText()).isEqualTo(name);
    }

    @Test
    void emptyTablesGiveAPage() throws Exception {
        String page = ReportPage.render(SampleReport.of(new ReportData.Rows()));
        assertThat(rows(page, "technologies")).isEmpty();
        assertThat(page).contains("</html>").doesNotContain("SYNTHETIC DATA</strong>");
    }

    @Test
    void madeUpDataAreMarked() {
        assertThat(PAGE).contains("SYNTHETIC DATA</strong>");
    }

    @Test
    void pageLoadsNothing() {
        assertThat(PAGE).contains("content=\"default-src 'none';");
        String markup = withoutScripts(PAGE);
        assertThat(markup).doesNotContain("http:", "https:", "@import", "url(", " src=");
        assertThat(markup.split("<link", -1)).hasSize(2);
        assertThat(markup).contains("<link rel=\"icon\" href=\"data:,\">");
        assertThat(PAGE.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8_000_000);
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script.*?</script>", "");
    }

    private static Double number(JsonNode node) {
        return node.isNull() ? null : node.doubleValue();
    }

    private static JsonNode data(String page) throws Exception {
        return new ObjectMapper().readTree(json(page));
    }

    /** Rows of a table of the page, as objects by the names of the columns. */
    static List<JsonNode> rows(String page, String table) throws Exception {
        JsonNode view = data(page).get("tables").get(table);
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode values : view.get("rows")) {
            ObjectNode row = new ObjectMapper().createObjectNode();
            for (int i = 0; i < values.size(); i++) {
                row.set(view.get("columns").get(i).asText(), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String json(String page) {
        Matcher matcher = JSON.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static <T> List<T> turned(List<T> rows) {
        List<T> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }
}
