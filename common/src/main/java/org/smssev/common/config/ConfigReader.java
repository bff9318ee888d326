package org.smssev.common.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.FileErrors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a configuration file and validates it whole: all problems are told at once, each with its key and line. */
public final class ConfigReader {
    private ConfigReader() {}

    /**
     * Reads a file.
     *
     * @param file the YAML file
     * @param overrides dotted key to value in YAML, which win over the file
     * @throws UserException with exit 2, if the file is missing or anything in it is wrong
     */
    public static Config read(Path file, Map<String, String> overrides) {
        if (!Files.isRegularFile(file)) {
            throw new UserException(
                    Exit.USAGE,
                    file
                            + ": file not found. Give an existing configuration with --config, or create one with `smssev init`.");
        }
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), overrides);
        } catch (IOException e) {
            throw new UserException(Exit.USAGE, file + ": configuration not readable: " + FileErrors.why(e), e);
        }
    }

    static Config parse(String text, String file, Map<String, String> overrides) {
        Node root;
        try {
            root = compose(text);
        } catch (YAMLException e) {
            // Its message quotes the lines around, and its trace would, too.
            throw new UserException(
                    Exit.USAGE,
                    file + ": not valid YAML. Correct it: " + Secrets.none().hide(e.getMessage()));
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new UserException(
                    Exit.USAGE, file + ": no settings found. Write keys and values as in conf/reference.yaml.");
        }
        ConfigBinder binder = new ConfigBinder();
        new Overrides(binder, ConfigReader::compose).put(mapping, overrides);
        Config config = binder.bind(Config.class, mapping);
        ConfigRules.check(config, binder::problem);
        List<String> problems = binder.problems();
        if (!problems.isEmpty()) {
            throw new UserException(
                    Exit.USAGE,
                    file + ": " + problems.size()
                            + (problems.size() == 1 ? " problem. Correct it:" : " problems. Correct these settings:")
                            + "\n  " + String.join("\n  ", problems));
        }
        return config;
    }

    private static Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        Node root = new Yaml(options).compose(new StringReader(text));
        requireDistinct(root, Collections.newSetFromMap(new IdentityHashMap<>()));
        return root;
    }

    /** Composing does not look whether a key comes twice; the last one would win without a word. */
    private static void requireDistinct(Node node, Set<Node> above) {
        if (!above.add(node)) {
            throw problem(node, "a part of it", "contains itself. Correct what * refers to");
        }
        if (node instanceof MappingNode mapping) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                    throw problem(key, "the key '" + key.getValue() + "'", "occurs twice. Delete one of them");
                }
                requireDistinct(pair.getValueNode(), above);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(part -> requireDistinct(part, above));
        }
        above.remove(node);
    }

    private static MarkedYAMLException problem(Node node, String what, String problem) {
        return new MarkedYAMLException(null, null, what + " " + problem, node.getStartMark()) {
            private static final long serialVersionUID = 1L;
        };
    }
}
