package org.smssev.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.config.SelectionSettings;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.MetaTables;

/** What moved between two runs, as lines for the command line. */
final class DiffText {
    /** Stages that read files, in the order of the flow, with what the files hold. */
    private static final List<List<String>> FILES = List.of(
            List.of("ingest", "patents"),
            List.of("survey", "lists"),
            List.of("supplement", "nominations"),
            List.of("evaluate", "scores"));

    private static final List<String> KINDS = List.of("ENTERED", "LEFT", "RAISED", "LOWERED", "SCORE_ONLY");
    private static final String NOT_A_CAUSE = "(warehouse|release\\.id|spark\\..*|report\\..*|mirror\\..*|truth\\..*)";

    private final MetaTables.Run from;
    private final MetaTables.Run to;
    private final RunInputs then;
    private final RunInputs now;
    private final List<String> lines = new ArrayList<>();

    DiffText(MetaTables.Run from, MetaTables.Run to, RunInputs then, RunInputs now) {
        this.from = from;
        this.to = to;
        this.then = then;
        this.now = now;
    }

    /** Which runs, and what went into them differently. */
    void head() {
        lines.add("From run " + from.runId() + " of release " + from.release());
        lines.add("  to run " + to.runId() + " of release " + to.release());
        lines.add("");
        lines.add("What differs between them");
        lines.add("  code:        "
                + (from.codeVersion().equals(to.codeVersion())
                        ? "the same"
                        : from.codeVersion() + " -> " + to.codeVersion()));
        settings();
        FILES.forEach(stage -> files(stage.get(0), stage.get(1)));
    }

    /** Settings that may be a cause; the release stands above them, and below them the files that are not the same. */
    private void settings() {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        from.settings().forEach(setting -> before.put(setting.key(), setting.value()));
        to.settings().forEach(setting -> after.put(setting.key(), setting.value()));
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key))
                || key.matches(NOT_A_CAUSE)
                || SelectionSettings.isFile(key));
        lines.add("  settings:    " + (keys.isEmpty() ? "the same" : keys.size() + " differ"));
        keys.forEach(key -> lines.add("    " + key + ": " + shown(before.get(key)) + " -> " + shown(after.get(key))));
    }

    private static String shown(String value) {
        return value == null ? "(none)" : value;
    }

    private void files(String stage, String what) {
        lines.add(String.format(
                Locale.ROOT, "  %-12s %s", what + ":", haveOtherFiles(stage) ? filesApart(stage) : "the same files"));
    }

    /** Whether other files went into a stage. */
    boolean haveOtherFiles(String stage) {
        return !then.of(stage).equals(now.of(stage));
    }

    private String filesApart(String stage) {
        List<String> gone =
                then.of(stage).stream().filter(f -> !now.of(stage).contains(f)).toList();
        List<String> come =
                now.of(stage).stream().filter(f -> !then.of(stage).contains(f)).toList();
        if (gone.isEmpty()) {
            return come.size() + " more: " + few(come);
        }
        return come.isEmpty()
                ? gone.size() + " fewer: " + few(gone)
                : gone.size() + " replaced by " + come.size() + ": " + few(gone) + " -> " + few(come);
    }

    private static String few(List<String> files) {
        return String.join(", ", files.subList(0, Math.min(2, files.size()))) + (files.size() > 2 ? ", ..." : "");
    }

    /** The changes, by kind, each with its causes. */
    void changes(List<Change> changes, Map<String, String> names) {
        lines.add("");
        lines.add(
                changes.isEmpty()
                        ? "Nothing moved."
                        : "What moved, and the part of each cause. The causes are replaced one after another: code, settings,\n"
                                + "lists and nominations, patents, scores. The score is computed again after each. The parts sum to"
                                + " the change.");
        for (String kind : KINDS) {
            List<Change> own =
                    changes.stream().filter(row -> row.change().equals(kind)).toList();
            if (!own.isEmpty()) {
                lines.add("");
                lines.add(kind + " (" + own.size() + ")");
                own.forEach(row -> change(row, names.get(row.technologyId()), isOfAll(changes, row.note())));
            }
        }
        changes.stream()
                .map(Change::note)
                .filter(note -> isOfAll(changes, note))
                .findFirst()
                .ifPresent(note -> lines.add("\nFor all changes: " + note));
    }

    /** What is not told apart without computing the selection again. */
    void notRecomputed(List<Change> changes) {
        boolean isOpen = changes.stream()
                .anyMatch(row -> (row.levelBefore() == null || row.levelNow() == null)
                        && row.decisive().size() > 1);
        if (isOpen) {
            lines.add(
                    "\nTo separate the inputs of a line with several, add --recompute. Until then, the last input that differs"
                            + "\nalso carries the effect of entered and left technologies on the severity of experts.");
        }
    }

    /** Whether a note stands at every change, so that once is enough. */
    private static boolean isOfAll(List<Change> changes, String note) {
        return note != null && changes.stream().allMatch(row -> note.equals(row.note()));
    }

    private void change(Change row, String name, boolean isToldOnce) {
        lines.add("  " + row.technologyId() + "  " + name + ": " + side(row.levelBefore(), row.scoreBefore()) + " -> "
                + side(row.levelNow(), row.scoreNow()));
        boolean isInBoth = row.levelBefore() != null && row.levelNow() != null;
        lines.add("      " + (isInBoth ? parts(row) : origin(row))
                + (row.note() == null || isToldOnce ? "" : "; " + row.note()));
    }

    /** What each input did to the score and the level. */
    private String parts(Change row) {
        List<String> parts = new ArrayList<>();
        String level = row.levelBefore();
        for (Cause cause : row.causes()) {
            boolean moves = cause.part() != null && cause.part() != 0;
            boolean levels = !Objects.equals(level, cause.level());
            if (moves || levels) {
                parts.add(input(cause.input())
                        + (moves ? " " + signed(cause.part()) : "")
                        + (levels ? " (to " + cause.level() + ")" : ""));
            }
            level = cause.level();
        }
        return parts.isEmpty() ? decisive(row) : String.join(", ", parts);
    }

    /** Inputs that brought it in or took it out, one after another, or of which each may have done it. */
    private String origin(Change row) {
        boolean isToAndFro = row.causes().stream().map(Cause::level).distinct().count() > 1;
        return isToAndFro
                ? row.causes().stream()
                        .map(cause -> input(cause.input()) + (cause.level() == null ? " (out)" : " (in)"))
                        .collect(Collectors.joining(", "))
                : decisive(row);
    }

    private String decisive(Change row) {
        return row.decisive().stream().map(this::input).collect(Collectors.joining(" or "));
    }

    /** Lists and nominations are one input, which is called by those of them that differ. */
    private String input(String input) {
        return !input.equals("LISTS") || !haveOtherFiles("supplement")
                ? input
                : haveOtherFiles("survey") ? "LISTS AND NOMINATIONS" : "NOMINATIONS";
    }

    private static String side(String level, Double score) {
        return level == null ? "absent" : score == null ? level : level + " " + number(score);
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }

    private static String signed(double part) {
        return String.format(Locale.ROOT, "%+.4f", part);
    }

    @Override
    public String toString() {
        // Names come from files; signs that steer a terminal are taken out.
        return String.join("\n", lines).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
