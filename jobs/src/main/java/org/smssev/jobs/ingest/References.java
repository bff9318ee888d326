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
            files.add(new FileRef(INVENTORY, "ingest.ipc-inventory", ingest.ipcInventory()));
        }
        new TreeMap<>(ingest.ipcTitles())
                .forEach((language, path) ->
                        files.add(new FileRef(TITLES + language, "ingest.ipc-titles." + language, path)));
        if (ingest.applicantThesaurus() != null) {
            files.add(new FileRef(THESAURUS, "ingest.applicant-thesaurus", ingest.applicantThesaurus()));
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
