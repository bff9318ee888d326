package org.smssev.common.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of whatever is written: tables, reports, logs and messages. A setting is secret by its key; a text is
 * freed of the secret values of a configuration, of credentials in addresses, of what follows {@code Bearer}, and of values
 * beside a secret key.
 */
public final class Secrets {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "(hidden)";

    private static final String WORD =
            "(?:secret|password|passwd|passphrase|pwd|token|credential" + "|(?:api|access|private|account)[._-]?key)";
    /** A key that sounds like a secret, from its start, so that a long word is looked at once. */
    private static final String NAME = "(?<![\\w.-])[\\w.-]*" + WORD + "[\\w.-]*";
    /** What was hidden already stays as it is. */
    private static final String SHOWN_YET = "(?!\\(hidden\\))";

    private static final Pattern KEY =
            Pattern.compile("(?i).*" + WORD + ".*|(?:.*[._-])?auth|spark\\.(?:spark\\.)?hadoop\\..*");
    // scheme://user:password@host, of which the part before the @ goes; a password may have a /, a port has not.
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)(?:[^/\\s@'\"]+|[^/\\s@'\":]+:(?!\\d+/)[^\\s@'\"]+)@");
    private static final Pattern QUERY = Pattern.compile("(?i)([?&](?:[\\w.%-]*" + WORD
            + "[\\w.%-]*|sig|signature|key|x-(?:amz|goog)-[\\w-]+|awsaccesskeyid)=)" + SHOWN_YET + "[^&#\\s'\"]+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)" + SHOWN_YET + "[\\w.~+/=-]{8,}");
    private static final Pattern OPTION =
            Pattern.compile("(?i)(-D[\\w.-]*" + WORD + "[\\w.-]*=)" + SHOWN_YET + "(?:\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern BESIDE_KEY = Pattern.compile(
            "(?i)(" + NAME + "[\"']?\\s*[:=]\\s*)" + SHOWN_YET + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;}\\])]+)");
    /** In this order, as what stands beside a key ends elsewhere in an address and in an option. */
    private static final List<Pattern> AFTER = List.of(QUERY, BEARER, OPTION, BESIDE_KEY);

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
        return isSecret(key) ? HIDDEN : none().hide(value);
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
        String hidden = Matcher.quoteReplacement(HIDDEN);
        shown = ADDRESS.matcher(shown).replaceAll("$1" + hidden + "@");
        for (Pattern secret : AFTER) {
            shown = secret.matcher(shown).replaceAll("$1" + hidden);
        }
        return shown;
    }
}
