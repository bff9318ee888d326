package org.smssev.jobs.supplement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.HadoopSettings;

/** The review queue as a file of the warehouse, on any Hadoop file system. */
final class ReviewQueue {
    /** Its path in the warehouse. */
    static final String FILE = "supplement/review.xlsx";

    private static final String KEPT = "supplement/review-kept-%d.xlsx";

    private static final int ALL = 0777;

    private final Path folder;
    private final Path target;
    private final Configuration hadoop;

    ReviewQueue(Config config) {
        folder = new Path(config.warehouse());
        target = new Path(folder, FILE);
        hadoop = HadoopSettings.of(config.spark());
    }

    /**
     * Writes the queue over the one before. Where a person decided in that very file and not in a copy, it is kept beside.
     *
     * @param known decisions that were carried out
     * @return where the file before was kept, empty where it told nothing new
     */
    Optional<String> write(List<Review> queue, Map<String, Decision> known) {
        // An instance of its own, as switching checksum files off would reach everyone who shares the cached one.
        try (FileSystem files = FileSystem.newInstance(target.toUri(), asOpenAsTheWarehouse())) {
            files.setWriteChecksum(false);
            Optional<String> kept = Optional.empty();
            if (files.exists(target) && tellsMore(files, known)) {
                int n = 1;
                while (files.exists(new Path(folder, KEPT.formatted(n)))) {
                    n++;
                }
                kept = Optional.of(KEPT.formatted(n));
                files.rename(target, new Path(folder, KEPT.formatted(n)));
            }
            try (OutputStream out = files.create(target, true)) {
                ReviewWorkbook.write(out, queue);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    /** Settings by which a file is no more open than the warehouse is, nor than they had it. */
    private Configuration asOpenAsTheWarehouse() throws IOException {
        Configuration settings = new Configuration(hadoop);
        FileSystem files = folder.getFileSystem(hadoop);
        if (files.exists(folder)) {
            int denied = FsPermission.getUMask(hadoop).toShort();
            int open = files.getFileStatus(folder).getPermission().toShort();
            settings.set(FsPermission.UMASK_LABEL, String.format(Locale.ROOT, "%03o", denied | (~open & ALL)));
        }
        return settings;
    }

    private boolean tellsMore(FileSystem files, Map<String, Decision> known) throws IOException {
        java.nio.file.Path copy = Files.createTempFile("review", ".xlsx");
        try {
            try (InputStream in = files.open(target)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return DecisionReader.read(List.of(copy)).entrySet().stream()
                    .anyMatch(e -> known.get(e.getKey()) == null
                            || known.get(e.getKey()).verdict() != e.getValue().verdict());
        } catch (UserException e) {
            // Somebody wrote something into it that is not understood: it is theirs, so it is kept.
            return true;
        } finally {
            Files.delete(copy);
        }
    }
}
