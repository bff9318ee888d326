package org.smssev.jobs.measure.citation;

import java.io.Serializable;
import java.util.EnumMap;
import org.smssev.jobs.measure.Ints;

/** Citations of some publications, as pairs of numbers, and what became of the cited numbers. */
final class Links implements Serializable {
    private static final long serialVersionUID = 1L;

    final Ints citing = new Ints();
    final Ints cited = new Ints();

    /** Publications that cite outside the data, and how often. */
    final Ints outsideOf = new Ints();

    final Ints outside = new Ints();
    final EnumMap<Resolver.Outcome, Long> tally = new EnumMap<>(Resolver.Outcome.class);

    /** Adds the citations of a publication. */
    void add(int publication, Iterable<String> citedNumbers, Resolver resolver) {
        int unknown = 0;
        for (String number : citedNumbers) {
            int found = resolver.resolve(number, publication, tally);
            if (found < 0) {
                unknown++;
            } else {
                citing.add(publication);
                cited.add(found);
            }
        }
        if (unknown > 0) {
            outsideOf.add(publication);
            outside.add(unknown);
        }
    }
}
