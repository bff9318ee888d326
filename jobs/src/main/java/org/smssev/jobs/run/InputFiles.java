package org.smssev.jobs.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.smssev.common.Beside;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;
import org.smssev.common.io.PassedOver;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;

/** Finds and digests the files that settings name; each file is digested once in a run. */
public final class InputFiles {
    private static final Pattern UNFINISHED = Pattern.compile("(?i).*\\.(?:crdownload|part|partial|filepart|download)");

    /** What names of files start with that are passed over. */
    private static final String NAMED_FIRST = "._~";

    /** Also with one slash, which is what is left of it in a folder that was put before. */
    private static final String ADDRESS = "(.*/)?(?!file:)[a-z][a-z0-9+.-]+:/.*";

    /** Files that a message names. */
    private static final int N_NAMED = 5;

    private final Path base;
    private final Map<Path, Digested> digests = new ConcurrentHashMap<>();

    /** The digest of a file, and how it was before it was digested. */
    private record Digested(String sha256, FileState before) {
        static Digested of(Path file) {
            FileState before = FileState.of(file);
            return new Digested(CodeVersion.ofFile(file), before);
        }
    }

    /** Files relative to the folder of the configuration file. */
    public InputFiles(Path base) {
        this.base = base;
    }

    /**
     * Begins to digest files beside other work. Who asks for one waits for it, and is told what is wrong with it.
     *
     * @return what does it
     */
    Thread ahead(Supplier<List<FileRef>> refs) {
        return Beside.start("digest-ahead", () -> {
            try {
                refs.get().forEach(this::find);
            } catch (RuntimeException e) {
                // The same is found again by who asks.
                return;
            }
        });
    }

    /**
     * The files of a reference, in the order of their paths.
     *
     * @throws UserException with exit 3, naming setting and path, if there is none
     */
    public List<InputFile> find(FileRef ref) {
        return listed(ref).stream()
                .map(file -> input(ref.role(), file.path(), file.name()))
                .toList();
    }

    /** The paths of the files of a reference, as {@link #find} has them, of which nothing is read. */
    public List<Path> paths(FileRef ref) {
        return listed(ref).stream().map(Listed::path).toList();
    }

    /** A file, and its path within the reference. */
    private record Listed(Path path, String name) {}

    private List<Listed> listed(FileRef ref) {
        Path path = resolved(ref.pattern());
        String last = path.getFileName() == null ? "" : path.getFileName().toString();
        List<Path> found;
        // Browsers put a number in brackets behind the name of what was downloaded before.
        boolean isPattern = last.matches(".*[*?\\[{].*") && !Files.exists(path);
        if (isPattern) {
            found = matching(path.getParent(), last, ref.setting());
        } else {
            found = !last.isEmpty() && Files.exists(path) ? List.of(path) : List.of();
        }
        if (found.isEmpty()) {
            if (ref.pattern().matches(ADDRESS)) {
                throw new UserException(
                        Exit.USAGE,
                        ref.setting() + ": not a local file (" + ref.pattern()
                                + "). Copy it to a local folder, or mount it. On a cluster all workers must see the same"
                                + " path.");
            }
            throw new UserException(
                    Exit.INPUT,
                    ref.setting() + ": file not found (" + path + "). Correct the setting or put the file there."
                            + way(ref)
                            + others(path.getParent())
                            + (ref.pattern().matches("~.*|.*[$\\\\].*")
                                    ? " Paths are not expanded: write ~ and $HOME in full, and separate folders with /."
                                    : "")
                            + (String.valueOf(path.getParent()).matches(".*[*?\\[{].*")
                                    ? " Use a pattern only in the last part of a path. A folder stands for all its files."
                                    : ""));
        }
        List<Listed> files = new ArrayList<>();
        for (Path given : found) {
            for (Path file : ref.each() ? within(given) : List.of(given)) {
                Path name = file.equals(given) ? given.getFileName() : given.relativize(file);
                FileErrors.requireReadableName(file);
                files.add(new Listed(file, name.toString().replace(File.separatorChar, '/')));
            }
        }
        if (files.isEmpty()) {
            throw new UserException(
                    Exit.INPUT,
                    ref.setting() + ": no files in the folder (" + path + "). Put the files there." + way(ref));
        }
        return files;
    }

