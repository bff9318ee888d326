package org.smssev.jobs.ingest.format;

import java.util.HashMap;
import java.util.Map;

/** Entities of HTML that exports leave in titles and names, an apostrophe as a number say. */
final class HtmlEntities {
    /** Longest entity, without its ampersand and semicolon. */
    private static final int LONGEST = 10;

    private static final String SIGNS = "deg=\u00b0 plusmn=\u00b1 sup2=\u00b2 sup3=\u00b3 micro=\u00b5 middot=\u00b7"
            + " times=\u00d7 reg=\u00ae copy=\u00a9 trade=\u2122 ndash=\u2013 mdash=\u2014"
            + " lsquo=\u2018 rsquo=\u2019 ldquo=\u201c rdquo=\u201d hellip=\u2026 bull=\u2022"
            + " le=\u2264 ge=\u2265 alpha=\u03b1 beta=\u03b2 gamma=\u03b3 delta=\u03b4"
            + " lambda=\u03bb mu=\u03bc omega=\u03c9 Omega=\u03a9 Delta=\u0394 szlig=\u00df"
            + " aelig=\u00e6 AElig=\u00c6 oslash=\u00f8 Oslash=\u00d8 aring=\u00e5 Aring=\u00c5"
            + " ccedil=\u00e7 Ccedil=\u00c7 ntilde=\u00f1 Ntilde=\u00d1";

    private static final Map<String, String> NAMED = named();

    private HtmlEntities() {}

    /** Decodes entities, also those whose ampersand is written as one; unknown ones stay as they are. */
    static String decode(String text) {
        String once = pass(text);
        return once.equals(text) ? text : pass(once);
    }

    private static String pass(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int mark = text.indexOf('&', at);
            if (mark < 0) {
                break;
            }
            out.append(text, at, mark);
            // Looked for no farther than an entity is long, so that text full of ampersands takes no longer.
            int end = text.substring(mark, Math.min(text.length(), mark + LONGEST + 2))
                            .indexOf(';')
                    + mark;
            String decoded = end > mark ? entity(text.substring(mark + 1, end)) : null;
            out.append(decoded == null ? "&" : decoded);
            at = decoded == null ? mark + 1 : end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || digits.length() > 7 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return null;
        }
        if (!hex && !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int point = Integer.parseInt(digits, hex ? 16 : 10);
        boolean character = Character.isValidCodePoint(point) && (point < 0xd800 || point > 0xdfff);
        return character ? Character.toString(point) : null;
    }

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        named.put("amp", "&");
        named.put("lt", "<");
        named.put("gt", ">");
        named.put("quot", "\"");
        named.put("apos", "'");
        named.put("nbsp", " ");
        for (String pair : SIGNS.split("\\s+", -1)) {
            named.put(pair.substring(0, pair.length() - 2), pair.substring(pair.length() - 1));
        }
        accented(named, "AEIOUaeiou", "grave", "\u00c0\u00c8\u00cc\u00d2\u00d9\u00e0\u00e8\u00ec\u00f2\u00f9");
        accented(named, "AEIOUaeiou", "acute", "\u00c1\u00c9\u00cd\u00d3\u00da\u00e1\u00e9\u00ed\u00f3\u00fa");
        accented(named, "AEIOUaeiou", "circ", "\u00c2\u00ca\u00ce\u00d4\u00db\u00e2\u00ea\u00ee\u00f4\u00fb");
        accented(named, "AEIOUaeiou", "uml", "\u00c4\u00cb\u00cf\u00d6\u00dc\u00e4\u00eb\u00ef\u00f6\u00fc");
        accented(named, "ANOano", "tilde", "\u00c3\u00d1\u00d5\u00e3\u00f1\u00f5");
        return Map.copyOf(named);
    }

    private static void accented(Map<String, String> named, String letters, String accent, String characters) {
        for (int i = 0; i < letters.length(); i++) {
            named.put(letters.charAt(i) + accent, characters.substring(i, i + 1));
        }
    }
}
