package org.smssev.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;

/** Writes the report page, {@code <warehouse>/report/report.html}, and its tables as a workbook beside it. */
public final class ReportStage implements Stage {
    @Override
    public String name() {
        return "report";
    }

    @Override
    public String description() {
        return "Write the report page and a workbook of its tables.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        List<Class<? extends Record>> tables = new ArrayList<>(PageTables.tables());
        tables.addAll(YearCount.TABLES);
        tables.add(IngestTables.Patent.class);
        tables.add(IngestTables.IpcUse.class);
        return List.copyOf(tables);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of();
    }

    @Override
    public List<String> artifacts() {
        return List.of("report/report.html", "report/report.xlsx");
    }

    @Override
    public boolean readsFigures() {
        return true;
    }

    /** The tables of the earlier release name the technologies that left the list. */
    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public List<Object> settings(Config config) {
        List<Object> settings = new ArrayList<>(Arrays.asList(
                config.project(),
                config.release(),
                config.report(),
                config.evaluate(),
                config.grade(),
                config.network().level()));
        settings.removeIf(Objects::isNull);
        return settings;
    }

    @Override
    public void run(StageContext context) {
        context.progress("reading the tables");
        ReportData.Header header = header(context.config());
        ReportData.Rows rows = rows(context);
        long publications = context.dataset(IngestTables.Patent.class)
                .filter("NOT withdrawn")
                .count();
        long families = context.dataset(IngestTables.Family.class).count();
        List<YearCount> years = YearCount.of(context);
        context.progress("writing the page");
        ReportData data = new ReportData(
                header,
                publications,
                families,
                rows,
                years,
                titles(context),
                earlier(context, rows),
                context.conventions(),
                context.qualities(),
                // Pages are sent around, so the folder of the tables stays out.
                ConfigText.flat(context.config()).stream()
                        .filter(s -> !s.key().equals("warehouse"))
                        .toList());
        write(context, "report.html", ReportPage.render(data).getBytes(StandardCharsets.UTF_8));
        context.progress("writing the workbook");
        write(context, "report.xlsx", ReportWorkbook.of(data));
    }

    private static ReportData.Rows rows(StageContext context) {
        ReportData.Rows rows = new ReportData.Rows();
        PageTables.tables().forEach(table -> put(context, rows, table));
        return rows;
    }

    private static <T extends Record> void put(StageContext context, ReportData.Rows rows, Class<T> table) {
        rows.put(table, context.rows(table));
    }

    /** Names of what left the list, which only the run before knows. */
    private static Map<String, ReportData.Name> earlier(StageContext context, ReportData.Rows rows) {
        Set<String> left = rows.of(GradeTables.Change.class).stream()
                .filter(change -> change.change().equals("LEFT"))
                .map(GradeTables.Change::technologyId)
                .collect(Collectors.toSet());
        Map<String, ReportData.Name> names = new HashMap<>();
        context.earlierRows(GradeTables.Technology.class).orElse(List.of()).stream()
                .filter(technology -> left.contains(technology.technologyId()))
                .forEach(technology -> names.put(
                        technology.technologyId(), new ReportData.Name(technology.nameEn(), technology.nameZh())));
        return names;
    }

    private static Map<String, String> titles(StageContext context) {
        Map<String, String> titles = new HashMap<>();
        for (IngestTables.IpcUse code : context.rows(IngestTables.IpcUse.class)) {
            if (code.title() != null) {
                titles.put(code.symbol(), code.title());
            }
        }
        return titles;
    }

    private static ReportData.Header header(Config config) {
        GradeConfig grade = config.grade();
        boolean byScores = grade.quantiles() == null || grade.quantiles().isEmpty();
        return new ReportData.Header(
                config.project().name(),
                config.release().id(),
                config.project().focalCountry(),
                config.project().synthetic(),
                new ReportData.Scale(
                        config.evaluate().scaleMin(),
                        config.evaluate().scaleMax(),
                        byScores ? Double.valueOf(grade.level1()) : null,
                        byScores ? grade.level2() : null,
                        byScores ? grade.level3() : null),
                config.report().networkNodes(),
                config.report().evidence(),
                config.network().level().name(),
                NetworkConfig.ALL_YEARS);
    }

    private static void write(StageContext context, String name, byte[] content) {
        Path target = new Path(context.config().warehouse(), "report/" + name);
        Path draft = new Path(target.getParent(), name + ".draft");
        Configuration hadoop = context.spark().sparkContext().hadoopConfiguration();
        // An instance of its own, as switching checksum files off would reach everyone who shares the cached one.
        try (FileSystem files = FileSystem.newInstance(target.toUri(), hadoop)) {
            files.setWriteChecksum(false);
            try (OutputStream out = files.create(draft, true)) {
                out.write(content);
            }
            files.delete(target, false);
            if (!files.rename(draft, target)) {
                throw new IOException("Cannot rename " + draft + " to " + target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
