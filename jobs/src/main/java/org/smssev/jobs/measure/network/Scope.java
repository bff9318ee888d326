package org.smssev.jobs.measure.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.ipc.IpcSymbol;

/**
 * One network to be counted: a level of the IPC and the years of its families.
 *
 * @param level level to which symbols are cut
 * @param period name of the period, ALL or {@code from-to}
 * @param from first year; families without a year are only in ALL
 * @param to last year, included
 */
record Scope(IpcSymbol.Level level, String period, int from, int to) implements Serializable {
    /** The networks of the settings: that which later stages use first, then by level and period. */
    static List<Scope> of(NetworkConfig settings) {
        List<Scope> scopes = new ArrayList<>();
        Stream.concat(Stream.of(settings.level()), settings.furtherLevels().stream())
                .map(level -> IpcSymbol.Level.valueOf(level.name()))
                .distinct()
                .forEach(level -> {
                    scopes.add(new Scope(level, NetworkConfig.ALL_YEARS, Integer.MIN_VALUE, Integer.MAX_VALUE));
                    settings.periods().stream().distinct().forEach(p -> scopes.add(ofYears(level, p)));
                });
        return scopes;
    }

    private static Scope ofYears(IpcSymbol.Level level, String period) {
        String[] years = period.split("-", 2);
        return new Scope(level, period, Integer.parseInt(years[0]), Integer.parseInt(years[1]));
    }

    boolean isAll() {
        return period.equals(NetworkConfig.ALL_YEARS);
    }

    /** Whether families of a year are in it; 0 stands for an unknown year. */
    boolean holds(int year) {
        return isAll() || (year >= from && year <= to);
    }

    /** How it is called in messages, e.g. {@code MAIN_GROUP ALL}. */
    String label() {
        return level.name() + ' ' + period;
    }
}
