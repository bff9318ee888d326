package org.smssev.common.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of whatever is written: tables, reports, logs and messages. A setting is secret by its key; a text is
 * freed of the secret values of a configuration, of credentials in addresses, and of values beside a secret key.
 */
public final class Secrets {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "(hidden)";

    private static final String WORD = "(?:secret|password|passphrase|token|credential|access[._-]?key)";
    private static final Pattern KEY = Pattern.compile("(?i).*" + WORD + ".*|spark\\.(?:spark\\.)?hadoop\\..*");
    // scheme://user:password@host, of which the part before the @ goes.
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s@'\"]+@");
    private static final Pattern BESIDE_KEY =
            Pattern.compile("(?i)([\\w.-]*" + WORD + "[\\w.-]*[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;}\\])]+)");
    private static final int SHORTEST = 4;

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** The secrets of a configuration: the values of Spark's settings whose keys are secret. */
    public static Secrets of(Map<String, String> spark) {
        return new Secrets(spark.entrySet().stream()
                .filter(e -> isSecret(e.getKey()))
                .map(Map.Entry::getValue)
                // A short one is in any text, and no secret.
                .filter(v -> v != null && v.length() >= SHORTEST && !v.matches("true|false|[a-z]+\\.[\\w.$]+"))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** What is known without a configuration. */
    public static Secrets none() {
        return new Secrets(List.of());
    }

    /** Whether the value of a setting with this key is never shown. */
    public static boolean isSecret(String key) {
        return KEY.matcher(key).matches();
    }

    /** The value of a setting as it may be shown. */
    public static String shown(String key, String value) {
        return isSecret(key)
                ? HIDDEN
                : ADDRESS.matcher(value).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN) + "@");
    }

    /** A text without secrets; null stays null. */
    public String hide(String text) {
        if (text == null) {
            return null;
        }
        String shown = text;
        for (String value : values) {
            shown = shown.replace(value, HIDDEN);
        }
        shown = ADDRESS.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN) + "@");
        return BESIDE_KEY.matcher(shown).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    }
}
