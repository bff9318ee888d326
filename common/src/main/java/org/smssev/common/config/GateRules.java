package org.smssev.common.config;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.smssev.common.config.IngestConfig.Gate;
import org.smssev.common.config.IngestConfig.Gates;
import org.yaml.snakeyaml.Yaml;

/** What must hold for the limits on what a release may lack. */
final class GateRules {
    /** The gate on how many there are; all others are on shares. */
    private static final String COUNT = "leftOut";

    private GateRules() {}

    static void check(Gates gates, BiConsumer<String, String> problem) {
        for (RecordComponent component : Gates.class.getRecordComponents()) {
            Gate limits = (Gate) ConfigDocument.component(gates, component);
            if (limits == null) {
                continue;
            }
            String at = "ingest.gates." + ConfigBinder.kebab(component.getName());
            if (!component.getName().equals(COUNT)) {
                share(at, limits, problem);
            }
            order(at, component.getAnnotation(Setting.class).def(), limits, problem);
        }
    }

    private static void share(String at, Gate limits, BiConsumer<String, String> problem) {
        if (isNoShare(limits.warn())) {
            problem.accept(at + ".warn", "must be a share from 0 to 1, but is " + limits.warn());
        }
        if (isNoShare(limits.fail())) {
            problem.accept(at + ".fail", "must be a share from 0 to 1, but is " + limits.fail());
        }
    }

    private static boolean isNoShare(Double limit) {
        return limit != null && !(limit >= 0 && limit <= 1);
    }

    /** A warning that is set and above the failure never comes; one by default that a strict failure goes below harms nobody. */
    private static void order(String at, String def, Gate limits, BiConsumer<String, String> problem) {
        if (limits.warn() == null || limits.fail() == null || limits.warn() <= limits.fail()) {
            return;
        }
        Map<String, Object> defaults = new Yaml().load(def);
        if (!Objects.equals(defaults.get("warn"), limits.warn())) {
            problem.accept(
                    at + ".warn", "must be at most " + at + ".fail (" + limits.fail() + "), but is " + limits.warn());
        }
    }
}
