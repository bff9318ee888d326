package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.SurveyTables;

/** Reads the lists, makes technologies of their entries, and matches the families to them. */
public final class SurveyStage implements Stage {
    @Override
    public String name() {
        return "survey";
    }

    @Override
    public String description() {
        return "Take technologies from existing lists and match patent families to them by IPC and keywords.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(IngestTables.Family.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(
                SurveyTables.ListItem.class,
                SurveyTables.Technology.class,
                SurveyTables.TechnologyItem.class,
                SurveyTables.Match.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.survey());
    }

    @Override
    public List<FileRef> files(Config config) {
        List<FileRef> files = new ArrayList<>();
        for (Config.ListFile list : config.survey().lists()) {
            files.add(new FileRef(role(list), "survey.lists[" + list.id() + "].path", list.path()));
        }
        return files;
    }

    private static String role(Config.ListFile list) {
        return "list:" + list.id();
    }

    @Override
    public void run(StageContext context) {
        Config.Survey settings = context.config().survey();
        Technologies technologies = new Technologies();
        for (Config.ListFile list : settings.lists()) {
            List<ListEntry> entries = new ArrayList<>();
            for (InputFile file : context.files(role(list))) {
                entries.addAll(ListReader.read(list, file.path()));
            }
            technologies.add(list, entries);
            context.quality("list_items", list.id(), (double) entries.size(), "entries of list " + list.id());
        }
        List<SurveyTables.Technology> made = technologies.technologies();
        long unscoped = made.stream()
                .filter(t -> t.ipcScope().isEmpty() && t.keywords().isEmpty())
                .count();
        context.quality("technologies", "", (double) made.size(), "technologies taken over from the lists");
        context.quality(
                "technologies_without_scope",
                "",
                (double) unscoped,
                "technologies with neither IPC prefixes nor keywords, matched by the words of their names only");
        context.convention(
                "MATCH",
                "ipc-weight " + settings.ipcWeight() + ", min-score " + settings.minScore(),
                "A family belongs to each technology whose score reaches min-score, and first of all to the one with"
                        + " the highest score; codes and keywords count by their rarity.");
        context.write(SurveyTables.ListItem.class, technologies.listItems());
        context.write(SurveyTables.Technology.class, made);
        context.write(SurveyTables.TechnologyItem.class, technologies.technologyItems());
        context.progress("match families to " + made.size() + " technologies");
        try (FamilyMatching matching =
                new FamilyMatching(context.spark(), context.dataset(IngestTables.Family.class), made)) {
            context.write(SurveyTables.Match.class, matching.matches(settings));
        }
    }
}
