package org.smssev.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.tables.MetaTables;

/**
 * The folder of an export. Files are written aside and moved to their places when all are there, so a reader never finds
 * half of them. A list of the files with their digests, {@code smssev-export-FORMAT.json}, tells the next export which
 * files are its own: those it replaces, or removes where it makes them no more. Any other file in their way, also one of
 * its own that was edited since, stops it.
 */
final class ExportFolder implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int NAMED = 5;

    private final Path folder;
    private final String list;
    private final Path aside;

    /**
     * The folder, which is made where it does not exist.
     *
     * @throws UserException USAGE if the path is a file or of a remote file system, or cannot be written to
     */
    ExportFolder(Path folder, String format) {
        if (folder.toString().matches("[a-z][a-z0-9+.-]+:/.*")) {
            throw new UserException(
                    Exit.USAGE,
                    "--out " + folder + ": not a local folder. Export to a local folder and copy the files.");
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.list = "smssev-export-" + format + ".json";
        if (Files.exists(this.folder) && !Files.isDirectory(this.folder)) {
            throw new UserException(Exit.USAGE, "--out " + folder + ": is a file. Name a folder.");
        }
        try {
            Files.createDirectories(this.folder);
            aside = Files.createTempDirectory(this.folder, ".smssev-export-");
        } catch (IOException e) {
            throw new UserException(
                    Exit.USAGE, "--out " + this.folder + ": cannot write there (" + e + "). Name another folder.", e);
        }
    }

    /** Where to write a file; its folder exists. */
    Path file(String name) throws IOException {
        Path file = aside.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /**
     * Moves the files to their places.
     *
     * @param force whether files that this format's last export did not make, or that were edited, may be replaced
     * @return the files' names, in order
     * @throws UserException USAGE if other files are in the way
     */
    List<String> publish(MetaTables.Run run, boolean force) throws IOException {
        Map<String, String> made = made();
        Map<String, String> own = own();
        List<String> inTheWay = new ArrayList<>();
        for (String name : made.keySet()) {
            if (Files.exists(folder.resolve(name)) && !isUntouched(name, own)) {
                inTheWay.add(name);
            }
        }
        if (!inTheWay.isEmpty() && !force) {
            throw new UserException(
                    Exit.USAGE,
                    "--out " + folder + ": files of another origin, or edited files, are in the way ("
                            + String.join(", ", inTheWay.subList(0, Math.min(NAMED, inTheWay.size())))
                            + (inTheWay.size() > NAMED ? " and " + (inTheWay.size() - NAMED) + " more" : "")
                            + "). Name another folder, or replace them with --force.");
        }
        for (String name : own.keySet()) {
            if (!made.containsKey(name) && isUntouched(name, own)) {
                Files.delete(folder.resolve(name));
            }
        }
        for (String name : made.keySet()) {
            Path place = folder.resolve(name);
            Files.createDirectories(place.getParent());
            Files.move(aside.resolve(name), place, StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("run", run.runId());
        content.put("release", run.release());
        content.put("files", made);
        Files.writeString(folder.resolve(list), JSON.writeValueAsString(content) + "\n", StandardCharsets.UTF_8);
        return List.copyOf(made.keySet());
    }

    private Map<String, String> made() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(aside)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(aside.relativize(file).toString().replace('\\', '/'), sha256(file));
            }
        }
        return digests;
    }

    /** What the last export made, by its list; a list that names files elsewhere is not believed. */
    private Map<String, String> own() throws IOException {
        Path file = folder.resolve(list);
        Map<String, String> own = new TreeMap<>();
        if (Files.exists(file)) {
            JsonNode files = JSON.readTree(file.toFile()).path("files");
            files.properties().forEach(entry -> {
                Path place = folder.resolve(entry.getKey()).normalize();
                if (place.startsWith(folder) && !place.equals(folder)) {
                    own.put(entry.getKey(), entry.getValue().asText());
                }
            });
        }
        return own;
    }

    private boolean isUntouched(String name, Map<String, String> own) throws IOException {
        Path place = folder.resolve(name);
        return own.containsKey(name)
                && Files.isRegularFile(place)
                && sha256(place).equals(own.get(name));
    }

    private static String sha256(Path file) throws IOException {
        return new DigestUtils("SHA-256").digestAsHex(file);
    }

    /** Removes what was written aside and not published. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(aside)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
