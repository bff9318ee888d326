package org.smssev.jobs.screen;

import java.util.List;
import java.util.Locale;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Missing;

/** The gates before scoring; a candidate is dropped by the first that it fails. */
final class Gates {
    static final String FEW_FAMILIES = "FEW_FAMILIES";
    static final String ALREADY_CONTROLLED = "ALREADY_CONTROLLED";
    static final String MISSING_CRITERION = "MISSING_CRITERION";
    static final String STATE = "STATE_";

    private final ScreenConfig settings;
    private final List<Measure> measures;

    Gates(ScreenConfig settings, List<Measure> measures) {
        this.settings = settings;
        this.measures = measures;
    }

    /** The reason code of the first gate that drops a candidate, null if it passes them all. */
    String reason(Measured measured) {
        if (!hasFamilies(measured.families())) {
            return FEW_FAMILIES;
        }
        String fixed = fixedReason(measured);
        return fixed == null
                        && settings.missing() == Missing.DROP
                        && measures.stream().anyMatch(m -> Double.isNaN(measured.value(m)))
                ? MISSING_CRITERION
                : fixed;
    }

    /** Whether there are families enough. */
    boolean hasFamilies(long families) {
        return families >= settings.minFamilies();
    }

    /** The reason of the first gate that does not hang on families, null if it passes them. */
    String fixedReason(Measured measured) {
        Draft draft = measured.draft();
        boolean isAmended = settings.amend() != null && settings.amend().contains(draft.candidateId());
        if (settings.dropControlled() && draft.alreadyControlled() && !isAmended) {
            return ALREADY_CONTROLLED;
        }
        String state = measured.gap().state();
        List<String> states = settings.states() == null ? List.of() : settings.states();
        if (states.isEmpty() || (state != null && states.stream().anyMatch(state::equalsIgnoreCase))) {
            return null;
        }
        return STATE + (state == null ? "UNDEFINED" : state.toUpperCase(Locale.ROOT));
    }
}
