package org.smssev.jobs.ingest.format;

import java.io.Serializable;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;

/**
 * What a user says about names of applicants: a name, or a pattern with {@code *} for any text, to the name to use.
 * Immutable.
 */
public final class ApplicantThesaurus implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One that says nothing. */
    public static final ApplicantThesaurus EMPTY = new ApplicantThesaurus();

    private static final List<String> NAMES =
            List.of("label", "name", "pattern", "name or pattern", "raw name", "from");
    private static final List<String> CANONICAL =
            List.of("replace by", "canonical", "canonical name", "harmonised name", "harmonized name", "to");
    private static final int MAX_PATTERNS = 10_000;

    private final HashMap<String, String> exact = new HashMap<>();
    /** By the name with its legal forms. */
    private final HashMap<String, String> spelled = new HashMap<>();

    private final HashMap<String, String> harmonised = new HashMap<>();
    /** Harmonised names of which entries give different names to use. */
    private final HashSet<String> ambiguous = new HashSet<>();

    private final ArrayList<Pattern> patterns = new ArrayList<>();

    /**
     * A name with gaps.
     *
     * @param parts texts that follow one another, the first at the start, the last at the end
     */
    private record Pattern(ArrayList<String> parts, String canonical) implements Serializable {
        private static final long serialVersionUID = 1L;

        boolean matches(String name) {
            int last = parts.size() - 1;
            String first = parts.get(0);
            String end = parts.get(last);
            if (name.length() < first.length() + end.length() || !name.startsWith(first) || !name.endsWith(end)) {
                return false;
            }
            int at = first.length();
            int limit = name.length() - end.length();
            for (String part : parts.subList(1, last)) {
                int found = name.indexOf(part, at);
                if (found < 0 || found + part.length() > limit) {
                    return false;
                }
                at = found + part.length();
            }
            return true;
        }
    }

    private ApplicantThesaurus() {}

    /**
     * Reads a thesaurus: CSV, tab-separated text or XLSX, with a header. The name is in a column {@code label}, {@code name}
     * or {@code pattern}, the name to use in {@code replace by} (as VOSviewer has them), {@code canonical} or
     * {@code canonical name}.
     *
     * @throws UserException INPUT if there is no such file or header, a row lacks the name to use, or two rows contradict
     */
    public static ApplicantThesaurus load(Path file) {
        Sheets.Sheet sheet = Sheets.read(file).get(0);
        for (String name : NAMES) {
            for (String canonical : CANONICAL) {
                if (Sheets.hasHeader(sheet, name, canonical)) {
                    return of(Sheets.table(sheet, file, name, canonical), name, canonical, file);
                }
            }
        }
        throw new UserException(
                Exit.INPUT,
                "Thesaurus " + file + " has no header with a column of names (" + String.join(", ", NAMES)
                        + ") and one of the names to use (" + String.join(", ", CANONICAL) + "): add it");
    }

    /** A thesaurus of names and patterns in their order. */
    static ApplicantThesaurus of(Map<String, String> entries) {
        ApplicantThesaurus thesaurus = new ApplicantThesaurus();
        entries.forEach(thesaurus::add);
        return thesaurus;
    }

    private static ApplicantThesaurus of(Sheets.Table table, String nameColumn, String canonicalColumn, Path file) {
        ApplicantThesaurus thesaurus = new ApplicantThesaurus();
        for (Sheets.TableRow row : table.rows()) {
            String name = row.get(nameColumn);
            String canonical = row.get(canonicalColumn);
            if (name == null && canonical == null) {
                continue;
            }
            if (name == null || canonical == null) {
                throw bad(file, row, "it needs both a name and the name to use");
            }
            String before = thesaurus.add(name, canonical);
            if (before != null && !before.equals(canonical)) {
                throw bad(
                        file, row, "'" + name + "' is to become '" + canonical + "' here, '" + before + "' further up");
            }
            if (thesaurus.patterns.size() > MAX_PATTERNS) {
                throw bad(file, row, "there are more than " + MAX_PATTERNS + " patterns; write names in full");
            }
        }
        return thesaurus;
    }

    private static UserException bad(Path file, Sheets.TableRow row, String why) {
        return new UserException(Exit.INPUT, "Thesaurus " + file + ", row " + row.number() + ": " + why);
    }

    /** Adds an entry; gives the name that the same text had before. */
    private String add(String name, String canonical) {
        String key = key(name);
        if (key.indexOf('*') < 0) {
            spelled.putIfAbsent(ApplicantNames.spelled(name), canonical);
            String plain = ApplicantNames.plain(name);
            String other = harmonised.putIfAbsent(plain, canonical);
            if (other != null && !other.equals(canonical)) {
                ambiguous.add(plain);
            }
            return exact.putIfAbsent(key, canonical);
        }
        ArrayList<String> parts = new ArrayList<>(List.of(key.split("\\*", -1)));
        patterns.add(new Pattern(parts, canonical));
        return null;
    }

    /** Number of names and patterns. */
    public int size() {
        return exact.size() + patterns.size();
    }

    /**
     * The name to use: by the name as it stands but for case, width and blanks, else but for punctuation, too, else by the
     * harmonised name, if no two entries of one give different names to use ({@code Merck KGaA} and {@code Merck & Co.}), else
     * by the first pattern that the first or the last of these matches.
     */
    Optional<String> canonical(String raw, String plain) {
        if (exact.isEmpty() && patterns.isEmpty()) {
            return Optional.empty();
        }
        String key = key(raw);
        String found = exact.get(key);
        if (found == null) {
            found = spelled.get(ApplicantNames.spelled(raw));
        }
        if (found == null && !ambiguous.contains(plain)) {
            found = harmonised.get(plain);
        }
        if (found != null) {
            return Optional.of(found);
        }
        return patterns.stream()
                .filter(p -> p.matches(key) || p.matches(plain))
                .findFirst()
                .map(Pattern::canonical);
    }

    private static String key(String name) {
        String half = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return half.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
