package org.smssev.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.init.ProjectInit;

/** Finds the configuration when a command names none. */
final class ConfigLocator {
    /** The environment variable that names the configuration. */
    static final String VARIABLE = "SMSSEV_CONFIG";
    /** The name of a configuration that is found without being named. */
    static final String FILE_NAME = ProjectInit.FILE_NAME;

    private ConfigLocator() {}

    /**
     * Returns the file that {@code SMSSEV_CONFIG} names, or else the nearest {@code smssev.yaml} in the folder or one of
     * its parents.
     *
     * @param environment the environment of the process
     * @param folder the working directory
     * @throws UserException with exit 2, if there is none
     */
    static Path locate(Map<String, String> environment, Path folder) {
        String named = environment.get(VARIABLE);
        if (named != null && !named.isBlank()) {
            return folder.resolve(named);
        }
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return folder.toAbsolutePath().relativize(file);
            }
        }
        throw new UserException(
                Exit.USAGE,
                "No configuration found: " + folder.toAbsolutePath() + " and the folders above it hold no " + FILE_NAME
                        + ". Create one with `smssev init`, or name one with --config or " + VARIABLE + ".");
    }
}
