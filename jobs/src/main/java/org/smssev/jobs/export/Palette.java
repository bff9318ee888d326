package org.smssev.jobs.export;

import java.util.List;

/** Colours of communities that people with any colour vision tell apart; in grey, they differ in lightness. */
final class Palette {
    // "Muted" scheme of Paul Tol's notes on colour schemes, SRON/EPS/TN/09-002, issue 3.2.
    private static final List<String> COLORS =
            List.of("#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499");
    private static final String OTHER = "#bbbbbb";

    private Palette() {}

    /** The colour of a community, 0 the largest, as #rrggbb; small ones are grey. */
    static String color(int community) {
        return community < COLORS.size() ? COLORS.get(community) : OTHER;
    }

    /** Red, green and blue of a colour, 0 to 255. */
    static int[] rgb(String color) {
        int value = Integer.parseInt(color.substring(1), 16);
        return new int[] {value >> 16, value >> 8 & 0xff, value & 0xff};
    }
}
