package org.smssev.common.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.MetaTables;

/** A resolved configuration as dotted keys and values. */
public final class ConfigText {
    private ConfigText() {}

    /** Every setting, in the order of declaration; secrets are hidden. */
    public static List<MetaTables.Setting> flat(Config config) {
        List<MetaTables.Setting> out = new ArrayList<>();
        add("", config, out);
        return out;
    }

    private static void add(String key, Object value, List<MetaTables.Setting> out) {
        if (value instanceof Record r) {
            for (RecordComponent c : r.getClass().getRecordComponents()) {
                try {
                    add(
                            join(key, ConfigBinder.kebab(c.getName())),
                            c.getAccessor().invoke(r),
                            out);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("Cannot read " + c, e);
                }
            }
        } else if (value instanceof Map<?, ?> m) {
            m.forEach((k, v) -> add(join(key, String.valueOf(k)), v, out));
        } else if (value instanceof List<?> l) {
            for (int i = 0; i < l.size(); i++) {
                add(key + "[" + i + "]", l.get(i), out);
            }
        } else if (value != null) {
            out.add(new MetaTables.Setting(key, Secrets.shown(key, String.valueOf(value))));
        }
    }

    private static String join(String key, String next) {
        return key.isEmpty() ? next : key + "." + next;
    }
}
