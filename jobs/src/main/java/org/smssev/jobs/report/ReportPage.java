package org.smssev.jobs.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Renders the page: one HTML file that holds its styles, scripts and data and loads nothing. Its content security
 * policy lets only its own two scripts run, named by their digests. The same data give the same bytes.
 */
final class ReportPage {
    private static final String CHARTS_VERSION = "5.5.0";
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/" + CHARTS_VERSION + "/echarts.min.js";

    /** In the order in which they stand in the page; each may use what stands before it. */
    private static final List<String> SCRIPTS = List.of(
            "labels.js",
            "values.js",
            "page.js",
            "texts.js",
            "table.js",
            "figure.js",
            "candidates.js",
            "detail.js",
            "list.js",
            "certainty.js",
            "changes.js",
            "network.js",
            "field.js",
            "countries.js",
            "panel.js",
            "sensitivity.js",
            "quality.js",
            "main.js");

    private ReportPage() {}

    /**
     * The page as HTML, to be stored as UTF-8.
     *
     * @throws IllegalStateException if a part of the page is missing from the class path
     */
    static String render(ReportData data) {
        String charts = script(CHARTS);
        String page = SCRIPTS.stream().map(ReportPage::script).collect(Collectors.joining());
        Map<String, Object> model = new HashMap<>();
        model.put("header", data.header());
        model.put("scored", data.isScored());
        model.put("style", resource("page.css"));
        model.put("charts", charts);
        model.put("chartsVersion", CHARTS_VERSION);
        model.put("script", page);
        model.put("policy", policy(charts, page));
        model.put("json", SafeJson.of(PageModel.of(data)));
        StringWriter html = new StringWriter();
        try {
            template().process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The template of the report does not match its data", e);
        }
        return html.toString();
    }

    private static String policy(String... scripts) {
        StringBuilder sources = new StringBuilder();
        for (String script : scripts) {
            sources.append(" 'sha256-").append(digest(script)).append('\'');
        }
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src" + sources
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String script) {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(script));
    }

    /** A script as it may stand in a page: it cannot end its element, and a browser reads its line ends as they are. */
    private static String script(String name) {
        return resource(name)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("</script", "<\\/script")
                .replace("<!--", "<\\!--");
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The report page needs " + name + ", which is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template template() throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return new Template("page.ftlh", resource("page.ftlh"), configuration);
    }
}
