package org.smssev.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.smssev.common.config.Config;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.PanelTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.jobs.grade.ExplainDropped;
import org.smssev.jobs.grade.ExplainText;
import org.smssev.jobs.grade.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why a technology has its grade, or why the screen dropped it; starts no Spark. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain the grade of a technology, or why it was dropped.",
        footer = {"", "The explanation says what the grade rests on, what would change it, and which experts disagreed."
        })
final class ExplainCommand implements Callable<Integer> {
    /** Languages of the explanation. */
    enum Language {
        EN,
        ZH
    }

    @Mixin
    private Project project;

    @Parameters(paramLabel = "TECHNOLOGY", description = "Id, name or part of the name of a technology.")
    private String technology;

    @Option(
            names = {"--language", "--lang"},
            defaultValue = "EN",
            description = "Language: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Language language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Config config = project.config();
        PublishedRun run = PublishedRun.latest(project, config);
        List<Technology> all = run.rows(Technology.class);
        List<Supplemented> candidates = run.rows(Supplemented.class);
        List<Candidate> screened = run.rows(Candidate.class);
        String id = new TechnologyFinder(all, candidates, screened).find(technology);
        boolean isZh = language == Language.ZH;
        String text = all.stream()
                .filter(row -> row.technologyId().equals(id))
                .findFirst()
                .map(row -> ExplainText.text(facts(run, row, all, candidates), isZh))
                .orElseGet(() -> ExplainDropped.text(
                        screened.stream()
                                .filter(row -> row.candidateId().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        run.rows(ScreenTables.Criterion.class),
                        run.run().settings(),
                        isZh));
        spec.commandLine().getOut().println(text);
        return 0;
    }

    private static Facts facts(
            PublishedRun run, Technology found, List<Technology> all, List<Supplemented> candidates) {
        return new Facts(
                found,
                all.stream().filter(row -> row.score() != null).count(),
                candidates.stream()
                        .filter(row -> row.candidateId().equals(found.technologyId()))
                        .findFirst()
                        .orElse(null),
                run.rows(GradeTables.Explain.class),
                run.rows(GradeTables.Evidence.class),
                run.rows(GradeTables.Sensitivity.class),
                run.rows(GradeTables.Threshold.class),
                run.rows(EvaluateTables.Score.class),
                run.rows(EvaluateTables.Expert.class),
                run.rows(PanelTables.Weight.class),
                run.run().settings());
    }
}
