package org.smssev.jobs.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One workbook of scores with the sheet "scores"; the same rows give the same bytes. */
final class ScoreBook {
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String CREATED = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";

    private final List<Object[]> rows = new ArrayList<>();

    ScoreBook(List<String> header) {
        rows.add(header.toArray());
    }

    /** Adds a row of text, numbers and, for an empty cell, null. */
    void add(Object[] cells) {
        rows.add(cells);
    }

    /** Writes the file, over one of the same name. */
    void write(Path file) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "score-book", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft);
                    Workbook workbook = new Workbook(out, "smssev SYNTHETIC", "1.0")) {
                fill(workbook.newWorksheet("scores"));
            }
            copyTimeless(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void fill(Worksheet sheet) {
        for (int r = 0; r < rows.size(); r++) {
            Object[] cells = rows.get(r);
            for (int c = 0; c < cells.length; c++) {
                if (cells[c] instanceof Number number) {
                    sheet.value(r, c, number);
                } else if (cells[c] != null) {
                    sheet.value(r, c, cells[c].toString());
                }
            }
        }
    }

    /** Copies an archive with fixed times, which otherwise tell when it was written. */
    private static void copyTimeless(Path from, Path to) throws IOException {
        try (ZipFile archive = new ZipFile(from.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            List<? extends ZipEntry> entries = Collections.list(archive.entries());
            for (ZipEntry entry : entries) {
                byte[] content;
                try (InputStream in = archive.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                if (entry.getName().equals("docProps/core.xml")) {
                    content = withFixedTime(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(WRITTEN);
                zip.putNextEntry(copy);
                zip.write(content);
                zip.closeEntry();
            }
        }
    }

    private static String withFixedTime(String core) {
        int from = core.indexOf(CREATED);
        if (from < 0) {
            return core;
        }
        int start = from + CREATED.length();
        return core.substring(0, start) + WRITTEN + ":00Z" + core.substring(core.indexOf('<', start));
    }
}
