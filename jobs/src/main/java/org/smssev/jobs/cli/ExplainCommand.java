package org.smssev.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.grade.ExplainText;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why a technology has its grade; starts no Spark. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Tell why a technology has its grade.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Parameters(paramLabel = "TECHNOLOGY", description = "Id or name of the technology.")
    private String technology;

    @Option(names = "--lang", defaultValue = "en", description = "en or zh (default: ${DEFAULT-VALUE}).")
    private String language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        Warehouse warehouse = project.warehouse(config);
        Map<String, Long> versions = new RunHistory(warehouse)
                        .latest()
                        .orElseThrow(() -> new UserException(
                                Exit.INPUT,
                                "No run is published in " + config.warehouse() + "; run `smssev run --config "
                                        + project.file() + "` first"))
                        .tables()
                        .stream()
                        .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
        List<GradeTables.Technology> all = rows(warehouse, versions, GradeTables.Technology.class);
        GradeTables.Technology found = find(all);
        spec.commandLine()
                .getOut()
                .println(ExplainText.text(
                        found,
                        rows(warehouse, versions, GradeTables.Explain.class).stream()
                                .filter(e -> e.technologyId().equals(found.technologyId()))
                                .toList(),
                        rows(warehouse, versions, GradeTables.Evidence.class).stream()
                                .filter(e -> e.technologyId().equals(found.technologyId()))
                                .toList(),
                        rows(warehouse, versions, GradeTables.Sensitivity.class).stream()
                                .filter(s -> s.technologyId().equals(found.technologyId()))
                                .toList(),
                        language));
        return 0;
    }

    private static <T extends Record> List<T> rows(Warehouse warehouse, Map<String, Long> versions, Class<T> type) {
        return warehouse.read(type, versions.get(TableDef.of(type).name()));
    }

    private GradeTables.Technology find(List<GradeTables.Technology> all) {
        String wanted = technology.toLowerCase(Locale.ROOT);
        List<GradeTables.Technology> exact = all.stream()
                .filter(t -> t.technologyId().equalsIgnoreCase(technology)
                        || t.nameEn().equalsIgnoreCase(technology)
                        || technology.equals(t.nameZh()))
                .toList();
        List<GradeTables.Technology> found = exact.isEmpty()
                ? all.stream()
                        .filter(t -> t.nameEn().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> names = (found.isEmpty() ? all : found)
                .stream()
                        .map(t -> t.technologyId() + " (" + t.nameEn() + ")")
                        .limit(15)
                        .toList();
        throw new UserException(
                Exit.USAGE,
                (found.isEmpty() ? "There is no technology " : "Several technologies match ") + technology
                        + "; name one by its id, e.g. " + String.join(", ", names));
    }
}
