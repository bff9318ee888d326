package org.smssev.jobs.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;
import org.smssev.jobs.ingest.source.Inspection;

/**
 * The files of a folder and of its subfolders, and what they hold.
 *
 * @param patents the files with records of patents, in the order of their paths
 * @param others the other files by path, with the reason why they are not read
 */
record FolderScan(List<PatentFile> patents, Map<Path, String> others) {
    /** Records looked at in each file: enough to tell which countries it has. */
    private static final long SAMPLE = 2_000;

    /** Folders that a project has for other things than patents. */
    private static final Set<String> OWN = Set.of("warehouse", ProjectInit.TEMPLATES, "sheets", "returned");

    /**
     * Looks at the files; writes nothing.
     *
     * @param spark asked for if a file is Parquet or a Delta table
     * @throws UserException with exit 3, if the folder cannot be read
     */
    static FolderScan of(Path folder, Supplier<SparkSession> spark) {
        List<PatentFile> patents = new ArrayList<>();
        Map<Path, String> others = new TreeMap<>();
        for (Path file : files(folder)) {
            Path name = folder.relativize(file);
            Inspection.of(
                    file,
                    Inspection.RECOGNISED,
                    Inspection.Settings.DEFAULT,
                    SAMPLE,
                    spark,
                    inspection -> {
                        if (inspection.kind() == Inspection.Kind.TABLE || inspection.taken() > 0) {
                            patents.add(new PatentFile(name, inspection));
                        } else {
                            others.put(name, "it has no record that can be read");
                        }
                    },
                    refused -> others.put(name, refused.getMessage()));
        }
        patents.forEach(patent -> others.remove(patent.path()));
        return new FolderScan(List.copyOf(patents), others);
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Path entry : list(folder)) {
            if (!Files.isDirectory(entry)) {
                files.add(entry);
            } else if (Files.isDirectory(entry.resolve("_delta_log"))) {
                files.add(entry);
            } else if (!OWN.contains(entry.getFileName().toString())) {
                list(entry).stream().filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().matches("[._~].*|.*\\.(ya?ml|md)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException(
                    Exit.INPUT, folder + ": cannot read the folder (" + FileErrors.why(e) + "). Name another one.", e);
        } catch (UncheckedIOException e) {
            throw new UserException(
                    Exit.INPUT,
                    folder + ": cannot read the folder (" + FileErrors.why(e.getCause()) + "). Name another one.",
                    e);
        }
    }

    /** In how many of the sampled records each country occurs. */
    Inspection.Countries countries() {
        Inspection.Countries all = new Inspection.Countries(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (PatentFile patent : patents) {
            Inspection.Countries some = patent.inspection().countries();
            some.offices().forEach((country, n) -> all.offices().merge(country, n, Long::sum));
            some.applicants().forEach((country, n) -> all.applicants().merge(country, n, Long::sum));
            some.inventors().forEach((country, n) -> all.inventors().merge(country, n, Long::sum));
        }
        return all;
    }
}
