package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists of texts that a program printed into a cell, {@code ['ACME INC', nan]}, as data frames of Python do and JSON has them. */
public final class PrintedList {
    /** A bracket and what a printed value begins with: no name or code begins so. */
    private static final Pattern START =
            Pattern.compile("\\s*(?:array\\(\\s*)?\\[\\s*(?:['\"\\]]|(?:nan|NaN|None|null)\\s*[,\\]])");

    private PrintedList() {}

    /**
     * The values of such a list, in their places.
     *
     * @return empty texts for those that lack; empty if the cell holds none, or one of other values than texts
     */
    public static Optional<List<String>> of(String cell) {
        // Most cells need no more than a look at their first character.
        char first = cell.isEmpty() ? 0 : cell.charAt(0);
        boolean mayBeOne = first == '[' || first == 'a' || Character.isWhitespace(first);
        if (!mayBeOne || !START.matcher(cell).lookingAt()) {
            return Optional.empty();
        }
        return PythonLiteral.read(cell).flatMap(PrintedList::texts);
    }

    private static Optional<List<String>> texts(Object literal) {
        List<String> texts = new ArrayList<>();
        if (literal instanceof List<?> list) {
            for (Object value : list) {
                if (!(value instanceof String text)) {
                    return Optional.empty();
                }
                texts.add(text);
            }
            return Optional.of(texts);
        }
        return Optional.empty();
    }
}
