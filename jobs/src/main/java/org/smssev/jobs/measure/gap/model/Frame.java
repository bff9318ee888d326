package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smssev.common.tables.IngestTables;

/**
 * What all fields are measured against: countries and years, the same for every subject.
 *
 * @see Field
 */
public final class Frame {
    static final String REST = "REST";
    static final String BEST_OTHER = "BEST_OTHER";
    /** The country of families whose country is not known: in all totals, never a rival. */
    static final String UNKNOWN = IngestTables.UNKNOWN;

    private static final String NO_YEARS = "UNKNOWN";

    private final String[] countries;
    private final Map<String, int[]> sides = new HashMap<>();

    /** Places of all countries, UNKNOWN included. */
    final int[] places;

    /** Places of the known countries but the one measured. */
    final int[] others;

    /** The country measured. */
    public final String focal;

    /** REST, BEST_OTHER and the references of the configuration. */
    public final List<String> references;

    /** First year in which there are families, and how many years there are to the last; 0 where no year is known. */
    final int firstYear;

    final int years;

    /** The windows of growth; null where no year is known. */
    public final Windows windows;

    /** Years after its own in which citations of a family count. */
    final int citationWindow;

    /**
     * Fixes the frame.
     *
     * @param countries those that occur, sorted
     * @param blocs members of countries that are taken together, by the name of the bloc
     * @param references countries and blocs to compare with beside REST and BEST_OTHER
     */
    Frame(
            String[] countries,
            String focal,
            List<String> references,
            Map<String, List<String>> blocs,
            int firstYear,
            int years,
            Windows windows,
            int citationWindow) {
        this.countries = countries;
        this.focal = focal;
        this.firstYear = firstYear;
        this.years = years;
        this.windows = windows;
        this.citationWindow = citationWindow;
        List<String> all = new ArrayList<>(List.of(REST, BEST_OTHER));
        references.stream().filter(r -> !r.equals(focal) && !all.contains(r)).forEach(all::add);
        this.references = List.copyOf(all);
        for (String country : countries) {
            sides.put(country, new int[] {place(country)});
        }
        sides.computeIfAbsent(focal, f -> new int[0]);
        for (String reference : references) {
            // The country measured is never on both sides: a bloc that it belongs to is the bloc's other members.
            sides.put(
                    reference,
                    blocs.getOrDefault(reference, List.of(reference)).stream()
                            .filter(country -> !country.equals(focal) || reference.equals(focal))
                            .mapToInt(this::place)
                            .filter(place -> place >= 0)
                            .distinct()
                            .sorted()
                            .toArray());
        }
        this.places = IntStream.range(0, countries.length).toArray();
        this.others = others();
    }

    private int place(String country) {
        return Math.max(-1, Arrays.binarySearch(countries, country));
    }

    private int[] others() {
        int[] own = places(focal);
        return IntStream.range(0, size())
                .filter(place -> isKnown(place) && (own.length == 0 || own[0] != place))
                .toArray();
    }

    /** How many countries there are, UNKNOWN included. */
    int size() {
        return countries.length;
    }

    String country(int place) {
        return countries[place];
    }

    /** Places of a country, or of the members of a bloc, that occur. */
    int[] places(String side) {
        return sides.getOrDefault(side, new int[0]);
    }

    public boolean isKnown(int place) {
        return !countries[place].equals(UNKNOWN);
    }

    /** Whether a year is one of those whose citations in the last complete year are current impact. */
    boolean isRecent(int year) {
        return windows != null && year < windows.to() && year >= windows.to() - citationWindow;
    }

    /** {@code 2013-2017/2018-2022}. */
    String growthLabel() {
        return windows == null ? NO_YEARS : windows.label();
    }

    /** The complete years: {@code 1995-2022}. */
    public String completeLabel() {
        return windows == null ? NO_YEARS : firstYear + "-" + windows.to();
    }

    /** The years whose families have had all of their citation window. */
    public String citedLabel() {
        return windows == null ? NO_YEARS : firstYear + "-" + (windows.to() - citationWindow);
    }

    /** The years cited, and the year that cites, of current impact. */
    String recentLabel() {
        return windows == null
                ? NO_YEARS
                : (windows.to() - citationWindow) + "-" + (windows.to() - 1) + "/" + windows.to();
    }
}
