package org.smssev.common.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Puts the options {@code -D KEY=VALUE} into the tree of a configuration. A key is dotted; one of several in a list is called by
 * its place from 0, or by its name or id: {@code ingest.sources[0].path}, {@code ingest.sources.lens.path}.
 */
final class Overrides {
    /** Settings that name what stands in a list. */
    private static final List<String> NAMES = List.of("name", "id");

    private final ConfigBinder binder;
    private final Function<String, Node> compose;

    /**
     * Of a configuration.
     *
     * @param binder is told of problems, and which keys are of options
     * @param compose reads YAML
     */
    Overrides(ConfigBinder binder, Function<String, Node> compose) {
        this.binder = binder;
        this.compose = compose;
    }

    /** Puts them in; each wins over what stands there. */
    void put(MappingNode root, Map<String, String> overrides) {
        overrides.forEach((key, value) -> put(root, key, value));
    }

    private void put(MappingNode root, String key, String value) {
        Node at = root;
        String bound = "";
        List<String> parts = parts(key);
        if (parts.contains("")) {
            refuse(key, "has an empty part. Remove a dot.");
            return;
        }
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (at instanceof SequenceNode list) {
                int place = place(list, part);
                Node found = place < 0 ? null : copy(list.getValue().get(place));
                if (found == null) {
                    refuse(
                            key,
                            place < 0
                                    ? absent(bound, part, list)
                                    : bound + "[" + place + "] is a single value. Set it without a further key.");
                    return;
                }
                list.getValue().set(place, found);
                at = found;
                bound += "[" + place + "]";
            } else {
                at = child((MappingNode) at, part);
                bound = joined(bound, part);
            }
        }
        set(at, key, bound, parts.get(parts.size() - 1), value);
    }

    private void set(Node at, String key, String above, String last, String value) {
        int place = at instanceof SequenceNode list ? place(list, last) : -1;
        if (at instanceof SequenceNode list && place < 0) {
            refuse(key, absent(above, last, list));
            return;
        }
        Node node;
        try {
            node = Objects.requireNonNullElseGet(compose.apply(value.isEmpty() ? "''" : value), () -> scalar(""));
        } catch (YAMLException e) {
            // Of the message the problem alone, as the rest quotes the value, which may be a secret.
            refuse(
                    key,
                    "its value is not valid YAML"
                            + (e instanceof MarkedYAMLException m ? " (" + m.getProblem() + ")" : "")
                            + ". Put the value in quotes: -D '" + key + "=\"…\"'");
            return;
        }
        if (at instanceof SequenceNode list) {
            binder.given(above + "[" + place + "]");
            list.getValue().set(place, node);
        } else {
            binder.given(joined(above, last));
            List<NodeTuple> settings = ((MappingNode) at).getValue();
            settings.removeIf(named(last));
            settings.add(new NodeTuple(scalar(last), node));
        }
    }

    private void refuse(String key, String problem) {
        binder.given(key);
        binder.problem(key, problem);
    }

    private static String joined(String above, String key) {
        return above.isEmpty() ? key : above + "." + key;
    }

    private static List<String> parts(String key) {
        if (key.startsWith("spark.")) {
            // Keys of spark.* hold dots themselves.
            String rest = key.substring("spark.".length());
            return List.of("spark", rest.startsWith("spark.") ? rest : "spark." + rest);
        }
        return List.of(key.replaceAll("(\\[\\d+])", ".$1").split("\\.", -1));
    }

    /** Where in a list something stands that is called by its place, {@code [0]} or 0, or by its name; -1 if it is not there. */
    private static int place(SequenceNode list, String part) {
        boolean isBracketed = part.startsWith("[");
        int named = isBracketed ? -1 : names(list).indexOf(part);
        String number = isBracketed ? part.substring(1, part.length() - 1) : part;
        boolean isPlace = named < 0
                && number.matches("\\d{1,9}")
                && Integer.parseInt(number) < list.getValue().size();
        return isPlace ? Integer.parseInt(number) : named;
    }

    /** What the parts of a list are called, in its order; those without a name by nothing. */
    private static List<String> names(SequenceNode list) {
        return list.getValue().stream()
                .map(node -> node instanceof MappingNode m ? name(m) : "")
                .toList();
    }

    private static String name(MappingNode node) {
        return NAMES.stream()
                .flatMap(name -> node.getValue().stream().filter(named(name)))
                .filter(pair -> pair.getValueNode() instanceof ScalarNode)
                .map(pair -> ((ScalarNode) pair.getValueNode()).getValue())
                .findFirst()
                .orElse("");
    }

    private static String absent(String above, String part, SequenceNode list) {
        List<String> names = names(list);
        List<String> called = IntStream.range(0, names.size())
                .mapToObj(i -> "[" + i + "]" + (names.get(i).isEmpty() ? "" : " or " + names.get(i)))
                .toList();
        return above + " has no " + part + ". It has " + (called.isEmpty() ? "no entries" : String.join(", ", called));
    }

    /** Those of a key. */
    static Predicate<NodeTuple> named(String key) {
        return t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key);
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
    }

    /** The settings, or the list, of a key; settings without any where there are none, or a single value. */
    private static Node child(MappingNode at, String key) {
        List<NodeTuple> settings = at.getValue();
        for (int i = 0; i < settings.size(); i++) {
            NodeTuple pair = settings.get(i);
            Node copy = named(key).test(pair) ? copy(pair.getValueNode()) : null;
            if (copy != null) {
                settings.set(i, new NodeTuple(pair.getKeyNode(), copy));
                return copy;
            }
        }
        MappingNode m = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
        settings.removeIf(named(key));
        settings.add(new NodeTuple(scalar(key), m));
        return m;
    }

    /** Settings or a list of which others may be changed, as what an alias repeats is one node; null of a single value. */
    private static Node copy(Node node) {
        if (node instanceof MappingNode m) {
            return new MappingNode(
                    m.getTag(),
                    true,
                    new ArrayList<>(m.getValue()),
                    m.getStartMark(),
                    m.getEndMark(),
                    m.getFlowStyle());
        }
        return node instanceof SequenceNode s
                ? new SequenceNode(
                        s.getTag(),
                        true,
                        new ArrayList<>(s.getValue()),
                        s.getStartMark(),
                        s.getEndMark(),
                        s.getFlowStyle())
                : null;
    }
}
