package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.config.Config;
import org.smssev.common.config.SurveyConfig;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.ScopeTables;
import org.smssev.common.tables.SurveyTables;
import org.smssev.jobs.survey.OperatorSheets.Label;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;
import org.smssev.jobs.survey.Technologies.Drafted;

/** Reads the lists, makes technologies of their entries, and matches the families to them. */
public final class SurveyStage implements Stage {
    private static final String TECHNOLOGIES = "technologies";
    private static final String RULES = "rules";
    private static final String INVENTORY = "ipc-inventory";
    private static final String LABELS = "labels";

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public String description() {
        return "Match patent families to technologies from existing lists.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(IngestTables.Family.class, IngestTables.IpcUse.class, IngestTables.Patent.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                SurveyTables.ListItem.class,
                SurveyTables.Technology.class,
                SurveyTables.TechnologyItem.class,
                SurveyTables.Control.class,
                SurveyTables.ListChange.class,
                SurveyTables.Match.class,
                ScopeTables.Scope.class,
                ScopeTables.ScopeQuality.class,
                ScopeTables.Coverage.class,
                ScopeTables.Overlap.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.survey(), config.release().id());
    }

    @Override
    public List<FileRef> files(Config config) {
        SurveyConfig survey = config.survey();
        List<FileRef> files = new ArrayList<>();
        for (ListFile list : survey.lists()) {
            String at = "survey.lists[" + list.id() + "].";
            files.add(new FileRef(Editions.role(list, false), at + "path", list.path()));
            add(files, Editions.role(list, true), at + "previous", list.previous());
        }
        add(files, TECHNOLOGIES, "survey.technologies", survey.technologies());
        add(files, RULES, "survey.rules", survey.rules());
        if (survey.rules() != null) {
            add(files, INVENTORY, "ingest.ipc-inventory", config.ingest().ipcInventory());
        }
        add(files, LABELS, "survey.labels", survey.labels());
        return files;
    }

    private static void add(List<FileRef> files, String role, String setting, String path) {
        if (path != null) {
            files.add(new FileRef(role, setting, path));
        }
    }

    /** Lists are compared with their editions of the release before. */
    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public void run(StageContext context) {
        SurveyConfig settings = context.config().survey();
        Editions editions = Editions.read(context);
        List<Drafted> drafted = technologies(context, editions);
        List<Label> labels = settings.labels() == null
                ? List.of()
                : OperatorSheets.labels(context.files(LABELS).get(0).path());
        List<IngestTables.IpcUse> codes = context.rows(IngestTables.IpcUse.class);
        Scoping scoping = new Scoping(
                drafted,
                rules(context, editions, drafted),
                settings.textScope().method().name(),
                new TextLinks(context, codes, editions.present())::of,
                labels);
        List<SurveyTables.Control> controls = controls(context, editions, drafted);
        Set<String> controlled = new HashSet<>();
        controls.stream().filter(c -> c.status().equals("IN_FORCE")).forEach(c -> controlled.add(c.technologyId()));
        List<SurveyTables.Technology> made = scoping.technologies(controlled);
        SurveyQuality.record(context, made);
        context.write(SurveyTables.ListItem.class, editions.items());
        context.write(SurveyTables.Technology.class, made);
        context.write(SurveyTables.TechnologyItem.class, Technologies.items(drafted));
        context.write(SurveyTables.Control.class, controls);
        context.write(ScopeTables.Scope.class, scoping.scopes());
        context.progress("match families to " + made.size() + " technologies");
        ListCodes lists = new ListCodes(ListScopes.prefixes(editions, drafted, made));
        try (FamilyMatching matching = new FamilyMatching(
                context.spark(),
                context.dataset(IngestTables.Family.class),
                made,
                new RuleIndex(scoping.rules()),
                lists)) {
            FamilyMatching.Counts counts = matching.count(settings);
            context.write(SurveyTables.Match.class, matching.matches());
            context.write(
                    ScopeTables.Coverage.class,
                    lists.coverage(
                            codes,
                            ListScopes.items(editions),
                            ListScopes.technologies(drafted),
                            counts.lists(),
                            counts.families()));
            context.write(ScopeTables.Overlap.class, lists.overlaps(codes, counts.lists()));
            context.write(SurveyTables.ListChange.class, changes(editions, drafted, matching));
            context.write(
                    ScopeTables.ScopeQuality.class, new Labelled(context, labels, made, matching.matches()).quality());
        }
    }

    private static List<Drafted> technologies(StageContext context, Editions editions) {
        SurveyConfig settings = context.config().survey();
        Technologies technologies = new Technologies();
        if (settings.technologies() != null) {
            Path file = context.files(TECHNOLOGIES).get(0).path();
            FileProblems problems = new FileProblems("survey.technologies", file);
            technologies.pick(OperatorSheets.picks(file), editions.numbers(), problems);
            problems.throwIfAny();
        }
        for (ListFile list : settings.lists()) {
            if (list.takeOver()) {
                technologies.takeOver(list, editions.entries(list), settings.maxTechnologies());
            }
        }
        return technologies.drafted();
    }

    private static Map<String, List<RuleLine>> rules(StageContext context, Editions editions, List<Drafted> drafted) {
        if (context.config().survey().rules() == null) {
            return Map.of();
        }
        Path file = context.files(RULES).get(0).path();
        FileProblems problems = new FileProblems("survey.rules", file);
        List<RuleLine> lines = OperatorSheets.rules(file);
        Map<String, List<RuleLine>> rules = Scoping.rulesOf(lines, drafted, editions.numbers(), problems);
        problems.throwIfAny();
        if (context.config().ingest().ipcInventory() != null) {
            RulePrefixes.check(context, lines, context.files(INVENTORY).get(0).path());
        }
        return rules;
    }

    private static List<SurveyTables.Control> controls(StageContext context, Editions editions, List<Drafted> drafted) {
        SurveyConfig settings = context.config().survey();
        LocalDate asOf =
                Controls.asOf(settings.asOf(), context.config().release().id());
        Map<String, ListItems> lists = new LinkedHashMap<>();
        settings.lists().stream()
                .filter(ListFile::controlled)
                .forEach(l -> lists.put(l.id(), editions.present().get(l.id())));
        context.convention(
                "CONTROLLED",
                asOf == null ? "at no date" : "at " + asOf,
                "A technology is already controlled if one of its entries in a list of controls is in force at the date."
                        + " An entry is in force from valid_from to valid_to, and after suspended_until."
                        + (asOf == null ? " No date is known (survey.as-of), so dates of entries do not count." : ""));
        return Controls.of(drafted, lists, asOf);
    }

    private static List<SurveyTables.ListChange> changes(
            Editions editions, List<Drafted> drafted, FamilyMatching matching) {
        List<SurveyTables.ListChange> changes = new ArrayList<>();
        editions.before()
                .forEach((id, before) -> changes.addAll(
                        ListChanges.between(id, before, editions.present().get(id), drafted)));
        long[] families = matching.families(ListChanges.byTechnology(changes, drafted), changes.size());
        return ListChanges.counted(changes, families);
    }
}
