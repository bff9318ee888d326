package org.smssev.common.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** Why a file cannot be read, in words: of some errors the JVM tells nothing but the name of the file. */
public final class FileErrors {
    /** What stands for bytes that are no letters where the JVM was started without a language. */
    private static final String UNREADABLE = "\uFFFD";

    private FileErrors() {}

    /** The reason, and what to do where that is known; without the name of the file. */
    public static String why(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "file not found, or it cannot be opened. Correct its path, or put it there.";
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read it. Give this user the right to read it.";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8. Save it as UTF-8.";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /**
     * Looks whether the name of a file can be told and used again as text.
     *
     * @throws UserException with exit 2 if the JVM could not read it
     */
    public static Path requireReadableName(Path file) {
        if (file.toString().contains(UNREADABLE)) {
            throw new UserException(Exit.USAGE, unreadableName(file.toString()));
        }
        return file;
    }

    /** What to do about a name that the JVM cannot read. */
    public static String unreadableName(String name) {
        return name + ": the path has a letter that this JVM could not read. Rename the file, or set LC_ALL=C.UTF-8."
                + " On YARN, use --conf spark.yarn.appMasterEnv.LC_ALL=C.UTF-8.";
    }
}
