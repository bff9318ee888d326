package org.smssev.jobs.ingest.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.text.CountryCodes;

/** Offices that numbers start with. */
final class OfficeCodes {
    /** A number whose form is not known; with a hyphen behind the office it would be one of a known form. */
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})[\\s_]*\\d.*", Pattern.DOTALL);

    private OfficeCodes() {}

    /** The office that a number of unknown form starts with; null if it starts with none. */
    static String of(String number) {
        Matcher m = NUMBER.matcher(number);
        return m.matches() && CountryCodes.isOne(m.group(1)) ? m.group(1) : null;
    }
}
