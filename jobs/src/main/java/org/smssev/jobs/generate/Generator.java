package org.smssev.jobs.generate;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;

/** Generates a synthetic release: the same options give the same bytes, whatever the number of threads. */
public final class Generator {
    private static final double GROWTH = 0.05;
    private static final int CHUNK = 2048;
    private static final String NOTE = """
            # SYNTHETIC release {release}

            Everything in this folder is made up by `smssev generate` ({records} records, seed {seed}): applicants, inventors,
            patents, citations, lists, nominations, experts and scores. Only the IPC symbols are real, and some
            technologies bear names known from the press; nothing here says anything about them.

            patents.csv, lists/, nominations.csv, experts.csv, comments.csv and scores/ are the input; truth/ tells what was
            planted.
            """;

    private final GenerateOptions options;
    private final Consumer<String> progress;
    private final ExecutorService threads;
    private final int threadCount;
    private final World world;

    private Generator(GenerateOptions options, Consumer<String> progress, ExecutorService threads, int threadCount) {
        this.options = options;
        this.progress = progress;
        this.threads = threads;
        this.threadCount = threadCount;
        world = new World(options.seed());
    }

    /**
     * Writes a release into the folder of the options, over files of the same names.
     *
     * @param progress is told in words what is being done
     * @throws UserException with exit 3, if the folder cannot be written to
     */
    public static GenerateSummary generate(GenerateOptions options, Consumer<String> progress) {
        return generate(options, progress, Runtime.getRuntime().availableProcessors());
    }

    /** The same with a number of threads, on which the files do not depend. */
    static GenerateSummary generate(GenerateOptions options, Consumer<String> progress, int threadCount) {
        ExecutorService threads = Executors.newFixedThreadPool(threadCount);
        try {
            return new Generator(options, progress, threads, threadCount).run();
        } catch (IOException e) {
            throw new UserException(
                    UserException.Exit.INPUT,
                    options.out() + ": cannot write the release (" + e.getMessage()
                            + "). Choose a writable folder with enough room.",
                    e);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * The configuration, as YAML, that runs every stage on a generated release.
     *
     * @param releaseDir folder of the release as seen from the configuration file
     * @param warehouse folder of the tables as seen from the configuration file
     */
    public static String configYaml(Path releaseDir, String warehouse, GenerateOptions options) {
        return ConfigText.of(releaseDir, warehouse, options);
    }

    private GenerateSummary run() throws IOException {
        progress.accept("Drafting publications");
        List<Draft[]> blocks = drafts();
        Changes changes = new Changes(options.seed(), blocks);
        List<Draft> living = blocks.stream()
                .flatMap(Arrays::stream)
                .filter(draft -> !changes.isWithdrawn(draft))
                .toList();
        Files.createDirectories(options.out());
        writePatents(living, new PatentRows(world, new Citations(world, blocks), changes));
        progress.accept("Writing lists, nominations, scores and truth");
        Lists lists = new Lists(world);
        lists.write(options.out());
        Consultation.write(options.out(), world, lists);
        TrueScores scores = new TrueScores(world);
        new Panel(world, lists, scores).write(options.out());
        Truth truth = new Truth(world, lists, scores, living);
        Path folder = options.out().resolve("truth");
        truth.write(folder, changes);
        GenerateSummary summary = summary(living, truth, changes);
        Files.writeString(folder.resolve("summary.json"), Truth.json(options, summary), StandardCharsets.UTF_8);
        Files.writeString(
                options.out().resolve("README.md"),
                NOTE.replace("{release}", options.release())
                        .replace("{records}", String.valueOf(options.records()))
                        .replace("{seed}", String.valueOf(options.seed())),
                StandardCharsets.UTF_8);
        return summary;
    }

    /** The publications of the first release and of every later one up to the release asked for. */
    private List<Draft[]> drafts() {
        Drafter drafter = new Drafter(world, options.badShare());
        List<Draft[]> blocks = new ArrayList<>();
        int from = 0;
        for (int b = 0; b <= options.block(); b++) {
            Draft[] drafts = new Draft[b == 0 ? options.records() : (int) Math.round(options.records() * GROWTH)];
            int start = from;
            int block = b;
            // Families begin first, as further members look them up
            eachChunk(drafts.length, i -> {
                if (!drafter.isMember(start + i, i)) {
                    drafts[i] = drafter.original(start + i, block);
                }
            });
            Draft[] originals = drafts.clone();
            eachChunk(drafts.length, i -> {
                if (originals[i] == null) {
                    drafts[i] = drafter.member(start + i, block, originals, i);
                }
            });
            blocks.add(drafts);
            from += drafts.length;
        }
        return blocks;
    }

    private interface At {
        void at(int index);
    }

    private void eachChunk(int n, At action) {
        List<Future<?>> running = new ArrayList<>();
        for (int from = 0; from < n; from += CHUNK) {
            int first = from;
            running.add(threads.submit(() -> {
                for (int i = first; i < Math.min(n, first + CHUNK); i++) {
                    action.at(i);
                }
            }));
        }
        running.forEach(SideBySide::result);
    }

    private void writePatents(List<Draft> living, PatentRows rows) throws IOException {
        int chunks = (living.size() + CHUNK - 1) / CHUNK;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(options.out().resolve("patents.csv")), 1 << 20)) {
            out.write(PatentRows.HEADER.getBytes(StandardCharsets.UTF_8));
            IntFunction<Callable<byte[]>> chunk = c -> () -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK * 1200);
                for (Draft draft : living.subList(c * CHUNK, Math.min(living.size(), (c + 1) * CHUNK))) {
                    bytes.writeBytes(rows.of(draft));
                }
                return bytes.toByteArray();
            };
            // A few chunks are made ahead of the one being written, so memory stays small
            Deque<Future<byte[]>> ahead = new ArrayDeque<>();
            int tenth = 0;
            for (int c = 0; c < chunks || !ahead.isEmpty(); c++) {
                if (c < chunks) {
                    ahead.add(threads.submit(chunk.apply(c)));
                }
                if (c >= chunks || ahead.size() > 2 * threadCount) {
                    out.write(SideBySide.result(ahead.remove()));
                }
                int done = Math.min(c, chunks) * 10 / chunks;
                if (done > tenth) {
                    tenth = done;
                    progress.accept("Writing patents, " + 10 * tenth + " %");
                }
            }
        }
    }

    private GenerateSummary summary(List<Draft> living, Truth truth, Changes changes) {
        Map<String, Integer> bad = truth.bad();
        int duplicates = bad.get(BadKind.DUPLICATE.name());
        int rejected = 0;
        for (BadKind kind : BadKind.values()) {
            rejected += kind.rejected() ? bad.get(kind.name()) : 0;
        }
        int block = options.block();
        return new GenerateSummary(
                options.release(),
                world.technologies.size(),
                living.size(),
                living.size() + duplicates,
                truth.families(),
                rejected,
                duplicates,
                block == 0 ? living.size() : changes.count(block, "new"),
                changes.count(block, "corrected"),
                changes.count(block, "withdrawn"),
                bad);
    }
}
