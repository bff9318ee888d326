package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
        ReportData.Tables t = SAMPLE.tables();
        ReportData.Tables turned = new ReportData.Tables(
                turned(t.technologies()),
                turned(t.explain()),
                turned(t.evidence()),
                turned(t.sensitivity()),
                turned(t.changes()),
                turned(t.candidates()),
                turned(t.supplemented()),
                turned(t.agreement()),
                turned(t.ratings()),
                turned(t.experts()),
                turned(t.clusters()),
                turned(t.clusterScan()),
                turned(t.nodes()),
                turned(t.edges()),
                turned(t.communities()),
                turned(t.gaps()),
                turned(t.ledger()));
        ReportData data = new ReportData(
                SAMPLE.header(),
                SAMPLE.figures(),
                turned,
                turned(SAMPLE.conventions()),
                turned(SAMPLE.quality()),
                SAMPLE.settings());
        assertThat(ReportPage.render(data)).isEqualTo(PAGE);
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
        JsonNode shown = data(PAGE).get("technologies");
        assertThat(shown).hasSize(SampleReport.TECHNOLOGIES);
        for (Technology technology : SAMPLE.tables().technologies()) {
            JsonNode node = null;
            for (JsonNode candidate : shown) {
                node = candidate.get("id").asText().equals(technology.technologyId()) ? candidate : node;
            }
            assertThat(node).isNotNull();
            assertThat(node.get("level").asText()).isEqualTo(technology.level());
            assertThat(number(node.get("score"))).isEqualTo(technology.score());
            assertThat(number(node.get("lo"))).isEqualTo(technology.lo95());
            assertThat(number(node.get("hi"))).isEqualTo(technology.hi95());
            assertThat(number(node.get("p").get(0))).isEqualTo(technology.pLevel1());
            assertThat(number(node.get("p").get(3))).isEqualTo(technology.pNotListed());
            assertThat(node.get("borderline").asBoolean()).isEqualTo(technology.borderline());
        }
    }

    @Test
    void countsInTheHeaderAreThoseOfTheTables() {
        for (String level : Scenario.LEVELS) {
            long count = SAMPLE.tables().technologies().stream()
                    .filter(technology -> technology.level().equals(level))
                    .count();
            assertThat(PAGE).contains("<dd data-count=\"" + level + "\">" + count + "</dd>");
        }
        assertThat(PAGE)
                .contains("<b data-figure=\"Records read\">208,650</b>")
                .contains("<b data-figure=\"Quarantined\">500</b>")
                .contains("<b data-figure=\"Publications\">204,311</b>");
    }

    @Test
    void technologyListsNoMorePublicationsThanAskedFor() throws Exception {
        for (JsonNode technology : data(PAGE).get("technologies")) {
            int publications = 0;
            for (JsonNode row : technology.get("evidence")) {
                publications += row.get("kind").asText().equals("PUBLICATION") ? 1 : 0;
            }
            assertThat(publications).isEqualTo(SAMPLE.header().evidence());
        }
    }

    @Test
    void gapIsThatAgainstTheRestOfTheWorld() throws Exception {
        for (JsonNode technology : data(PAGE).get("technologies")) {
            if (!technology.get("gap").isNull()) {
                assertThat(technology.get("gap").get("reference").asText()).isEqualTo("REST");
            }
        }
    }

    @Test
    void markupInNamesStaysText() throws Exception {
        String hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onclick='x' ${7*7} <!--"
                + " \u202Egnp.exe\u2028\u2029 & \uD83D\uDE00";
        ReportData.Tables tables = SampleReport.tables(
                List.of(SampleReport.unscored(hostile, hostile)),
                List.of(SampleReport.change(hostile, "ENTERED", null, "UNSCORED", null, null)));
        String page = ReportPage.render(SampleReport.of(tables));
        assertThat(withoutScripts(page))
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .doesNotContain("onclick='x'")
                .contains("&lt;script&gt;alert(1)")
                .contains("${7*7}");
        assertThat(json(page)).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029", "\u202E");
        assertThat(data(page).get("technologies").get(0).get("en").asText()).isEqualTo(hostile);
        assertThat(page.split("<script", -1))
                .hasSameSizeAs(ReportPage.render(SAMPLE).split("<script", -1));
    }

    @Test
    void scenarioCountsAndMovesAreThoseOfTheTables() {
        List<Scenario> scenarios =
                Scenario.of(SAMPLE.tables().technologies(), SAMPLE.tables().sensitivity());
        assertThat(scenarios).hasSize(10);
        Scenario median = scenarios.stream()
                .filter(scenario -> scenario.name().equals("RULE_MEDIAN"))
                .findFirst()
                .orElseThrow();
        assertThat(median.total()).isEqualTo(57);
        assertThat(median.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(57);
        assertThat(PAGE).contains("<th scope=\"row\">Without <bdi>E07</bdi></th>");
    }

    @Test
    void jsonHoldsNoMarkup() {
        assertThat(SafeJson.of(List.of("</script>&'"))).isEqualTo("[\"\\u003C/script\\u003E\\u0026\\u0027\"]");
    }

    @Test
    void veryLongNameIsKeptWhole() throws Exception {
        String name = "长x".repeat(5_000);
        String page =
                ReportPage.render(SampleReport.of(SampleReport.tables(List.of(SampleReport.unscored("T1", name)))));
        assertThat(data(page).get("technologies").get(0).get("en").asText()).isEqualTo(name);
    }

    @Test
    void runWithoutExpertsSaysSo() {
        String page = ReportPage.render(
                SampleReport.of(SampleReport.tables(List.of(SampleReport.unscored("T1", "Soft grippers")))));
        assertThat(page).contains("No technology has a score").contains("No expert scores in this run.");
    }

    @Test
    void emptyTablesGiveAPage() throws Exception {
        String page = ReportPage.render(SampleReport.of(SampleReport.tables(List.of())));
        assertThat(data(page).get("technologies")).isEmpty();
        assertThat(page).contains("</html>").doesNotContain("SYNTHETIC DATA");
    }

    @Test
    void madeUpDataAreMarked() {
        assertThat(PAGE).contains("SYNTHETIC DATA");
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
