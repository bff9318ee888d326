package org.smssev.jobs.ingest.database;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which table of a database a file holds, by its header alone. */
final class TableRoles {

    private final List<Role> roles;

    /**
     * A table.
     *
     * @param name its name in the database
     * @param columns columns that it has, all of them telling
     * @param without columns that a table of similar header has and this one does not
     * @param alone whether it has no others than those
     * @param fills fields that it gives, for people to read; empty for a base table or one that is not used
     */
    record Role(String name, Set<String> columns, Set<String> without, boolean alone, String fills) {
        static Role of(String name, String columns, String without, String fills) {
            return new Role(name, words(columns), words(without), false, fills);
        }

        /** A table that has these columns and no others, and gives what others do in other editions. */
        static Role ofOnly(String name, String columns) {
            return new Role(name, words(columns), Set.of(), true, "");
        }

        private static Set<String> words(String words) {
            return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
        }

        private long shared(Set<String> header) {
            return columns.stream().filter(header::contains).count();
        }

        /** Whether a file's name in small letters starts with that of the table, {@code tls211_part01.csv}. */
        private boolean names(String file) {
            return file.startsWith(name)
                    && (file.length() == name.length() || !Character.isLetterOrDigit(file.charAt(name.length())));
        }

        boolean is(Set<String> header) {
            return header.containsAll(columns)
                    && (!alone || header.size() == columns.size())
                    && without.stream().noneMatch(header::contains);
        }
    }

    TableRoles(List<Role> roles) {
        this.roles = roles;
    }

    /** Name of the table that has such a header, whatever the case and order of its columns. */
    Optional<String> of(List<String> header) {
        Set<String> names = names(header);
        return roles.stream().filter(role -> role.is(names)).map(Role::name).findFirst();
    }

    /**
     * The table that a file of another header was to be, and what it lacks of it: {@code tls211, of which it lacks publn_kind}.
     * The file's name tells it, where it has one of the columns too, else half of its columns and two at least.
     *
     * @param file name of the file, without folders
     */
    Optional<String> near(String file, List<String> header) {
        Set<String> names = names(header);
        String name = file.toLowerCase(Locale.ROOT);
        return roles.stream()
                .filter(role -> role.shared(names) > 0 && !role.alone())
                .filter(role -> role.names(name)
                        || 2 * role.shared(names) >= Math.max(4, role.columns().size()))
                .max(Comparator.comparing((Role role) -> role.names(name))
                        .thenComparing(role -> role.names(name) ? role.name().length() : 0)
                        .thenComparing(role ->
                                (double) role.shared(names) / role.columns().size())
                        .thenComparing(Role::name, Comparator.reverseOrder()))
                .map(role -> role.name() + " without "
                        + role.columns().stream()
                                .filter(column -> !names.contains(column))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static Set<String> names(List<String> header) {
        Set<String> names = new HashSet<>();
        header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        return names;
    }

    /** What the records lack without the tables that are not there, a sentence each. */
    List<String> lacking(Set<String> present, String prefix) {
        return roles.stream()
                .filter(role ->
                        role.name().startsWith(prefix) && !role.fills().isEmpty() && !present.contains(role.name()))
                .map(role -> "without " + role.name() + " there is no " + role.fills())
                .toList();
    }
}
