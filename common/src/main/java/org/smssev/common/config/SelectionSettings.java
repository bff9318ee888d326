package org.smssev.common.config;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.tables.MetaTables.Setting;

/** Which settings the selection of technologies rests on, and which of its inputs each of them describes. */
public final class SelectionSettings {
    /** An input of the selection. */
    public enum Input {
        /** How it is done; the files that ingest refers to included. */
        SETTINGS,
        /** Lists, what was picked from them, rules, nominations and decisions. */
        LISTS,
        /** Releases of patents. */
        PATENTS;

        /** Dotted keys of the settings that describe it, all below them included; none for what is left. */
        public List<String> keys() {
            return switch (this) {
                case SETTINGS -> List.of();
                case LISTS ->
                    List.of(
                            "survey.lists",
                            "survey.technologies",
                            "survey.rules",
                            "survey.labels",
                            "supplement.nominations",
                            "supplement.decisions");
                case PATENTS -> List.of("ingest.sources", "release");
            };
        }

        private boolean describes(String key) {
            return keys().stream().anyMatch(k -> key.equals(k) || key.startsWith(k + ".") || key.startsWith(k + "["));
        }
    }

    private static final String SELECTING =
            "(ingest|survey|cluster|network|citations|gap|screen|supplement|project|release)\\..*";
    /** What names a file, whose bytes count and not its name. */
    private static final String FILE = ".*\\.(paths?|previous)(\\[\\d+\\])?"
            + "|survey\\.(technologies|rules|labels)|supplement\\.(nominations|decisions)(\\[\\d+\\])?"
            + "|ingest\\.(data-folder|ipc-inventory|applicant-thesaurus|ipc-titles\\..*)"
            + "|evaluate\\.(experts|(scores|panel\\.comments)(\\[\\d+\\])?|panel\\.ahp\\.pairwise)";

    private static final String FILE_OR_NAME = FILE + "|project\\.(name|synthetic)";

    private SelectionSettings() {}

    /** Whether a setting names a file or folder that a run reads. */
    public static boolean isFile(String key) {
        return key.matches(FILE);
    }

    /** Those of all settings on which the selection rests, but for names of files, by the input that they describe. */
    public static Map<Input, Set<Setting>> of(List<Setting> all) {
        Map<Input, Set<Setting>> by = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            by.put(input, new HashSet<>());
        }
        all.stream()
                .filter(s -> s.key().matches(SELECTING) && !s.key().matches(FILE_OR_NAME))
                .forEach(s -> by.get(input(s.key())).add(s));
        return by;
    }

    private static Input input(String key) {
        return Input.LISTS.describes(key) ? Input.LISTS : Input.PATENTS.describes(key) ? Input.PATENTS : Input.SETTINGS;
    }
}
