package org.smssev.jobs.run;

import java.nio.file.Path;
import java.util.List;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;

/** Finds files as a run does, for tests of a stage alone. */
public final class FoundFiles {
    private FoundFiles() {}

    /** The files of a reference, a relative pattern taken against the working folder. */
    public static List<InputFile> find(FileRef ref) {
        return new InputFiles(Path.of("")).find(ref);
    }
}
