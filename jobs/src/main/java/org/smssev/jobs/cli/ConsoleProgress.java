package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.smssev.jobs.run.Progress;

/**
 * Progress for a person who waits: a line per stage, and the warnings when the run ends. On a terminal it also shows the
 * running step.
 */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    // Set by the launcher, which can tell whether its output is a terminal.
    private final boolean terminal = Boolean.getBoolean("smssev.terminal");
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> steps = new HashMap<>();
    private final Warnings warnings = new Warnings();
    private String id = "";
    private boolean open;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void runStarts(String runId, String release) {
        id = runId;
    }

    @Override
    public synchronized void stageStarts(String stage, int index, int count) {
        String head = String.format(Locale.ROOT, "[%2d/%d] %-10s ", index, count, stage);
        heads.put(stage, head);
        show(head);
    }

    @Override
    public synchronized void step(String stage, String step) {
        steps.put(stage, step);
        show(heads.get(stage) + step);
    }

    @Override
    public boolean wantsTasks() {
        return terminal;
    }

    @Override
    public synchronized void tasks(String stage, int done, int all, double rate) {
        if (all > 1 && heads.containsKey(stage)) {
            show(String.format(
                    Locale.ROOT,
                    "%s%s: %,d of %,d tasks, %.1f a second",
                    heads.get(stage),
                    steps.getOrDefault(stage, ""),
                    done,
                    all,
                    rate));
        }
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r" + pad(line));
            out.flush();
            open = true;
        }
    }

    @Override
    public synchronized void stageEnds(String stage, double seconds, String detail) {
        clear();
        out.println(String.format(Locale.ROOT, "%s%6.1f s  %s", heads.get(stage), seconds, detail));
    }

    @Override
    public synchronized void warning(String check, String subject, Double value, String message) {
        warnings.add(check, subject, value, message);
    }

    @Override
    public synchronized void runEnds(String runId, String status, double seconds) {
        clear();
        warnings.print(id, out);
    }

    @Override
    public synchronized void stageUpToDate(String stage) {
        clear();
        out.println(String.format(Locale.ROOT, "        %-10s up to date", stage));
    }

    private void clear() {
        if (open) {
            out.print("\r" + pad("") + "\r");
            open = false;
        }
    }

    private static String pad(String text) {
        return text.length() > WIDTH ? text.substring(0, WIDTH) : text + " ".repeat(WIDTH - text.length());
    }
}
