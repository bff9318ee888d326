package org.smssev.jobs.supplement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stats.ContentValidity;

/**
 * Votes on whether a technology is essential; an expert has one, the last that was given.
 *
 * @param votes experts who voted
 * @param essential of these, those who call it essential
 */
record Votes(int votes, int essential) {
    /** The votes in nominations of one technology. */
    static Votes of(List<Nominated> nominations) {
        Map<String, Boolean> votes = new HashMap<>();
        for (Nominated nomination : nominations) {
            if (nomination.essential() != null) {
                votes.put(Matcher.normalised(nomination.nomination().expertId()), nomination.essential());
            }
        }
        return new Votes(
                votes.size(), (int) votes.values().stream().filter(v -> v).count());
    }

    /** Content validity ratio, null without votes. */
    Double ratio() {
        return votes == 0 ? null : Double.valueOf(ContentValidity.ratio(essential, votes));
    }

    /** The ratio that is needed, null below five votes. */
    Double critical() {
        double critical = ContentValidity.critical(votes);
        return Double.isNaN(critical) ? null : Double.valueOf(critical);
    }

    /** Whether more call it essential than chance explains. */
    boolean isEssential() {
        return critical() != null && ratio() >= critical();
    }

    /** OK, LOW_N or UNDEFINED. */
    String status() {
        if (votes == 0) {
            return "UNDEFINED";
        }
        return votes < ContentValidity.FEWEST ? "LOW_N" : "OK";
    }
}
