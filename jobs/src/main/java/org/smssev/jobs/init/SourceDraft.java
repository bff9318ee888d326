package org.smssev.jobs.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.source.Inspection;

/**
 * A source for the configuration.
 *
 * @param name its name
 * @param path its file, or a pattern that fits its files and no other file of the folder
 * @param comment what it holds, for the reader of the configuration
 */
record SourceDraft(String name, String path, String comment) {
    /** The sources that read all patent files: one for all files of a layout in a folder if a pattern can name them. */
    static List<SourceDraft> of(FolderScan scan) {
        Map<String, List<PatentFile>> groups = scan.patents().stream()
                .collect(Collectors.groupingBy(
                        patent -> patent.sourceName() + " " + parent(patent.path()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Set<Path> all = new HashSet<>(scan.others().keySet());
        scan.patents().forEach(patent -> all.add(patent.path()));
        List<SourceDraft> drafts = new ArrayList<>();
        Map<String, Integer> names = new LinkedHashMap<>();
        for (List<PatentFile> group : groups.values()) {
            Map<Path, List<PatentFile>> byPath = group.stream()
                    .collect(Collectors.groupingBy(PatentFile::path, LinkedHashMap::new, Collectors.toList()));
            String pattern = byPath.size() == 1 ? null : pattern(byPath.keySet(), all);
            if (pattern != null) {
                drafts.add(draft(pattern, group, names));
            } else {
                byPath.forEach((path, files) -> drafts.add(draft(text(path), files, names)));
            }
        }
        return drafts;
    }

    private static SourceDraft draft(String path, List<PatentFile> files, Map<String, Integer> names) {
        String name = files.get(0).sourceName();
        int number = names.merge(name, 1, Integer::sum);
        return new SourceDraft(number == 1 ? name : name + "-" + number, path, comment(files));
    }

    private static String comment(List<PatentFile> files) {
        String layouts = files.stream()
                .map(file -> file.inspection().layout())
                .distinct()
                .collect(Collectors.joining(", "));
        if (files.get(0).inspection().kind() == Inspection.Kind.TABLE) {
            return "tables " + layouts;
        }
        long records =
                files.stream().mapToLong(file -> file.inspection().read()).sum();
        boolean isWhole = files.stream().allMatch(file -> file.inspection().whole());
        return String.format(
                Locale.ROOT,
                "%s, %s%,d %s",
                layouts,
                isWhole ? "" : "more than ",
                records,
                records == 1 ? "record" : "records");
    }

    /** A pattern that fits these files of one folder and no other file, or null. */
    private static String pattern(Collection<Path> files, Set<Path> all) {
        String folder = parent(files.iterator().next());
        List<String> names =
                files.stream().map(path -> path.getFileName().toString()).toList();
        String first = names.get(0);
        String prefix = names.stream().reduce(first, SourceDraft::commonPrefix);
        String suffix = first.substring(Math.max(0, first.indexOf('.')));
        for (String candidate : List.of("*" + suffix, prefix + "*" + suffix, prefix + "*")) {
            String regex = candidate.replaceAll("[^*]+", "\\\\Q$0\\\\E").replace("*", ".*");
            Set<Path> fitting = all.stream()
                    .filter(path -> parent(path).equals(folder)
                            && path.getFileName().toString().matches(regex))
                    .collect(Collectors.toSet());
            if (fitting.equals(Set.copyOf(files))) {
                return folder + candidate;
            }
        }
        return null;
    }

    private static String commonPrefix(String a, String b) {
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return a.substring(0, n);
    }

    private static String parent(Path path) {
        return path.getParent() == null ? "" : text(path.getParent()) + "/";
    }

    /** A path as configurations write it, on every system. */
    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The source as lines of the configuration. */
    String yaml() {
        return "    # " + comment + "\n    - name: " + name + "\n      path: " + ProjectInit.scalar(path) + "\n";
    }
}
