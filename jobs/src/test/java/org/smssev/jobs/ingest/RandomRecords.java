package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.format.Field;

/**
 * Records of few publications that change from release to release: they leave and come back, join and leave families, stand
 * in other files, twice, or among marks of withdrawal and rejected records.
 */
final class RandomRecords {
    private static final List<String> PUBLICATIONS = List.of(
            "US7650331B2",
            "US2008123456A1",
            "US2009123456A1",
            "EP1234567A1",
            "EP1234567B1",
            "EP1234567B8",
            "CN101234567A",
            "CN101234567B",
            "JP2005123456A",
            "JP4123456B2",
            "WO2006012345A1",
            "DE102005012345A1",
            "KR20060012345A");
    private static final List<String> APPLICATIONS =
            List.of("US20050123456A", "EP20060012345A", "CN200610012345A", "JP20040123456A", "KR20050012345A");
    private static final List<String> TITLES =
            List.of("Battery cell", "Method of coating a plate", "电池", "Batterie à flux");
    private static final List<String> NAMES = List.of("ACME Inc.", "Acme", "BASF SE", "华为技术有限公司", "Müller GmbH");
    private static final List<String> COUNTRIES = List.of("US", "DE", "CN", "");
    private static final List<String> SYMBOLS =
            List.of("H01M 4/02", "H01M 10/0525", "C22C 1/00", "B05D 1/02", "H01M4/02", "X9", "H01M 4");
    private static final List<String> DAYS = List.of("2004-03-01", "2005-07-09", "2006-01-31", "2008-02-29");

    /** What a record of a source may say: a source of few columns leaves others to fill it. */
    static final List<Field> ALL = List.of(
            Field.PUBLICATION_NUMBER,
            Field.APPLICATION_NUMBER,
            Field.FAMILY_ID,
            Field.FAMILY_MEMBERS,
            Field.EXTENDED_FAMILY_ID,
            Field.PRIORITY_NUMBERS,
            Field.PRIORITY_DATE,
            Field.FILING_DATE,
            Field.PUBLICATION_DATE,
            Field.TITLE,
            Field.TITLE_LANGUAGE,
            Field.ABSTRACT,
            Field.IPC,
            Field.APPLICANTS,
            Field.APPLICANT_COUNTRIES,
            Field.INVENTORS,
            Field.CITED,
            Field.LANGUAGE,
            Field.WITHDRAWN,
            Field.LAST_CHANGE);

    static final List<Field> FEW = List.of(
            Field.PUBLICATION_NUMBER,
            Field.TITLE,
            Field.ABSTRACT,
            Field.IPC,
            Field.APPLICANTS,
            Field.PRIORITY_NUMBERS,
            Field.WITHDRAWN);

    private final Random random;
    private final List<Field> fields;
    private final double blank;
    private List<Map<Field, String>> records = new ArrayList<>();

    RandomRecords(Random random, List<Field> fields) {
        this.random = random;
        this.fields = fields;
        this.blank = random.nextDouble();
        while (records.size() < 8) {
            records.add(drawn());
        }
    }

    /** Columns of the files by their fields. */
    Map<String, String> columns() {
        return fields.stream().collect(Collectors.toMap(Field::key, Field::key));
    }

    /** What the next release gives: most as it was, some otherwise, fewer or more, in another order now and then. */
    void next() {
        List<Map<Field, String>> next = new ArrayList<>();
        for (Map<Field, String> record : records) {
            double what = random.nextDouble();
            if (what < .6) {
                next.add(record);
            } else if (what < .8) {
                Map<Field, String> changed = new EnumMap<>(record);
                Field field = fields.get(random.nextInt(fields.size()));
                changed.put(field, value(field));
                next.add(changed);
            } else if (what < .9) {
                next.add(drawn());
            }
        }
        next.add(drawn());
        if (random.nextInt(3) == 0) {
            Collections.shuffle(next, random);
        }
        records = next;
    }

    /** The records as the text of this many files. */
    List<String> files(int count) {
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new StringBuilder(line(fields.stream().map(Field::key).toList())));
        }
        for (Map<Field, String> record : records) {
            texts.get(random.nextInt(count))
                    .append(line(
                            fields.stream().map(f -> record.getOrDefault(f, "")).toList()));
        }
        return texts.stream().map(StringBuilder::toString).toList();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(c -> '"' + c + '"').collect(Collectors.joining(",", "", "\n"));
    }

    private Map<Field, String> drawn() {
        Map<Field, String> record = new EnumMap<>(Field.class);
        for (Field field : fields) {
            if (field == Field.PUBLICATION_NUMBER || random.nextDouble() >= blank) {
                record.put(field, value(field));
            }
        }
        return record;
    }

    private String value(Field field) {
        return switch (field) {
            case PUBLICATION_NUMBER -> random.nextInt(30) == 0 ? "" : one(PUBLICATIONS);
            case APPLICATION_NUMBER -> one(APPLICATIONS);
            case FAMILY_ID, EXTENDED_FAMILY_ID -> String.valueOf(100 + random.nextInt(5));
            case FAMILY_MEMBERS, CITED -> some(PUBLICATIONS);
            case PRIORITY_NUMBERS -> some(APPLICATIONS);
            case PRIORITY_DATE, FILING_DATE, PUBLICATION_DATE, LAST_CHANGE -> one(DAYS);
            case TITLE, ABSTRACT -> one(TITLES);
            case TITLE_LANGUAGE, LANGUAGE -> one(List.of("en", "zh", "fr", ""));
            case IPC -> some(SYMBOLS);
            case APPLICANTS, INVENTORS -> some(NAMES);
            case APPLICANT_COUNTRIES -> one(COUNTRIES) + ";" + one(COUNTRIES);
            case WITHDRAWN -> random.nextInt(8) == 0 ? "yes" : "";
            default -> throw new IllegalArgumentException(field.key());
        };
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String some(List<String> values) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            chosen.add(one(values));
        }
        return String.join(";", chosen);
    }
}
