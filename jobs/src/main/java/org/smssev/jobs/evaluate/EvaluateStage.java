package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** Evaluate: reads the experts' scores, measures how far they agree, and rates each candidate. */
public final class EvaluateStage implements Stage {
    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String description() {
        return "Reads the experts' scores, measures their agreement and rates each candidate.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(Supplemented.class, CandidateMember.class, TechnologyItem.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                EvaluateTables.Expert.class,
                EvaluateTables.Score.class,
                EvaluateTables.Assessment.class,
                EvaluateTables.RejectedCell.class,
                EvaluateTables.Agreement.class,
                EvaluateTables.Rating.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.evaluate());
    }

    @Override
    public List<FileRef> files(Config config) {
        List<FileRef> files = new ArrayList<>();
        for (String pattern : config.evaluate().scores()) {
            files.add(new FileRef("scores", "evaluate.scores", pattern));
        }
        if (config.evaluate().experts() != null) {
            files.add(
                    new FileRef("experts", "evaluate.experts", config.evaluate().experts()));
        }
        return files;
    }

    @Override
    public void run(StageContext context) {
        Config.Evaluate settings = context.config().evaluate();
        List<Supplemented> candidates = context.rows(Supplemented.class);
        Map<String, Roster.Person> roster = settings.experts() == null
                ? Map.of()
                : Roster.read(context.files("experts").get(0).path());
        ScoreReader reader = new ScoreReader(
                new CandidateIndex(candidates, items(context)),
                settings.dimensions().keySet(),
                settings.scaleMin(),
                settings.scaleMax(),
                roster.keySet());
        if (!settings.scores().isEmpty()) {
            read(context, settings, reader);
        }
        Evaluation evaluation = Evaluation.of(reader, roster, candidates, settings);
        context.write(EvaluateTables.Expert.class, evaluation.experts());
        context.write(EvaluateTables.Score.class, evaluation.scores());
        context.write(EvaluateTables.Assessment.class, evaluation.assessments());
        context.write(EvaluateTables.RejectedCell.class, reader.rejected());
        context.write(EvaluateTables.Agreement.class, evaluation.agreement());
        context.write(EvaluateTables.Rating.class, evaluation.ratings());
        context.quality(
                "scores_taken", "evaluate.scores", (double) reader.scores().size(), "scores taken");
        context.quality(
                "cells_rejected", "evaluate.scores", (double) reader.rejected().size(), "cells not taken");
        context.convention(
                "rating.rule",
                settings.rule().name(),
                "ADJUSTED is Huber's estimate, weighted by familiarity, of the last round's scores less each expert's"
                        + " severity; below five scores the robust rules are the median");
    }

    private static void read(StageContext context, Config.Evaluate settings, ScoreReader reader) {
        Set<String> seen = new HashSet<>();
        for (InputFile file : context.files("scores")) {
            // A copy of a file says nothing new, and its cells would be told twice.
            if (seen.add(file.sha256())) {
                context.progress("reading " + file.path().getFileName());
                ScoreFiles.read(file, settings.dimensions().keySet(), context::spark)
                        .forEach(reader::add);
            }
        }
    }

    /** Numbers of the list items behind each candidate. */
    private static Map<String, Set<String>> items(StageContext context) {
        Map<String, Set<String>> byTechnology = new TreeMap<>();
        for (TechnologyItem item : context.rows(TechnologyItem.class)) {
            byTechnology
                    .computeIfAbsent(item.technologyId(), id -> new TreeSet<>())
                    .add(item.itemNo());
        }
        Map<String, Set<String>> byCandidate = new TreeMap<>();
        for (CandidateMember member : context.rows(CandidateMember.class)) {
            if (member.memberKind().equals("TECHNOLOGY") && byTechnology.containsKey(member.memberId())) {
                byCandidate
                        .computeIfAbsent(member.candidateId(), id -> new TreeSet<>())
                        .addAll(byTechnology.get(member.memberId()));
            }
        }
        return byCandidate;
    }
}
