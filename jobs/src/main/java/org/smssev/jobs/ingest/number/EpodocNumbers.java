package org.smssev.jobs.ingest.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications and priorities as Espacenet writes those of the United States of before 2011, {@code US20050123456}: year and seven
 * digits without a letter (EPO: EPODOC number format). Elsewhere these digits may be those of a publication, so that only the
 * layout tells them; other offices' numbers are told by their digits.
 */
public final class EpodocNumbers {
    private static final Pattern AMERICAN = Pattern.compile("US((?:19|20)\\d\\d)(0\\d{6})(?=\\s|$)");

    private EpodocNumbers() {}

    /** A number as DOCDB has it, {@code US12345605A}, what is behind it as it was; others as they are. */
    public static String asDocdb(String text) {
        Matcher m = AMERICAN.matcher(text);
        String docdb = m.lookingAt() ? DocdbDigits.american(m.group(1), m.group(2), "A") : null;
        return docdb == null ? text : docdb + text.substring(m.end());
    }
}
