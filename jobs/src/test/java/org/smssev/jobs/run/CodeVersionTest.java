package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {
    private static final Map<String, String> CODE = Map.of("a/One.class", "one", "a/Two.class", "two");

    @TempDir
    Path folder;

    private String digest(Map<String, String> code, long time) throws IOException {
        Path jar = Files.createTempFile(folder, "code", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> e : code.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setTime(time);
                out.putNextEntry(entry);
                out.write(e.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return digest(jar);
    }

    private static String digest(Path source) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        CodeVersion.add(digest, source);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void aJarIsKnownByWhatIsInIt() throws IOException {
        String code = digest(CODE, 0);

        assertThat(digest(CODE, 1_000_000_000_000L)).isEqualTo(code);
        assertThat(digest(Map.of("a/One.class", "one", "a/Two.class", "TWO"), 0))
                .isNotEqualTo(code);
        assertThat(digest(Map.of("a/One.class", "one", "a/Too.class", "two"), 0))
                .isNotEqualTo(code);
        assertThat(digest(Map.of("a/One.class", "one"), 0)).isNotEqualTo(code);
    }

    @Test
    void aFolderOfClassesIsKnownByTheirBytes() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("One.class"), "one");
        String code = digest(classes);
        Files.writeString(classes.resolve("One.class"), "ONE");

        assertThat(digest(classes)).isNotEqualTo(code);
        assertThat(CodeVersion.current()).matches("[0-9a-f]{16}").isEqualTo(CodeVersion.current());
    }
}
