package org.smssev.jobs.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.config.IngestConfig;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.ipc.IpcTitles;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.name.ApplicantThesaurus;

/**
 * Files that records are held against.
 *
 * @param inventory inventory of IPC symbols; null if none is configured
 * @param titles titles of IPC symbols
 * @param thesaurus thesaurus of applicants
 */
record References(IpcInventory inventory, IpcTitles titles, ApplicantThesaurus thesaurus) {
    private static final String INVENTORY = "ipc-inventory";
    private static final String TITLES = "ipc-titles:";
    private static final String THESAURUS = "applicant-thesaurus";

    /** The files that the configuration names. */
    static List<FileRef> files(IngestConfig ingest) {
        List<FileRef> files = new ArrayList<>();
        if (ingest.ipcInventory() != null) {
            files.add(new FileRef(INVENTORY, "ingest.ipc-inventory", ingest.ipcInventory())
                    .optional("ingest.ipc-inventory"));
        }
        new TreeMap<>(ingest.ipcTitles())
                .forEach((language, path) ->
                        files.add(new FileRef(TITLES + language, "ingest.ipc-titles." + language, path)
                                .optional("ingest.ipc-titles")));
        if (ingest.applicantThesaurus() != null) {
            files.add(new FileRef(THESAURUS, "ingest.applicant-thesaurus", ingest.applicantThesaurus())
                    .optional("ingest.applicant-thesaurus"));
        }
        return files;
    }

    /** Reads them. */
    static References load(StageContext context) {
        IngestConfig ingest = context.config().ingest();
        Map<String, Path> titles = new TreeMap<>();
        ingest.ipcTitles().keySet().forEach(language -> titles.put(language, path(context, TITLES + language)));
        return new References(
                ingest.ipcInventory() == null ? null : IpcInventory.load(path(context, INVENTORY)),
                IpcTitles.load(titles),
                ingest.applicantThesaurus() == null
                        ? ApplicantThesaurus.EMPTY
                        : ApplicantThesaurus.load(path(context, THESAURUS)));
    }

    /**
     * Tells of an increment whose publications are normalised otherwise than those of before, which it leaves as they were: by another
     * thesaurus, or of families of another kind.
     */
    static void warnOfOthers(StageContext context) {
        if (context.earlierRun().isEmpty()) {
            return;
        }
        List<String> others = new ArrayList<>();
        List<String> thesaurus =
                context.files(THESAURUS).stream().map(InputFile::sha256).toList();
        if (!thesaurus.equals(context.earlierDigests(THESAURUS))) {
            others.add("ingest.applicant-thesaurus");
        }
        String families = context.config().ingest().families().name();
        if (context.earlierRun().orElseThrow().settings().stream()
                .anyMatch(s -> s.key().equals("ingest.families") && !families.equals(s.value()))) {
            others.add("ingest.families");
        }
        if (!others.isEmpty()) {
            context.warnAbove(
                    "settings_changed",
                    "release",
                    others.size(),
                    0,
                    String.join(" and ", others) + " changed since release "
                            + context.earlierRun().orElseThrow().release()
                            + ", on which this increment builds. Older records keep their names and families, so an applicant"
                            + " may have two names. Read a snapshot instead.");
        }
    }

    /** Digests of those that records are normalised by. */
    static List<String> digests(StageContext context) {
        IngestConfig ingest = context.config().ingest();
        return List.of(
                ingest.ipcInventory() == null ? "" : digest(context, INVENTORY),
                ingest.applicantThesaurus() == null ? "" : digest(context, THESAURUS));
    }

    private static String digest(StageContext context, String role) {
        return context.files(role).get(0).sha256();
    }

    private static Path path(StageContext context, String role) {
        return context.files(role).get(0).path();
    }
}
