package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The warnings of a run as a short block: one line per check, the most important checks first. */
final class Warnings {
    private static final int SHOWN = 5;
    /** Further subjects that a line names. */
    private static final int EXAMPLES = 3;
    /** Shares below this have a decimal in the text. */
    private static final double SMALL = 0.1;

    /**
     * The order of importance, by how the name of a check starts. Every other check comes last. Within a rank, a check with
     * more subjects comes first, then one with a greater value.
     */
    private static final List<List<String>> RANKS = List.of(
            // Data is lost.
            List.of(
                    "quarantined",
                    "rejected",
                    "publications_dropped",
                    "release_again",
                    "files_without",
                    "technologies_unknown",
                    "cells_",
                    "text_",
                    "numbers_rounded",
                    "sheets_left",
                    "parts_empty"),
            // Data is there, but does not meet other data.
            List.of("numbers_", "join_", "read_before", "release", "settings_changed", "decisions_", "review_"),
            // Fields are missing.
            List.of("without_", "countries_", "changes_"));

    private final Map<String, List<Warning>> byCheck = new LinkedHashMap<>();

    private record Warning(String subject, double value, String message) {}

    void add(String check, String subject, Double value, String message) {
        byCheck.computeIfAbsent(check, c -> new ArrayList<>())
                .add(new Warning(subject, value == null ? 0 : value, message));
    }

    /** Prints the block, if there are warnings, and forgets them. */
    void print(String runId, PrintWriter out) {
        if (byCheck.isEmpty()) {
            return;
        }
        byCheck.values()
                .forEach(group ->
                        group.sort(Comparator.comparingDouble(Warning::value).reversed()));
        List<Map.Entry<String, List<Warning>>> groups = byCheck.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Warning>> e) -> rank(e.getKey()))
                        .thenComparing(e -> -e.getValue().size())
                        .thenComparing(e -> -e.getValue().get(0).value())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        out.println("Warnings:");
        groups.stream().limit(SHOWN).forEach(group -> out.println("  - " + line(group.getValue())));
        if (groups.size() > SHOWN) {
            out.println(
                    "  " + (groups.size() - SHOWN) + " more kinds of warnings. To see all: smssev sql \"SELECT subject,"
                            + " message FROM meta.quality WHERE run_id = '" + runId + "' AND outcome = 'WARN'\"");
        }
        byCheck.clear();
    }

    private static int rank(String check) {
        return IntStream.range(0, RANKS.size())
                .filter(rank -> RANKS.get(rank).stream().anyMatch(check::startsWith))
                .findFirst()
                .orElse(RANKS.size());
    }

    /** The warning with the greatest value, and the subjects of the others. */
    private static String line(List<Warning> group) {
        Warning first = group.get(0);
        String place = first.subject().isEmpty() || first.subject().equals("release") ? "" : first.subject() + ": ";
        StringBuilder line = new StringBuilder(place + sentence(first));
        if (group.size() > 1) {
            int named = Math.min(EXAMPLES, group.size() - 1);
            List<String> others = group.subList(1, named + 1).stream()
                    .map(w -> w.subject().equals("release") ? "the whole release" : w.subject())
                    .toList();
            int more = group.size() - 1 - named;
            line.append(" Also: ").append(String.join(", ", others)).append(more > 0 ? " and " + more + " more." : ".");
        }
        return line.toString();
    }

    /** A message with its figure: one that starts with a small letter says what the value counts. */
    private static String sentence(Warning warning) {
        String message = warning.message();
        String text;
        if (message.startsWith("share of ")) {
            text = percent(warning.value()) + message.substring("share".length());
        } else if (message.matches("\\p{Ll}+[ ,:;].*")
                && warning.value() > 1
                && warning.value() == Math.rint(warning.value())) {
            text = String.format(Locale.ROOT, "%,.0f %s", warning.value(), message);
        } else {
            text = message;
        }
        return text.endsWith(".") ? text : text + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < SMALL ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
