package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.evaluate.ScoreSheets;
import org.smssev.jobs.run.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes one workbook per expert for a round of scoring; starts no Spark. */
@Command(
        name = "scoresheet",
        mixinStandardHelpOptions = true,
        description = "Write the score sheets of a round, one per expert.",
        footer = {
            "",
            "The sheets list the technologies of the last published run, for the experts in evaluate.experts. From the",
            "second round on they also show the panel's median and quartiles of the round before. A run must have read",
            "the scores of that round first."
        })
final class ScoresheetCommand implements Callable<Integer> {
    @Mixin
    private Project project;

    @Option(names = "--round", required = true, paramLabel = "N", description = "Number of the round, from 1.")
    private int round;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the sheets.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (round < 1 || round > 999) {
            throw new UserException(
                    Exit.USAGE, "--round: not a valid round (" + round + "). Give a number from 1 to 999.");
        }
        Config config = project.config();
        if (config.evaluate().experts() == null) {
            throw new UserException(Exit.USAGE, "evaluate.experts: not set. Name the file of the experts who score.");
        }
        Warehouse warehouse = project.warehouse(config);
        Map<String, Long> versions = new RunHistory(warehouse)
                        .latest()
                        .orElseThrow(() -> new UserException(
                                Exit.INPUT, config.warehouse() + ": no run is published. Run `smssev run` first."))
                        .tables()
                        .stream()
                        .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
        Path roster = project.file()
                .toAbsolutePath()
                .getParent()
                .resolve(config.evaluate().experts())
                .normalize();
        long start = System.nanoTime();
        List<Path> files = ScoreSheets.write(new Versions(warehouse, versions), config, roster, round, out);
        if (!project.quiet()) {
            PrintWriter console = spec.commandLine().getOut();
            console.println(String.format(
                    Locale.ROOT,
                    "%d score sheets of round %d in %s, %.1f s",
                    files.size(),
                    round,
                    out,
                    (System.nanoTime() - start) / 1e9));
            console.println(
                    "Next: send each expert one sheet. Name the returned files in evaluate.scores and run `smssev run`.");
        }
        return 0;
    }

    /** The tables of a run; older runs lack the younger tables. */
    private record Versions(Warehouse warehouse, Map<String, Long> versions) implements ScoreSheets.Published {
        @Override
        public <T extends Record> List<T> rows(Class<T> type) {
            Long version = versions.get(TableDef.of(type).name());
            return version == null ? List.of() : warehouse.read(type, version);
        }
    }
}
