package org.smssev.jobs.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A planted technology, as written in the resource technologies.tsv.
 *
 * @param index place in the resource, from 0
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param domain one of six domains
 * @param listed which input names it
 * @param tier 1 or 2 where the accounts of the method put it into Level 1, or into Level 2 or 3; else 0
 * @param ipc its own IPC symbols, most typical first
 * @param hubs IPC symbols that it shares with many technologies
 * @param bridges IPC symbols that it shares with one or two technologies of other domains
 * @param wordsEn English terms, most typical first
 * @param wordsZh Chinese terms, most typical first
 */
record Technology(
        int index,
        String nameEn,
        String nameZh,
        String domain,
        Listed listed,
        int tier,
        List<String> ipc,
        List<String> hubs,
        List<String> bridges,
        List<String> wordsEn,
        List<String> wordsZh) {

    /** The inputs that name a technology. */
    enum Listed {
        /** The list of controlled technologies. */
        C,
        /** The foreign watch list. */
        F,
        /** Both lists. */
        CF,
        /** No list: patents and nominations only. */
        X,
        /** No list and no patents: nominations only. */
        N
    }

    /** Identifier in the truth files, T01. */
    String id() {
        return String.format(java.util.Locale.ROOT, "T%02d", index + 1);
    }

    boolean hasPatents() {
        return listed != Listed.N;
    }

    boolean controlled() {
        return listed == Listed.C || listed == Listed.CF;
    }

    boolean watched() {
        return listed == Listed.F || listed == Listed.CF;
    }

    /** The technologies of the resource, those with patents first. */
    static List<Technology> all() {
        List<Technology> technologies = new ArrayList<>();
        for (String line : lines("technologies.tsv")) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("name_en")) {
                technologies.add(of(technologies.size(), cells));
            }
        }
        return List.copyOf(technologies);
    }

    /** The lines of a resource of this package. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Technology.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Technology of(int index, String[] cells) {
        return new Technology(
                index,
                cells[0],
                cells[1],
                cells[2],
                Listed.valueOf(cells[3]),
                cells[4].isEmpty() ? 0 : Integer.parseInt(cells[4]),
                list(cells[5]),
                list(cells[6]),
                list(cells[7]),
                list(cells[8]),
                list(cells[9]));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
