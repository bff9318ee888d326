package org.smssev.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stage.Stage;
import org.smssev.jobs.Stages;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands in the groups and the order in which the help lists them. */
final class CommandGroups {
    private static final int NAME_WIDTH = 12;

    private CommandGroups() {}

    /** The names of the commands by group. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Start here", List.of("demo", "init", "inspect", "run"));
        groups.put("Read results", List.of("sql", "tables", "explain", "diff", "export"));
        groups.put("Run a panel", List.of("scoresheet"));
        groups.put("Operate", List.of("status", "verify", "vacuum", "bench", "generate", "completion"));
        groups.put("Run a single stage", Stages.all().stream().map(Stage::name).toList());
        return groups;
    }

    /** Makes the help list the commands by group. */
    static void install(CommandLine line) {
        line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::text);
    }

    private static String text(Help help) {
        StringBuilder text = new StringBuilder();
        all().forEach((group, names) -> {
            text.append(String.format("%n%s:%n", group));
            for (String name : names) {
                String[] description = help.subcommands()
                        .get(name)
                        .commandSpec()
                        .usageMessage()
                        .description();
                text.append("  ")
                        .append(name)
                        .append(" ".repeat(NAME_WIDTH - name.length()))
                        .append(description[0]);
                text.append(System.lineSeparator());
            }
        });
        return text.toString();
    }
}
