package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;

/** Tells utility models, and other rights of short term, from patents. */
public final class UtilityModel {
    /** Kinds of rights of short term that some offices have under letters of patents. */
    private static final Map<String, Set<String>> SHORT_TERM =
            Map.of("AU", Set.of("A4", "B4"), "FR", Set.of("A3", "A4", "B3", "B4"));

    private UtilityModel() {}

    /**
     * Whether a publication is of a utility model or another right of short term without examination: kinds U and Y of all
     * offices, certificates of utility of France, petty and innovation patents of Australia (kinds as of WIPO ST.16 and the
     * EPO's concordance list of kind codes).
     *
     * @param kind null where it is not known, which counts as a patent
     */
    public static boolean isOne(String office, String kind) {
        return kind != null
                && (kind.startsWith("U")
                        || kind.startsWith("Y")
                        || SHORT_TERM
                                .getOrDefault(office == null ? "" : office, Set.of())
                                .contains(kind));
    }
}
