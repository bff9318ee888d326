package org.smssev.jobs.ingest.database;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        Set<String> names = new HashSet<>();
        header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        return roles.stream().filter(role -> role.is(names)).map(Role::name).findFirst();
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
