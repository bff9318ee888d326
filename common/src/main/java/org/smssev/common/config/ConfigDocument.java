package org.smssev.common.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/**
 * A resolved configuration as one document, which gives the same configuration when it is read again, whatever the
 * defaults are by then. It is JSON, which is YAML. Secrets are hidden in it.
 */
public final class ConfigDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigDocument() {}

    /** The document of a configuration. */
    public static String of(Config config) {
        try {
            return JSON.writeValueAsString(value("", config, false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A configuration is made of texts and numbers", e);
        }
    }

    /**
     * The configuration of a document.
     *
     * @param of whose document it is, for messages
     * @throws UserException with exit 2, if this version of the program does not know a setting of it
     */
    public static Config read(String document, String of) {
        try {
            return ConfigReader.parse(document, of, Map.of());
        } catch (UserException e) {
            throw new UserException(
                    Exit.USAGE,
                    "Recorded configuration: not readable by this version of smssev. Start a new run. "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * A document with some settings, all below them included, taken from another one; left out where that has none.
     *
     * @param keys dotted keys
     */
    public static String with(String document, String other, List<String> keys) {
        try {
            ObjectNode mixed = (ObjectNode) JSON.readTree(document);
            JsonNode from = JSON.readTree(other);
            for (String key : keys) {
                int dot = key.lastIndexOf('.');
                JsonPointer parent = pointer(dot < 0 ? "" : key.substring(0, dot));
                String name = key.substring(dot + 1);
                JsonNode value = from.at(parent).get(name);
                if (value != null) {
                    (parent.matches() ? mixed : mixed.withObject(parent)).set(name, value);
                } else if (mixed.at(parent) instanceof ObjectNode object) {
                    object.remove(name);
                }
            }
            return JSON.writeValueAsString(mixed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A recorded configuration is JSON", e);
        }
    }

    private static JsonPointer pointer(String key) {
        return JsonPointer.compile(key.isEmpty() ? "" : "/" + key.replace('.', '/'));
    }

    /**
     * A value as JSON has it.
     *
     * @param hasDefaults whether it is a section that has defaults as a whole, so that what is null in it has to be said
     */
    private static Object value(String key, Object value, boolean hasDefaults) {
        if (value instanceof Record r) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (RecordComponent c : r.getClass().getRecordComponents()) {
                String name = ConfigBinder.kebab(c.getName());
                Object field = component(r, c);
                boolean isSection = c.getType().isRecord()
                        && !c.getAnnotation(Setting.class).def().isEmpty();
                // What is null elsewhere was optional and left out, and is null again when it is left out here.
                if (field != null) {
                    fields.put(name, value(join(key, name), field, isSection));
                } else if (hasDefaults) {
                    fields.put(name, null);
                }
            }
            return fields;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((k, v) -> entries.put(String.valueOf(k), value(join(key, String.valueOf(k)), v, false)));
            return entries;
        } else if (value instanceof List<?> list) {
            return list.stream().map(v -> value(key, v, false)).toList();
        } else if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return Secrets.shown(key, String.valueOf(value));
    }

    /** The value of a component. */
    static Object component(Record record, RecordComponent c) {
        try {
            return c.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + c, e);
        }
    }

    private static String join(String key, String next) {
        return key.isEmpty() ? next : key + "." + next;
    }
}
