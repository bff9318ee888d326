package org.smssev.jobs.init;

import java.nio.file.Path;
import org.smssev.jobs.ingest.source.Inspection;

/**
 * A file that was recognised, or a file in an archive.
 *
 * @param path the file, relative to the folder of the project
 * @param inspection what it holds
 */
record PatentFile(Path path, Inspection inspection) {
    /** The name that a source of such files gets: the first word of the layout, or the database of a table. */
    String sourceName() {
        if (inspection.kind() == Inspection.Kind.TABLE) {
            return inspection.layout().startsWith("tls") ? "patstat" : "patentsview";
        }
        return inspection.layout().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9].*", "");
    }
}
