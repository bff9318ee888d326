package org.smssev.jobs.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;
import org.smssev.jobs.ingest.source.Inspection;

/** Writes a first configuration for the patent files of a folder, and templates for experts, scores and a list. */
public final class ProjectInit {
    /** The configuration's name. */
    public static final String FILE_NAME = "smssev.yaml";

    static final String TEMPLATES = "templates";
    private static final List<String> TEMPLATE_FILES = List.of("experts.csv", "scores.csv", "list.csv");
    private static final int N_NAMED = 5;

    private final Path folder;
    private final LocalDate today;

    /**
     * A project in a folder.
     *
     * @param folder the folder with the patent files
     * @param today the date that names the release
     */
    public ProjectInit(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /**
     * What was found and written.
     *
     * @param sources the sources, as {@code path: what it holds}
     * @param others the other files, with the reason why they are not read
     * @param country the focal country
     * @param written the files written, relative to the folder
     */
    public record Outcome(List<String> sources, Map<Path, String> others, String country, List<String> written) {}

    /**
     * Looks at the files and writes the configuration.
     *
     * @param spark asked for if a file is Parquet or a Delta table
     * @throws UserException with exit 2, if there is a configuration already, and with exit 3, if the folder has no patent
     *     file or cannot be read or written
     */
    public Outcome run(Supplier<SparkSession> spark) {
        Path config = folder.resolve(FILE_NAME).normalize();
        if (Files.exists(config)) {
            throw new UserException(
                    Exit.USAGE,
                    config
                            + ": file exists already, and init never replaces it. Edit it, or remove it and run init again.");
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException(Exit.INPUT, folder + ": folder not found. Name the folder with your patent files.");
        }
        if (!Files.isWritable(folder)) {
            throw new UserException(
                    Exit.INPUT,
                    folder + ": this user may not write there. Get the right to write, or copy the files elsewhere.");
        }
        FolderScan scan = FolderScan.of(folder, spark);
        if (scan.patents().isEmpty()) {
            throw new UserException(Exit.INPUT, nothing(scan));
        }
        List<SourceDraft> sources = SourceDraft.of(scan);
        CountryChoice choice = CountryChoice.of(scan.countries());
        List<String> written = new ArrayList<>();
        try {
            // Refused if somebody else made it meanwhile.
            Files.writeString(
                    config,
                    yaml(sources, choice),
                    StandardCharsets.UTF_8,
                    java.nio.file.StandardOpenOption.CREATE_NEW,
                    java.nio.file.StandardOpenOption.WRITE);
            written.add(FILE_NAME);
            Files.createDirectories(folder.resolve(TEMPLATES));
            for (String name : TEMPLATE_FILES) {
                Path file = folder.resolve(TEMPLATES).resolve(name);
                if (!Files.exists(file)) {
                    Files.writeString(file, resource(name), StandardCharsets.UTF_8);
                    written.add(TEMPLATES + "/" + name);
                }
            }
        } catch (IOException e) {
            throw new UserException(
                    Exit.INPUT, folder + ": cannot write (" + FileErrors.why(e) + "). Make room or get the rights.", e);
        }
        return new Outcome(
                sources.stream().map(s -> s.path() + ": " + s.comment()).toList(),
                scan.others(),
                choice.country(),
                written);
    }

    private String nothing(FolderScan scan) {
        String seen = scan.others().isEmpty()
                ? "the folder and its subfolders hold no files"
                : scan.others().size() + " other " + (scan.others().size() == 1 ? "file" : "files") + ": "
                        + scan.others().keySet().stream()
                                .limit(N_NAMED)
                                .map(Path::toString)
                                .collect(Collectors.joining(", "))
                        + (scan.others().size() > N_NAMED ? ", …" : "");
        return folder + ": no patent files found (" + seen
                + "). Copy an export there, or run `smssev inspect FILE` to see why a file is not recognised.";
    }

    private String yaml(List<SourceDraft> sources, CountryChoice choice) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name =
                Optional.ofNullable(absolute.getFileName()).map(Path::toString).orElse("Technologies");
        return resource(FILE_NAME)
                .replace("{release}", String.format(Locale.ROOT, "%tY-%<tm", today))
                .replace("{guess}", choice.guess())
                .replace("{country}", scalar(choice.country()))
                .replace("{reason}", choice.reason())
                .replace("{countryBy}", choice.countryBy())
                .replace("{sources}", sources.stream().map(SourceDraft::yaml).collect(Collectors.joining()))
                .replace("{name}", scalar(name));
    }

    /** A text as YAML takes it. */
    static String scalar(String text) {
        // NO would be read as false.
        return text.matches("[A-Za-z][\\w./-]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null")
                ? text
                : "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }

    private static String resource(String name) {
        try (InputStream in = ProjectInit.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The focal country and whose country counts, as far as the records suggest them.
     *
     * @param country two letters
     * @param countryBy a value of ingest.country-by
     * @param guess why this country
     * @param reason why this way of counting
     */
    record CountryChoice(String country, String countryBy, String guess, String reason) {
        static CountryChoice of(Inspection.Countries countries) {
            if (!countries.applicants().isEmpty()) {
                return of(
                        countries.applicants(),
                        "APPLICANT",
                        "applicants in these files come from there most often",
                        "Applicants have countries in these files.");
            }
            if (!countries.inventors().isEmpty()) {
                return of(
                        countries.inventors(),
                        "INVENTOR",
                        "inventors in these files come from there most often",
                        "Only inventors have countries in these files.");
            }
            return of(
                    countries.offices(),
                    "OFFICE",
                    "its office published most of these patents",
                    "Neither applicants nor inventors have countries in these files.");
        }

        private static CountryChoice of(Map<String, Long> counts, String countryBy, String why, String reason) {
            Optional<String> most = counts.entrySet().stream()
                    // International offices are not countries.
                    .filter(e -> !e.getKey().matches("WO|EP|EA|AP|OA|GC|IB"))
                    .max(Comparator.comparing((Map.Entry<String, Long> e) -> e.getValue())
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .map(Map.Entry::getKey);
            return new CountryChoice(
                    most.orElse("US"),
                    countryBy,
                    most.map(c -> "This is a guess: " + why + ".").orElse("This is a placeholder."),
                    reason);
        }
    }
}
