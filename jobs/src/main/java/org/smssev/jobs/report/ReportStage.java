package org.smssev.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SupplementTables;

/** Writes the report page, {@code <warehouse>/report/report.html}, and its tables as a workbook beside it. */
public final class ReportStage implements Stage {
    @Override
    public String name() {
        return "report";
    }

    @Override
    public String description() {
        return "Write the report page for decision makers, and its tables as a workbook.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                IngestTables.Patent.class,
                IngestTables.Family.class,
                IngestTables.LedgerEntry.class,
                ClusterTables.Cluster.class,
                ClusterTables.ClusterScan.class,
                NetworkTables.IpcNode.class,
                NetworkTables.IpcEdge.class,
                NetworkTables.Community.class,
                ScreenTables.Candidate.class,
                ScreenTables.CandidateGap.class,
                SupplementTables.NominatedGap.class,
                ScreenTables.Supplemented.class,
                EvaluateTables.Agreement.class,
                EvaluateTables.Rating.class,
                EvaluateTables.Expert.class,
                GradeTables.Technology.class,
                GradeTables.Explain.class,
                GradeTables.Evidence.class,
                GradeTables.Sensitivity.class,
                GradeTables.Change.class);
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
        ReportData.Tables tables = tables(context);
        long publications = context.dataset(IngestTables.Patent.class)
                .filter("NOT withdrawn")
                .count();
        long families = context.dataset(IngestTables.Family.class).count();
        context.progress("writing the page");
        ReportData data = new ReportData(
                header(context.config()),
                KeyFigures.of(tables, publications, families),
                tables,
                context.conventions(),
                context.qualities(),
                // Where the tables lie is no setting of the method, and a page is sent around.
                ConfigText.flat(context.config()).stream()
                        .filter(s -> !s.key().equals("warehouse"))
                        .toList());
        write(context, "report.html", ReportPage.render(data).getBytes(StandardCharsets.UTF_8));
        context.progress("writing the workbook");
        write(context, "report.xlsx", ReportWorkbook.of(data));
    }

    private static ReportData.Tables tables(StageContext context) {
        NetworkConfig network = context.config().network();
        return new ReportData.Tables(
                context.rows(GradeTables.Technology.class),
                context.rows(GradeTables.Explain.class),
                context.rows(GradeTables.Evidence.class),
                context.rows(GradeTables.Sensitivity.class),
                context.rows(GradeTables.Change.class),
                context.rows(ScreenTables.Candidate.class),
                context.rows(ScreenTables.Supplemented.class),
                context.rows(EvaluateTables.Agreement.class),
                context.rows(EvaluateTables.Rating.class),
                context.rows(EvaluateTables.Expert.class),
                context.rows(ClusterTables.Cluster.class),
                context.rows(ClusterTables.ClusterScan.class),
                context.rows(NetworkTables.IpcNode.class).stream()
                        .filter(node -> network.isMain(node.level(), node.period()))
                        .toList(),
                context.rows(NetworkTables.IpcEdge.class).stream()
                        .filter(edge -> network.isMain(edge.level(), edge.period()))
                        .toList(),
                context.rows(NetworkTables.Community.class).stream()
                        .filter(community -> network.isMain(community.level(), community.period()))
                        .toList(),
                Stream.concat(
                                context.rows(ScreenTables.CandidateGap.class).stream()
                                        .map(ScreenTables.CandidateGap::summary),
                                context.rows(SupplementTables.NominatedGap.class).stream()
                                        .map(SupplementTables.NominatedGap::summary))
                        .toList(),
                context.rows(IngestTables.LedgerEntry.class));
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
                config.report().evidence());
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
