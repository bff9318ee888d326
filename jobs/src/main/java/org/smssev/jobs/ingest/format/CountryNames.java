package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of countries and offices, by a table of ours ({@code countries.txt}): what a release of Java takes for the name of a country
 * changes.
 */
public final class CountryNames {
    private static final String TABLE = "countries.txt";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ARTICLE = Pattern.compile("^the |, ?the$|\\(the\\)$");
    private static final Pattern SAINT = Pattern.compile("\\bst ");
    /** What a list sorted by name puts behind a comma or in brackets: {@code Korea, Republic of}. */
    private static final Pattern BEHIND = Pattern.compile("([^,(]+)(?:, ?|\\()([^,()]+ of(?: the)?)\\)?");

    private static final Map<String, String> CODES = table();

    private CountryNames() {}

    /** The code of a country or office by its name; null if it is none that is known. */
    public static String code(String name) {
        String key = HeaderNames.key(name);
        String code = CODES.get(key);
        return code == null ? CODES.get(plain(key)) : code;
    }

    /** A name without what different lists write in different ways. */
    private static String plain(String key) {
        String text = ACCENTS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('\u2019', '\'')
                .replace(".", "")
                .replace("&", "and");
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches()) {
            text = behind.group(2) + " " + behind.group(1).strip();
        }
        text = ARTICLE.matcher(text).replaceAll("");
        return SAINT.matcher(text).replaceAll("saint ");
    }

    private static Map<String, String> table() {
        Map<String, String> codes = new HashMap<>();
        for (String line : read().split("\n", -1)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                String[] cells = line.split("; ", -1);
                for (int i = 1; i < cells.length; i++) {
                    put(codes, HeaderNames.key(cells[i]), cells[0]);
                    put(codes, plain(HeaderNames.key(cells[i])), cells[0]);
                }
            }
        }
        return Map.copyOf(codes);
    }

    private static void put(Map<String, String> codes, String name, String code) {
        String other = codes.put(name, code);
        if (other != null && !other.equals(code)) {
            throw new IllegalStateException(TABLE + " has '" + name + "' for " + other + " and for " + code);
        }
    }

    private static String read() {
        try (InputStream in = CountryNames.class.getResourceAsStream(TABLE)) {
            return new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
