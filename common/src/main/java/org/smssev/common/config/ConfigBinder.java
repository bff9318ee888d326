package org.smssev.common.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smssev.common.table.TableDef;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Fills configuration records from YAML nodes, collecting every problem with its key and line. */
final class ConfigBinder {
    /** In the place of a line: the key is given by -D. */
    private static final int OPTION = -1;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    List<String> problems() {
        return problems;
    }

    /** Adds a problem of a setting, with the line of the setting or of the nearest one above it. */
    void problem(String key, String message) {
        String k = key;
        while (!lines.containsKey(k) && k.matches(".*[.\\[].*")) {
            k = k.substring(0, Math.max(k.lastIndexOf('.'), k.lastIndexOf('[')));
        }
        Integer line = lines.get(k);
        problems.add((line == null ? "" : line == OPTION ? "-D " : "line " + line + ": ") + key + ": " + message);
    }

    /** Says that the value of a key is of an option. */
    void given(String key) {
        lines.put(key, OPTION);
    }

    /** The record; null, and problems, if it could not be made. */
    <T extends Record> T bind(Class<T> type, MappingNode node) {
        return record(type, node, "");
    }

    private <T> T record(Class<T> type, MappingNode node, String at) {
        Map<String, Node> given = entries(node, at);
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(c -> kebab(c.getName())).toList();
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                problem(at + key, "unknown setting" + nearest(key, known));
            }
        }
        Object[] values = new Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], given.get(known.get(i)), at + known.get(i));
            complete &= values[i] != null || !components[i].getType().isPrimitive();
        }
        return complete ? TableDef.newRow(type, values) : null;
    }

    private Map<String, Node> entries(MappingNode node, String at) {
        Map<String, Node> given = new LinkedHashMap<>();
        for (NodeTuple t : node.getValue()) {
            String key = t.getKeyNode() instanceof ScalarNode s
                    ? s.getValue()
                    : t.getKeyNode().toString();
            given.put(key, t.getValueNode());
            if (t.getKeyNode().getStartMark() != null) {
                lines.put(at + key, t.getKeyNode().getStartMark().getLine() + 1);
            }
        }
        return given;
    }

    private Object component(RecordComponent c, Node node, String key) {
        Setting s = c.getAnnotation(Setting.class);
        boolean absent = node == null || Tag.NULL.equals(node.getTag());
        if (absent && !s.def().isEmpty() && c.getType() == String.class) {
            return s.def();
        }
        if (absent && !s.def().isEmpty()) {
            return value(c.getGenericType(), defaults(s), key, s);
        }
        if (absent && !s.optional()) {
            problem(key, "missing. Add this setting: " + s.value());
            return null;
        }
        if (absent) {
            return empty(c.getType(), key);
        }
        boolean isPartial = c.getType().isRecord() && !s.def().isEmpty() && node instanceof MappingNode;
        return value(c.getGenericType(), isPartial ? withDefaults((MappingNode) node, s) : node, key, s);
    }

    private static Node defaults(Setting s) {
        return new Yaml().compose(new java.io.StringReader(s.def()));
    }

    /** What is given, and the default of each key that is not. */
    private static MappingNode withDefaults(MappingNode given, Setting s) {
        List<NodeTuple> all = new ArrayList<>(given.getValue());
        ((MappingNode) defaults(s))
                .getValue().stream()
                        .filter(def -> given.getValue().stream()
                                .noneMatch(Overrides.named(((ScalarNode) def.getKeyNode()).getValue())))
                        .forEach(all::add);
        return new MappingNode(Tag.MAP, all, org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
    }

    private Object empty(Class<?> type, String key) {
        if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type.isRecord()) {
            boolean needed = Arrays.stream(type.getRecordComponents())
                    .map(c -> c.getAnnotation(Setting.class))
                    .anyMatch(s -> s.def().isEmpty() && !s.optional());
            MappingNode none =
                    new MappingNode(Tag.MAP, new ArrayList<>(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK);
            return needed ? null : record(type, none, key + ".");
        }
        return null;
    }

    private Object value(Type type, Node node, String key, Setting s) {
        if (type instanceof ParameterizedType p) {
            Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
            return p.getRawType() == List.class ? list(last, node, key, s) : map(last, node, key, s);
        }
        Class<?> c = (Class<?>) type;
        if (c.isRecord()) {
            if (node instanceof MappingNode m) {
                return record(c, m, key + ".");
            }
            problem(key, "must be a section of keys and values");
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            problem(key, "must be a single value");
            return null;
        }
        return scalar(c, scalar.getValue(), key, s);
    }

    private Object list(Type element, Node node, String key, Setting s) {
        if (!(node instanceof SequenceNode seq)) {
            problem(key, "must be a list");
            return List.of();
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < seq.getValue().size(); i++) {
            Node n = seq.getValue().get(i);
            if (n.getStartMark() != null) {
                lines.putIfAbsent(key + "[" + i + "]", n.getStartMark().getLine() + 1);
            }
            Object v = value(element, n, key + "[" + i + "]", s);
            if (v != null) {
                list.add(v);
            }
        }
        return List.copyOf(list);
    }

    private Object map(Type element, Node node, String key, Setting s) {
        if (!(node instanceof MappingNode m)) {
            problem(key, "must be a section of keys and values");
            return Map.of();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries(m, key + ".").forEach((k, n) -> {
            Object v = value(element, n, key + "." + k, s);
            if (v != null) {
                map.put(k, v);
            }
        });
        return java.util.Collections.unmodifiableMap(map);
    }

    private Object scalar(Class<?> type, String text, String key, Setting s) {
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class || type == Boolean.class) {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            problem(key, "must be true or false, but is " + text);
            return null;
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equalsIgnoreCase(text.replace('-', '_'))) {
                    return constant;
                }
            }
            problem(key, "must be one of " + Arrays.toString(type.getEnumConstants()) + ", but is " + text);
            return null;
        }
        return number(type, text, key, s);
    }

    private Object number(Class<?> type, String text, String key, Setting s) {
        Number n;
        try {
            if (type == int.class || type == Integer.class) {
                n = Integer.valueOf(text);
            } else if (type == long.class) {
                n = Long.valueOf(text);
            } else {
                n = Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            boolean whole = type != double.class && type != Double.class;
            problem(key, "must be a " + (whole ? "whole " : "") + "number, but is " + text);
            return null;
        }
        if (Double.isNaN(n.doubleValue()) || n.doubleValue() < s.min() || n.doubleValue() > s.max()) {
            problem(key, "must be " + range(s) + ", but is " + text);
            return null;
        }
        return n;
    }

    private static String range(Setting s) {
        if (s.max() == Double.POSITIVE_INFINITY) {
            return plain(s.min()) + " or more";
        }
        return s.min() == Double.NEGATIVE_INFINITY
                ? plain(s.max()) + " or less"
                : "between " + plain(s.min()) + " and " + plain(s.max());
    }

    private static String plain(double d) {
        return d == Math.rint(d) ? String.valueOf((long) d) : String.valueOf(d);
    }

    private static String nearest(String key, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(key, k)))
                .filter(k -> distance(key, k) <= Math.max(2, key.length() / 3))
                .map(k -> ". Did you mean " + k + "?")
                .orElse(". The settings here are " + String.join(", ", known));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(up, row[j - 1]));
                diagonal = up;
            }
        }
        return row[b.length()];
    }

    /** {@code focalCountry} to {@code focal-country}, {@code level2} to {@code level-2}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z0-9])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
