package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;

/**
 * All that a stage's tables depend on, as a digest: two computations of equal fingerprint give equal tables.
 *
 * @param code version of the code
 * @param base the run of the earlier release, on whose tables some stages build
 */
record Fingerprint(Config config, String code, Optional<MetaTables.Run> base) {
    private static final char LIMITS = '-';

    /** The part of a fingerprint that its tables depend on, without the limits at which the stage fails. */
    static String ofTables(String fingerprint) {
        int limits = fingerprint.indexOf(LIMITS);
        return limits < 0 ? fingerprint : fingerprint.substring(0, limits);
    }

    /** A digest over a stage's files and the versions of the tables it reads, and one of its limits, if any. */
    String of(Stage stage, Map<String, List<InputFile>> files, Map<String, Long> versions) {
        List<String> parts = new ArrayList<>(List.of(stage.name(), code));
        stage.settings(config).forEach(s -> parts.add(String.valueOf(s)));
        files.forEach((role, list) -> list.forEach(f -> {
            parts.add(role);
            parts.add(f.name());
            parts.add(f.sha256());
        }));
        for (Class<? extends Record> t : stage.reads()) {
            String name = TableDef.of(t).name();
            parts.add(name + "@" + versions.get(name));
        }
        if (stage.buildsOnEarlierRelease()) {
            base.ifPresent(b -> b.tables().stream()
                    .filter(v -> stage.writes().stream()
                            .anyMatch(w -> TableDef.of(w).name().equals(v.table())
                                    && !TableDef.of(w).append()))
                    .forEach(v -> parts.add("base " + v)));
        }
        List<String> limits = stage.limits(config).stream().map(String::valueOf).toList();
        return CodeVersion.ofText(parts) + (limits.isEmpty() ? "" : LIMITS + CodeVersion.ofText(limits));
    }
}
