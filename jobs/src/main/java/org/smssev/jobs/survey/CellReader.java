package org.smssev.jobs.survey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the values of cells: lists, dates, IPC prefixes; what cannot be read is a problem of the file. */
final class CellReader {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final String separator;
    private final DateTimeFormatter dates;
    private final FileProblems problems;

    /** Of cells whose lists have a separator, and whose dates have a form beside {@code yyyy}. */
    CellReader(String separator, DateTimeFormatter dates, FileProblems problems) {
        this.separator = separator;
        this.dates = dates;
        this.problems = problems;
    }

    /** Of cells with lists by semicolons and ISO dates. */
    CellReader(FileProblems problems) {
        this(";", DateTimeFormatter.ISO_LOCAL_DATE, problems);
    }

    /** The parts of a list; none for null. */
    List<String> parts(String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    /** The keywords of a list in lower case, each once. */
    List<String> keywords(String cell) {
        return parts(cell).stream()
                .map(k -> k.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The IPC prefixes of a list, canonical, sorted, each once. */
    List<String> ipc(String cell, String where) {
        List<String> codes = new ArrayList<>();
        for (String raw : parts(cell)) {
            IpcScope.canonical(raw)
                    .ifPresentOrElse(
                            codes::add,
                            () -> problems.add(
                                    where,
                                    "has the IPC scope \"" + raw
                                            + "\", which is not valid. Write a section, class, subclass or group, such as"
                                            + " H01M 10."));
        }
        return codes.stream().distinct().sorted().toList();
    }

    /** A date; the first day of the year where only that is given; null for null. */
    LocalDate date(String cell, String field, String where) {
        if (cell == null) {
            return null;
        }
        try {
            return YEAR.matcher(cell).matches()
                    ? LocalDate.of(Integer.parseInt(cell), 1, 1)
                    : LocalDate.parse(cell, dates);
        } catch (DateTimeException e) {
            problems.add(where, "has the " + field + " \"" + cell + "\", which is not a date. Write 2026-01-31.");
            return null;
        }
    }
}
