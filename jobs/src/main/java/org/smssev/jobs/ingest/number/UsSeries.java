package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Series of applications of the United States, a million serial numbers each, and when these were given: about evenly from the start
 * of a series to that of the next (MPEP, section 503; the starts are those of real numbers). A serial number comes again in the next
 * series, three years later or more, so that a date tells which of both it is, unless it is that of a PCT application.
 */
final class UsSeries {
    /** Starts of the series of patents, 13 and later for when the one before ends. */
    private static final Map<Integer, LocalDate> STARTS = Map.ofEntries(
            Map.entry(5, LocalDate.of(1970, 1, 1)),
            Map.entry(6, LocalDate.of(1979, 1, 1)),
            Map.entry(7, LocalDate.of(1987, 1, 1)),
            Map.entry(8, LocalDate.of(1993, 1, 1)),
            Map.entry(9, LocalDate.of(1997, 12, 20)),
            Map.entry(10, LocalDate.of(2001, 10, 20)),
            Map.entry(11, LocalDate.of(2004, 12, 1)),
            Map.entry(12, LocalDate.of(2007, 12, 6)),
            Map.entry(13, LocalDate.of(2010, 12, 20)));

    /** First and last years in which numbers of later and of provisional series were given. */
    private static final Map<Integer, int[]> YEARS = Map.ofEntries(
            Map.entry(13, new int[] {2010, 2014}),
            Map.entry(14, new int[] {2013, 2016}),
            Map.entry(15, new int[] {2015, 2018}),
            Map.entry(16, new int[] {2017, 2020}),
            Map.entry(17, new int[] {2020, 2023}),
            Map.entry(18, new int[] {2022, 2025}),
            Map.entry(19, new int[] {2024, 2030}),
            Map.entry(60, new int[] {1995, 2008}),
            Map.entry(61, new int[] {2007, 2014}),
            Map.entry(62, new int[] {2014, 2020}),
            Map.entry(63, new int[] {2020, 2030}));

    private static final int SERIALS = 1_000_000;
    /** By as much most numbers are later at most than their even share tells. */
    private static final int MONTHS_LATE = 7;
    /** The same for all: serial numbers are given out in blocks, of which some lasted for a year. */
    private static final int MONTHS_OF_BLOCKS = 13;
    /** A national phase has the date of its PCT application, up to 31 months before its number was given. */
    private static final int MONTHS_OF_PHASE = 31 + MONTHS_LATE;
    /** The same in years, of which the last is begun. */
    private static final int YEARS_OF_PHASE = 4;

    private static final int FIRST_PROVISIONAL = 60;

    /** A part of series 10 was kept for national phases, and used from 2003 to 2007, with dates of up to two years before. */
    private static final int SERIES_OF_PHASES = 10;

    private static final int FIRST_OF_PHASES = 460_000;
    private static final int END_OF_PHASES = 600_000;
    private static final LocalDate LAST_OF_PHASES = LocalDate.of(2005, 12, 31);

    private UsSeries() {}

    /**
     * Whether a date is that of a serial number of a series, and of no year in which the one of the same digits in the series before
     * may have been filed.
     */
    static boolean isTold(int series, int serial, LocalDate date) {
        LocalDate latest = latest(series, serial, MONTHS_OF_BLOCKS);
        if (latest == null
                || date.isAfter(latest)
                || date.isBefore(share(series, serial).minusMonths(MONTHS_OF_PHASE))) {
            return false;
        }
        LocalDate before = latest(series - 1, serial, MONTHS_LATE);
        return before == null || date.getYear() > before.getYear();
    }

    /** Whether applications of a series may be of a year, as far as the series alone tells. */
    static boolean holds(int series, int year) {
        int[] years = YEARS.get(series);
        if (years != null) {
            return year >= years[0] - (series < FIRST_PROVISIONAL ? YEARS_OF_PHASE : 0) && year <= years[1];
        }
        LocalDate start = STARTS.get(series);
        LocalDate end = STARTS.get(series + 1);
        return start != null
                && end != null
                && year >= start.getYear() - YEARS_OF_PHASE
                && year <= end.plusMonths(MONTHS_OF_BLOCKS).getYear();
    }

    /** The last day an application of a serial number may have been filed; null where the series is none of those known. */
    private static LocalDate latest(int series, int serial, int months) {
        LocalDate share = share(series, serial);
        if (share == null) {
            return null;
        }
        boolean isOfPhases = series == SERIES_OF_PHASES && serial >= FIRST_OF_PHASES && serial < END_OF_PHASES;
        return isOfPhases ? LAST_OF_PHASES : share.plusMonths(months);
    }

    private static LocalDate share(int series, int serial) {
        LocalDate start = STARTS.get(series);
        LocalDate end = STARTS.get(series + 1);
        return start == null || end == null
                ? null
                : start.plusDays(ChronoUnit.DAYS.between(start, end) * serial / SERIALS);
    }
}
