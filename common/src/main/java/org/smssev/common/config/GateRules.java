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
    private GateRules() {}

    static void check(Gates gates, BiConsumer<String, String> problem) {
        share("quarantined", gates.quarantined(), problem);
        share("without-ipc", gates.withoutIpc(), problem);
        share("without-country", gates.withoutCountry(), problem);
        share("drop", gates.drop(), problem);
        for (RecordComponent gate : Gates.class.getRecordComponents()) {
            order(gate, (Gate) ConfigDocument.component(gates, gate), problem);
        }
    }

    private static void share(String gate, IngestConfig.Gate limits, BiConsumer<String, String> problem) {
        if (limits == null) {
            return;
        }
        String at = key(gate);
        if (isNoShare(limits.warn())) {
            problem.accept(at + ".warn", "is a share, from 0 to 1, but is " + limits.warn());
        }
        if (isNoShare(limits.fail())) {
            problem.accept(at + ".fail", "is a share, from 0 to 1, but is " + limits.fail());
        }
    }

    private static boolean isNoShare(Double limit) {
        return limit != null && !(limit >= 0 && limit <= 1);
    }

    /** A warning that is set and above the failure never comes; one by default that a strict failure goes below harms nobody. */
    private static void order(RecordComponent component, Gate limits, BiConsumer<String, String> problem) {
        if (limits == null || limits.warn() == null || limits.fail() == null || limits.warn() <= limits.fail()) {
            return;
        }
        Map<String, Object> defaults =
                new Yaml().load(component.getAnnotation(Setting.class).def());
        if (!Objects.equals(defaults.get("warn"), limits.warn())) {
            String at = key(ConfigBinder.kebab(component.getName()));
            problem.accept(
                    at + ".warn",
                    "must not be more than " + at + ".fail, which is " + limits.fail() + ", but is " + limits.warn());
        }
    }

    private static String key(String gate) {
        return "ingest.gates." + gate;
    }
}
