package org.smssev.jobs.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
     * @throws UserException INPUT if an expert is named twice, or a sector is not industry, government or academia
     */
    static Map<String, Person> read(Path file) {
        Map<String, Person> people = new TreeMap<>();
        Sheets.Table table = Sheets.table(Sheets.read(file).get(0), file, "expert_id");
        for (Sheets.TableRow row : table.rows()) {
            String id = row.get("expert_id");
            if (id == null) {
                continue;
            }
            Person person = new Person(id, row.get("organisation"), sector(row, file), row.get("field"));
            if (people.put(id, person) != null) {
                throw new UserException(
                        Exit.INPUT, file + ", row " + row.number() + ": expert " + id + " is named twice; remove one");
            }
        }
        return people;
    }

    private static String sector(Sheets.TableRow row, Path file) {
        String given = row.get("sector");
        if (given == null) {
            return null;
        }
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "industry", "产业", "企业" -> "INDUSTRY";
            case "government", "政府" -> "GOVERNMENT";
            case "academia", "学术", "高校" -> "ACADEMIA";
            default ->
                throw new UserException(
                        Exit.INPUT,
                        file + ", cell " + row.reference("sector") + ": sector is '" + given
                                + "'; write industry, government or academia");
        };
    }
}
