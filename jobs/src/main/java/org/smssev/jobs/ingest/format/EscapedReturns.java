package org.smssev.jobs.ingest.format;

import java.util.regex.Pattern;

/** Carriage returns as workbooks write them, {@code _x000D_}, which programs that make text of workbooks leave in it. */
public final class EscapedReturns {
    private static final Pattern RETURN = Pattern.compile("_x000[Dd]_");

    private EscapedReturns() {}

    /** Whether one stands at a place of a text. */
    static boolean isAt(String text, int at) {
        return text.startsWith("_x000D_", at) || text.startsWith("_x000d_", at);
    }

    /** The text with carriage returns in their place; one without any as it is. */
    public static String plain(String text) {
        return text.contains("_x000") ? RETURN.matcher(text).replaceAll("\r") : text;
    }
}
