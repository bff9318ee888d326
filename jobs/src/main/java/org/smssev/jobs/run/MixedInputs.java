package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigDocument;
import org.smssev.common.config.ConfigText;
import org.smssev.common.config.SelectionSettings;
import org.smssev.common.config.SelectionSettings.Input;
import org.smssev.common.tables.MetaTables;

/**
 * What the selection of technologies rests on, taken from one run for the settings, from one for the lists and from one
 * for the patents.
 */
record MixedInputs(Side settings, Side lists, Side patents) {
    private static final String INGEST = "ingest";
    /** Roles of the files that hold patents; the other files of ingest are part of its settings. */
    private static final String PATENT_FILES = "(source|join):.*";

    /**
     * A run with its record.
     *
     * @param stages its stages by name, as computed
     */
    record Side(MetaTables.Run run, Map<String, MetaTables.StageRun> stages) {}

    /** The configuration. */
    Config config() {
        String mixed = ConfigDocument.with(settings.run.config(), lists.run.config(), Input.LISTS.keys());
        return ConfigDocument.read(
                ConfigDocument.with(mixed, patents.run.config(), Input.PATENTS.keys()),
                "runs " + settings.run.runId() + ", " + lists.run.runId() + " and " + patents.run.runId());
    }

    /** The files of a stage. */
    List<MetaTables.InputFile> files(String stage) {
        if (!stage.equals(INGEST)) {
            return files(lists, stage, file -> true);
        }
        List<MetaTables.InputFile> files = new ArrayList<>(files(patents, stage, MixedInputs::holdsPatents));
        files.addAll(files(settings, stage, file -> !holdsPatents(file)));
        return files;
    }

    private static boolean holdsPatents(MetaTables.InputFile file) {
        return file.role().matches(PATENT_FILES);
    }

    private static List<MetaTables.InputFile> files(Side side, String stage, Predicate<MetaTables.InputFile> wanted) {
        MetaTables.StageRun computed = side.stages.get(stage);
        return computed == null
                ? List.of()
                : computed.files().stream().filter(wanted).toList();
    }

    /** Whether the same technologies come out of both, as the same goes into these stages. */
    boolean isLike(MixedInputs other, List<String> stages) {
        return asked().equals(other.asked())
                && stages.stream().allMatch(stage -> digests(stage).equals(other.digests(stage)));
    }

    private Map<Input, Set<MetaTables.Setting>> asked() {
        return SelectionSettings.of(ConfigText.flat(config()));
    }

    private List<String> digests(String stage) {
        return files(stage).stream()
                .map(file -> file.role() + " " + file.sha256())
                .sorted()
                .toList();
    }
}
