package org.smssev.common.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The commented reference configuration, made of the settings' declarations. */
public final class ConfigReference {
    private static final int WIDTH = 110;

    private ConfigReference() {}

    /** The text of {@code conf/reference.yaml}. */
    public static String text() {
        StringBuilder out = new StringBuilder();
        out.append("# Every setting with its default. NEEDED: you must set it. OPTIONAL: you may leave it out.\n");
        out.append("# Generated from the code; do not edit.\n");
        section(Config.class, "", Map.of(), out);
        return out.toString();
    }

    /**
     * The settings of a section.
     *
     * @param defaults by key, where the section has some as a whole
     */
    private static void section(Class<?> type, String indent, Map<String, Object> defaults, StringBuilder out) {
        for (RecordComponent c : type.getRecordComponents()) {
            Setting s = c.getAnnotation(Setting.class);
            String key = ConfigBinder.kebab(c.getName());
            comment(s.value() + range(s), indent, out);
            Class<?> element = element(c);
            if (c.getType().isRecord()) {
                out.append(indent).append(key).append(":\n");
                Map<String, Object> whole = s.def().isEmpty() ? Map.of() : new Yaml().load(s.def());
                section(c.getType(), indent + "  ", whole, out);
            } else if (element != null && element.isRecord()) {
                out.append(indent).append(key).append(":\n");
                int at = out.length();
                section(element, indent + "    ", Map.of(), out);
                markFirstKey(out, at, indent);
            } else {
                Object value = defaults.containsKey(key) ? defaults.get(key) : value(s);
                out.append(indent).append(key).append(": ").append(value).append('\n');
            }
        }
    }

    /** The first key of an entry of a list carries the dash. */
    private static void markFirstKey(StringBuilder out, int from, String indent) {
        int line = from;
        while (out.substring(line).strip().startsWith("#") && out.indexOf("\n", line) >= 0) {
            line = out.indexOf("\n", line) + 1;
        }
        out.replace(line, line + indent.length() + 4, indent + "  - ");
    }

    private static Class<?> element(RecordComponent c) {
        if (c.getGenericType() instanceof ParameterizedType p
                && p.getActualTypeArguments()[p.getActualTypeArguments().length - 1] instanceof Class<?> e) {
            return e;
        }
        return null;
    }

    private static String value(Setting s) {
        if (!s.def().isEmpty()) {
            return s.def().matches("[,;\"'].*") ? "'" + s.def().replace("'", "''") + "'" : s.def();
        }
        return s.optional() ? "# OPTIONAL" : "# NEEDED";
    }

    private static String range(Setting s) {
        boolean low = s.min() != Double.NEGATIVE_INFINITY;
        boolean high = s.max() != Double.POSITIVE_INFINITY;
        if (!low && !high) {
            return "";
        }
        if (low && high) {
            return " Range: " + plain(s.min()) + " to " + plain(s.max()) + ".";
        }
        return low ? " Minimum: " + plain(s.min()) + "." : " Maximum: " + plain(s.max()) + ".";
    }

    private static String plain(double d) {
        return d == Math.rint(d) ? String.valueOf((long) d) : String.valueOf(d);
    }

    private static void comment(String text, String indent, StringBuilder out) {
        StringBuilder line = new StringBuilder(indent).append("#");
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(indent).append("#");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}