    /** What lies in the folder instead, as files may be packed or end otherwise. */
    private static String others(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !PassedOver.isPassedOver(name))
                    .sorted()
                    .toList();
            String named = String.join(", ", names.subList(0, Math.min(N_NAMED, names.size())));
            return names.isEmpty() ? "" : " The folder has " + named + (names.size() > N_NAMED ? ", …" : ".");
        } catch (IOException e) {
            throw unlisted(folder, e);
        }
    }

    private static String way(FileRef ref) {
        return ref.without().isEmpty() ? "" : " Or, " + ref.without() + ".";
    }

    private Path resolved(String pattern) {
        try {
            return base.resolve(pattern).normalize().toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new UserException(Exit.USAGE, FileErrors.unreadableName(pattern), e);
        }
    }

    /** The files of a folder in the order of their paths, without those that are passed over; else the file itself. */
    private static List<Path> within(Path path) {
        if (!Files.isDirectory(path) || Files.isDirectory(path.resolve("_delta_log"))) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = walk.filter(
                            f -> !PassedOver.isPassedOver(f.getFileName().toString()))
                    .filter(f -> Files.isRegularFile(f) || !Files.exists(f))
                    .sorted()
                    .toList();
            files.forEach(InputFiles::requireWhole);
            return files;
        } catch (IOException e) {
            throw unlisted(path, e);
        } catch (UncheckedIOException e) {
            throw unlisted(path, e.getCause());
        }
    }

    private static UserException unlisted(Path path, IOException e) {
        return new UserException(
                Exit.INPUT,
                path + ": cannot list the folder (" + e
                        + "). Give this user access to all folders in it, and remove links to a folder above.",
                e);
    }

    /** A file that is not all there would be taken for all there is, and what it lacks for withdrawn. */
    private static void requireWhole(Path file) {
        if (!Files.exists(file)) {
            throw new UserException(
                    Exit.INPUT, file + ": link to a missing file. Restore the file or remove the link.");
        }
        if (UNFINISHED.matcher(file.getFileName().toString()).matches()) {
            throw new UserException(
                    Exit.INPUT, file + ": unfinished download. Wait until it ends, or remove the file.");
        }
    }

    private static List<Path> matching(Path folder, String pattern, String setting) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new UserException(
                    Exit.USAGE,
                    setting + ": invalid file pattern (" + pattern + ", " + e.getDescription()
                            + "). Close every [ and {, or put a backslash before it.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(f -> matcher.matches(f.getFileName()))
                    .filter(f -> isMeant(f.getFileName().toString(), pattern))
                    .sorted()
                    .toList();
            found.forEach(InputFiles::requireWhole);
            return found;
        } catch (IOException e) {
            throw unlisted(folder, e);
        } catch (UncheckedIOException e) {
            throw unlisted(folder, e.getCause());
        }
    }

    /** Whether a pattern means a file that it matches: as in a shell, one that is passed over only where it names its first character. */
    private static boolean isMeant(String name, String pattern) {
        if (!PassedOver.isPassedOver(name)) {
            return true;
        }
        boolean isOfSeveral = pattern.charAt(0) == '[' || pattern.charAt(0) == '{';
        return NAMED_FIRST.indexOf(name.charAt(0)) >= 0 && pattern.indexOf(name.charAt(0)) == (isOfSeveral ? 1 : 0);
    }

    /** A file or folder that is one input, under this name. */
    InputFile input(String role, Path file, String name) {
        try {
            if (Files.isDirectory(file)) {
                return folder(role, file, name);
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // What never ends would be digested for ever.
                throw new UserException(Exit.INPUT, file + ": device, pipe or socket. Give a regular file.");
            }
            if (!Files.isReadable(file)) {
                throw new UserException(
                        Exit.INPUT, file + ": no permission to read. Give this user access to the file.");
            }
            Digested digested = digests.computeIfAbsent(file, Digested::of);
            return new InputFile(
                    role, file, name, digested.sha256(), digested.before().size());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A folder (a Delta table, say) counts by all its files. */
    private InputFile folder(String role, Path folder, String name) throws IOException {
        List<Path> files = parts(folder);
        long bytes = 0;
        List<String> parts = new ArrayList<>();
        for (Path f : files) {
            parts.add(folder.relativize(f).toString());
            Digested digested = digests.computeIfAbsent(f, Digested::of);
            parts.add(digested.sha256());
            bytes += digested.before().size();
        }
        return new InputFile(role, folder, name, CodeVersion.ofText(parts), bytes);
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Does what reads files. Had one changed by its end, it is not known what was read, whatever came of it.
     *
     * @param undo what is done then, as something may be kept under the digest of a file that it is not of
     * @throws UserException with exit 3 if one changed since it was digested
     */
    void whileUnchanged(Collection<List<InputFile>> files, Runnable work, Runnable undo) {
        RuntimeException failure = null;
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        try {
            files.forEach(f -> f.forEach(this::requireUnchanged));
        } catch (UserException changed) {
            undo.run();
            if (failure != null) {
                changed.addSuppressed(failure);
            }
            throw changed;
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Looks whether a file is as it was before it was digested.
     *
     * @throws UserException with exit 3 if it is not
     */
    void requireUnchanged(InputFile input) {
        try {
            if (Files.isDirectory(input.path()) ? isFolderUnchanged(input.path()) : isUnchanged(input.path())) {
                return;
            }
        } catch (IOException | UncheckedIOException e) {
            throw changed(input, e);
        }
        throw changed(input, null);
    }

    private boolean isFolderUnchanged(Path folder) throws IOException {
        List<Path> files = parts(folder);
        long before =
                digests.keySet().stream().filter(f -> f.startsWith(folder)).count();
        return before == files.size() && files.stream().allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(Path file) {
        Digested digested = digests.get(file);
        return digested != null && digested.before().equals(FileState.of(file));
    }

    private static UserException changed(InputFile input, Exception cause) {
        return new UserException(
                Exit.INPUT,
                input.path() + ": changed or removed while it was read. Nothing was published. Run again when no"
                        + " program writes to the file.",
                cause);
    }
}
