package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smssev.common.config.ScreenConfig.Source;

/** A candidate in the making: what it is made of first, and what joined it. */
final class Entry {
    /** Joins by kind, greatest overlap first. */
    private static final Comparator<Guest> ORDER = Comparator.comparing(Guest::source)
            .thenComparing(Comparator.comparingDouble(Guest::overlap).reversed())
            .thenComparingInt(Guest::place);

    /** What it is made of first. */
    final Source source;

    /** Its place among those of its kind. */
    final int place;

    private final List<Guest> guests = new ArrayList<>();

    /** A cluster, community or code that joined. */
    record Guest(Source source, int place, double overlap) {}

    Entry(Source source, int place) {
        this.source = source;
        this.place = place;
    }

    void add(Guest guest) {
        guests.add(guest);
        guests.sort(ORDER);
    }

    List<Guest> guests() {
        return guests;
    }
}
