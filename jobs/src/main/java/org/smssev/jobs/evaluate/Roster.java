package org.smssev.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;

/** The experts as their file names them: columns expert_id, and if given organisation, sector and field. */
final class Roster {
    private Roster() {}

    /** An expert; all but the id may be null. */
    record Person(String expertId, String organisation, String sector, String field) {}

    /**
     * Reads the experts, by id.
     *
     * @throws UserException INPUT naming every expert named twice and every sector that is none
     */
    static Map<String, Person> read(Path file) {
        Map<String, Person> people = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        Sheets.Table table = Sheets.table(Sheets.read(file).get(0), file, "expert_id");
        for (Sheets.TableRow row : table.rows()) {
            String id = row.get("expert_id");
            if (id == null) {
                continue;
            }
            String given = row.get("sector");
            String sector = given == null ? null : sectorOf(given).orElse(null);
            if (given != null && sector == null) {
                problems.add(file + ", cell " + row.reference("sector") + ": unknown sector ('" + given
                        + "'). Write industry, government or academia.");
            }
            Person person = new Person(id, row.get("organisation"), sector, row.get("field"));
            if (people.put(id, person) != null) {
                problems.add(file + ", row " + row.number() + ": expert " + id + " occurs twice. Remove one row.");
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(Exit.INPUT, String.join("\n", problems));
        }
        return people;
    }

    /** INDUSTRY, GOVERNMENT or ACADEMIA; empty for another word. */
    static Optional<String> sectorOf(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "industry", "产业", "企业" -> Optional.of("INDUSTRY");
            case "government", "政府" -> Optional.of("GOVERNMENT");
            case "academia", "学术", "高校" -> Optional.of("ACADEMIA");
            default -> Optional.empty();
        };
    }
}
