package org.smssev.jobs.evaluate;

import java.util.List;

/** A row of figures as text: one block a figure, its height in eighths of the greatest. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** The blocks; 0 is the lowest, empty for no figures. */
    static String of(List<Integer> figures) {
        int most = figures.stream().mapToInt(figure -> figure).max().orElse(0);
        StringBuilder blocks = new StringBuilder();
        for (int figure : figures) {
            int height = most == 0 ? 0 : (int) Math.round((BLOCKS.length() - 1.0) * figure / most);
            blocks.append(BLOCKS.charAt(height));
        }
        return blocks.toString();
    }
}
