package org.smssev.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.smssev.common.stage.Stage;

/** Digests: of our own code, so that a build in between counts, of files and of texts. */
public final class CodeVersion {
    private CodeVersion() {}

    private static final class Current {
        private static final String DIGEST = digest();
    }

    /**
     * Digest of the jars or class folders that hold our two modules, 16 hex digits, as they were when it was first asked for.
     * Of jars the names, sizes and checksums of what is in them count, which they list: the jar of a cluster is large, and
     * this is asked at every start.
     */
    public static String current() {
        return Current.DIGEST;
    }

    private static String digest() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Class<?> c : List.of(Stage.class, CodeVersion.class)) {
            try {
                add(
                        digest,
                        Path.of(c.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read our own code", e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException("Cannot find our own code", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    /** Adds a jar, or a folder of classes. */
    static void add(MessageDigest digest, Path source) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(f));
                }
            }
            return;
        }
        try (ZipFile jar = new ZipFile(source.toFile())) {
            List<? extends ZipEntry> entries = jar.stream()
                    .filter(e -> !e.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry e : entries) {
                add(digest, List.of(e.getName(), Long.toString(e.getSize()), Long.toString(e.getCrc())));
            }
        }
    }

    /** sha256 of a file, hex. */
    public static String ofFile(Path file) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** sha256 of texts, hex. */
    public static String ofText(List<String> parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        add(digest, parts);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, List<String> parts) {
        for (String p : parts) {
            digest.update(p.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }
}
