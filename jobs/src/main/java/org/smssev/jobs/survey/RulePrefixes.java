package org.smssev.jobs.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smssev.common.ipc.IpcInventory;
import org.smssev.common.ipc.IpcInventory.Status;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.survey.OperatorSheets.RuleLine;

/** Holds the IPC prefixes of experts' rules against the inventory, as one that never was a symbol catches no patent. */
final class RulePrefixes {
    private static final int SHOWN = 5;
    /** Sections and classes stand in no inventory. */
    private static final int SUBCLASS = 4;

    private RulePrefixes() {}

    /** Warns of prefixes that are not in force. */
    static void check(StageContext context, List<RuleLine> rules, Path inventory) {
        List<String> unknown = notInForce(rules, IpcInventory.load(inventory));
        context.warnAbove(
                "rule_prefixes_not_in_force",
                "",
                unknown.size(),
                0,
                "prefixes in survey.rules are not IPC symbols in force (ingest.ipc-inventory). Reclassified patents no"
                        + " longer have them. Correct these: "
                        + String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())))
                        + (unknown.size() > SHOWN ? ", ..." : ""));
    }

    /** Prefixes that are not in force, with the line and what they are, in the order of the file. */
    static List<String> notInForce(List<RuleLine> rules, IpcInventory inventory) {
        List<String> unknown = new ArrayList<>();
        for (RuleLine rule : rules) {
            List<String> prefixes = new ArrayList<>(List.of(rule.ipc()));
            prefixes.addAll(rule.excludedIpc());
            for (String prefix : prefixes) {
                Status status = prefix.length() < SUBCLASS ? Status.IN_FORCE : inventory.status(prefix);
                if (status != Status.IN_FORCE) {
                    unknown.add(rule.where() + " " + prefix + " (" + status + ")");
                }
            }
        }
        return unknown;
    }
}
