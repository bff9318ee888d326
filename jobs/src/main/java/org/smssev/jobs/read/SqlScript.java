package org.smssev.jobs.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into SQL statements. */
public final class SqlScript {
    /** What a semicolon may stand in without ending a statement: comments, quoted text and quoted names. */
    private static final Pattern PART =
            Pattern.compile("(?s)--[^\\n]*|/\\*.*?(?:\\*/|\\z)|'(?:\\\\.|[^'\\\\])*(?:'|\\z)"
                    + "|\"(?:\\\\.|[^\"\\\\])*(?:\"|\\z)|`[^`]*(?:`|\\z)|;|[^-/'\"`;]+|.");

    private SqlScript() {}

    /** Returns the statements without their semicolons; one that is only blanks and comments is left out. */
    public static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean isEmpty = true;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            if (part.equals(";")) {
                if (!isEmpty) {
                    statements.add(statement.toString().strip());
                }
                statement.setLength(0);
                isEmpty = true;
            } else {
                statement.append(part);
                isEmpty &= part.isBlank() || part.startsWith("--") || part.startsWith("/*");
            }
        }
        if (!isEmpty) {
            statements.add(statement.toString().strip());
        }
        return statements;
    }

    /** Whether the last statement of a text is ended by a semicolon, or the text holds none. */
    public static boolean isComplete(String text) {
        // A blank statement behind the end would be one more if the end were open.
        return statements(text + "\nx").size() > statements(text).size()
                || statements(text).isEmpty();
    }
}
