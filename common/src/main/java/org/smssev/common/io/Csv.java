package org.smssev.common.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, with line feeds and in UTF-8. */
public final class Csv {
    private Csv() {}

    /** Appends a cell, in quotation marks if it needs them. */
    public static void cell(StringBuilder row, String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length() && !quoted; i++) {
            char c = value.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (quoted) {
            row.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            row.append(value);
        }
    }

    /** A row with its line feed. */
    public static String row(Object... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                row.append(',');
            }
            cell(row, cells[i].toString());
        }
        return row.append('\n').toString();
    }

    /** Writes a file, making its folder. */
    public static void write(Path file, List<String> rows) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("", rows), StandardCharsets.UTF_8);
    }
}
