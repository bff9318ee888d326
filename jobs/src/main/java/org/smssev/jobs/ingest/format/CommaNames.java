package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smssev.jobs.ingest.name.LegalForms;
import org.smssev.jobs.ingest.name.NameWords;
import org.smssev.jobs.ingest.name.Persons;

/**
 * Names that a cell joins by a comma and a blank, {@code Gearbox, Inc., Lanny L. Johnson}, though names hold these as well: what
 * can be no name alone, a legal form or what stands behind the name of a person, is of the name in front of it.
 */
final class CommaNames {
    private static final Pattern SEPARATOR = Pattern.compile(", ");
    /** Where old German documents tell an applicant: {@code Schneider, Michael, 5450 Neuwied, De}. */
    private static final Pattern GERMAN_PLACE = Pattern.compile("\\G(.+?), \\d{4} [^,]+, De(?:, |$)");

    /** What is no name behind a comma, in capitals, though it may be a part of one, or stand for nothing, elsewhere. */
    private static final Set<String> BEHIND =
            Set.of("N.A.", "L.C.", "A BODY CORPORATE", "ア ボディー コーポレイト", "インク", "アーゲー", "エルピー");

    private static final int LONGEST_BEHIND = 20;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CommaNames() {}

    /**
     * The names of a cell.
     *
     * @param office of the publication: lists of Japanese ones have each name in Japanese, often in two spellings, and mostly in
     *     Latin letters beside it; these alone are taken then
     */
    static List<String> of(String cell, String office) {
        List<String> names = placed(cell);
        if (names.isEmpty()) {
            names = joined(cell);
        }
        return office.equals("JP") ? once(names) : names;
    }

    /** The names in front of German places; empty where not all of the cell is such. */
    private static List<String> placed(String cell) {
        List<String> names = new ArrayList<>();
        Matcher m = GERMAN_PLACE.matcher(cell);
        int end = 0;
        while (m.find()) {
            names.add(Cleaning.line(m.group(1)));
            end = m.end();
        }
        return end == cell.length() ? names : List.of();
    }

    private static List<String> joined(String cell) {
        List<StringBuilder> names = new ArrayList<>();
        String[] parts = SEPARATOR.split(Cleaning.text(cell));
        int whole = parts.length > 1 && CutCells.isCut(cell) ? parts.length - 1 : parts.length;
        for (String part : Arrays.asList(parts).subList(0, whole)) {
            String raw = part.strip();
            boolean isFirst = names.isEmpty();
            boolean isBehind =
                    !isFirst && raw.length() <= LONGEST_BEHIND && BEHIND.contains(raw.toUpperCase(Locale.ROOT));
            String name = isBehind ? raw : withoutCommasAtEnd(Cleaning.line(part));
            if (isBehind || !isFirst && (Persons.isBehindName(name) || LegalForms.isForm(name))) {
                names.get(names.size() - 1).append(", ").append(name);
            } else if (name.codePoints().anyMatch(Character::isLetterOrDigit)) {
                names.add(new StringBuilder(name));
            }
        }
        return names.stream().map(StringBuilder::toString).toList();
    }

    /** By hand, as a pattern looks at each run of commas from each of its places on. */
    private static String withoutCommasAtEnd(String part) {
        int end = part.length();
        while (end > 0 && (",，".indexOf(part.charAt(end - 1)) >= 0 || Character.isWhitespace(part.charAt(end - 1)))) {
            end--;
        }
        return part.substring(0, end);
    }

    /** Each name once, whatever its blanks and the order of its words: those in Latin letters where there are any. */
    private static List<String> once(List<String> names) {
        Map<String, String> latin = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (String name : names) {
            boolean isLatin = name.chars().noneMatch(c -> NameWords.isEastAsian((char) c));
            (isLatin ? latin : others)
                    .putIfAbsent(BLANKS.splitAsStream(name).sorted().collect(Collectors.joining()), name);
        }
        return List.copyOf((latin.isEmpty() ? others : latin).values());
    }
}
