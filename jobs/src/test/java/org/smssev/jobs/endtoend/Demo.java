package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small demo, run once in this process without any disturbance; what other tests compare with. */
final class Demo {
    static final int RECORDS = 1_500;

    /** With blanks, as paths of users have them. */
    private static final Path ALL = Path.of("target", "end to end").toAbsolutePath();

    /** Each of the processes that run tests side by side has a demo of its own. */
    private static final Path FOLDER = ALL.resolve(System.getProperty("smssev.test.fork", "process-1"));

    /** The demo is made once a build, and copied by each of its processes. */
    private static final Path BUILT = ALL.resolve("built");

    private static final Path BUILD = BUILT.resolve("build");
    private static final String THIS_BUILD = System.getProperty(
            "smssev.test.build", String.valueOf(ProcessHandle.current().pid()));

    private static Demo instance;

    final Path warehouse = FOLDER.resolve("demo");
    final Path config = warehouse.resolve("smssev.yaml");
    final Console console;
    /** The rows of its tables, as first published. */
    final Map<String, List<String>> tables;

    private Demo() {
        remove(FOLDER);
        console = original(BUILT.resolve("demo"), BUILT.resolve("console.json"));
        copy(BUILT.resolve("demo"), warehouse);
        tables = TableDigest.of(warehouse);
    }

    /** Makes the demo where no other process of this build has made it yet; returns what the command answered. */
    private static Console original(Path folder, Path answer) {
        ObjectMapper json = new ObjectMapper();
        try {
            Files.createDirectories(BUILT.getParent());
            try (FileChannel file =
                            FileChannel.open(ALL.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                if (lock.isValid()
                        && Files.exists(answer)
                        && Files.readString(BUILD).equals(THIS_BUILD)) {
                    return json.readValue(answer.toFile(), Console.class);
                }
                remove(BUILT);
                Console console = Console.run(
                        "demo",
                        "--records",
                        String.valueOf(RECORDS),
                        "--warehouse",
                        folder.toString(),
                        "--master",
                        "local[2]");
                assertThat(console.exit()).as(console.err()).isZero();
                Files.writeString(BUILD, THIS_BUILD);
                json.writeValue(answer.toFile(), console);
                return console;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the demo in " + BUILT, e);
        }
    }

    static synchronized Demo once() {
        if (instance == null) {
            instance = new Demo();
        }
        return instance;
    }

    /** A folder for another run on the demo's input. */
    static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + from, e);
        }
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(f);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}
