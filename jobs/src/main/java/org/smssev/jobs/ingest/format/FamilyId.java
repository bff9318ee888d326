package org.smssev.jobs.ingest.format;

import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.RoundedNumber;

/** Ids of families as sources give them. */
public final class FamilyId {
    /** Ids that are none: what databases write, gaps filled with zeros, rounded ones; no family has nines alone so far. */
    public static final String NONE = "-1(?:\\.0+)?|0+(?:\\.0+)?|9{8,}|" + RoundedNumber.PATTERN;

    private static final Pattern IS_NONE = Pattern.compile(NONE);
    /** What those start with, but for rounded ones. */
    private static final String STARTS = "-09";

    private FamilyId() {}

    /** Whether an id, which is not empty, stands for no family. */
    public static boolean isNone(String id) {
        return STARTS.indexOf(id.charAt(0)) >= 0 && IS_NONE.matcher(id).matches() || RoundedNumber.isOne(id);
    }
}
