package org.smssev.jobs.ingest.record;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.jobs.ingest.name.ApplicantThesaurus;

/**
 * What the normalisation of a record knows beside the record.
 *
 * @param families family of a publication where the source names no family, by canonical number
 * @param extendedFamilies whether extended (INPADOC) families count, not simple ones
 * @param languages languages of title and abstract in order of preference
 * @param inventory inventory of IPC symbols; null if none is configured
 * @param thesaurus thesaurus of applicants
 */
public record NormaliserSetup(
        Map<String, String> families,
        boolean extendedFamilies,
        List<String> languages,
        IpcInventory inventory,
        ApplicantThesaurus thesaurus)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Knows nothing. */
    public static final NormaliserSetup PLAIN =
            new NormaliserSetup(Map.of(), false, List.of(), null, ApplicantThesaurus.EMPTY);
}
