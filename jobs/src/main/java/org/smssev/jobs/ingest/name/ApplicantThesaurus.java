package org.smssev.jobs.ingest.name;

import java.io.Serializable;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.Sheets;

/**
 * What a user says about names of applicants: a name, or a pattern with {@code *} for any text, to the name to use. A name to
 * use that is itself listed, in full, becomes what the list says of it. Immutable.
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
    /** Names to use by themselves with their legal forms, and without. */
    private final HashMap<String, String> ownSpelled = new HashMap<>();

    private final HashMap<String, String> ownHarmonised = new HashMap<>();
    /** Names as the list has them, until those to use are followed. */
    private final LinkedHashMap<String, String> listed = new LinkedHashMap<>();
    /** Harmonised names of which entries give different names to use. */
    private final HashSet<String> ambiguous = new HashSet<>();

    private final ArrayList<Pattern> patterns = new ArrayList<>();

    /**
     * A name with gaps.
     *
     * @param folded texts that follow one another, the first at the start, the last at the end; with their punctuation
     * @param words the same without punctuation, as harmonised names are; null where nothing would be left of one
     */
    private record Pattern(ArrayList<String> folded, ArrayList<String> words, String canonical)
            implements Serializable {
        private static final long serialVersionUID = 2L;

        static Pattern of(String key, String canonical) {
            ArrayList<String> folded = new ArrayList<>(List.of(key.split("\\*", -1)));
            ArrayList<String> words = new ArrayList<>();
            for (int i = 0; i < folded.size(); i++) {
                String part = folded.get(i);
                String spelled = ApplicantNames.spelled(part);
                boolean hasWord = !spelled.isEmpty() || part.isEmpty();
                if (!hasWord || i > 0 && isCut(part, 0) || i < folded.size() - 1 && isCut(part, part.length() - 1)) {
                    return new Pattern(folded, null, canonical);
                }
                words.add((part.startsWith(" ") ? " " : "") + spelled + (part.endsWith(" ") ? " " : ""));
            }
            return new Pattern(folded, words, canonical);
        }

        /** Whether punctuation stands beside a gap: without it, *.com would match Telecom. */
        private static boolean isCut(String part, int at) {
            return !part.isEmpty() && part.charAt(at) != ' ' && !Character.isLetterOrDigit(part.charAt(at));
        }

        boolean matches(String key, String spelled, String plain) {
            return matches(folded, key) || words != null && (matches(words, spelled) || matches(words, plain));
        }

        private static boolean matches(List<String> parts, String name) {
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
     * @throws UserException INPUT if there is no such file or header, a row lacks the name to use, two rows contradict, or names
     *     to use lead back to one another
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
                file + ": header not found in the thesaurus of applicants. Add a column for names ("
                        + String.join(", ", NAMES) + ") and one for the names to use ("
                        + String.join(", ", CANONICAL) + ").");
    }

    /** A thesaurus of names and patterns in their order. */
    static ApplicantThesaurus of(Map<String, String> entries) {
        ApplicantThesaurus thesaurus = new ApplicantThesaurus();
        entries.forEach(thesaurus::add);
        thesaurus.follow("");
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
                throw bad(file, row, "a name is missing. Give both the name and the name to use.");
            }
            String before = thesaurus.add(name, canonical);
            if (before != null && !before.equals(canonical)) {
                throw bad(
                        file,
                        row,
                        "'" + name + "' has two names to use, '" + canonical + "' and, further up, '" + before
                                + "'. Remove one row.");
            }
            if (thesaurus.patterns.size() > MAX_PATTERNS) {
                throw bad(file, row, "there are more than " + MAX_PATTERNS + " patterns. Write names in full.");
            }
        }
        thesaurus.follow(" " + file);
        return thesaurus;
    }

    private static UserException bad(Path file, Sheets.TableRow row, String why) {
        return new UserException(Exit.INPUT, file + ", row " + row.number() + ": " + why);
    }

    /** Adds an entry; gives the name that the same text had before. */
    private String add(String name, String canonical) {
        String key = key(name);
        if (key.indexOf('*') < 0) {
            listed.putIfAbsent(name, canonical);
            spelled.putIfAbsent(ApplicantNames.spelled(name), canonical);
            return exact.putIfAbsent(key, canonical);
        }
        patterns.add(Pattern.of(ApplicantNames.fold(key), canonical));
        return null;
    }

    /** Follows names to use that are listed themselves, and takes up those that are not as names of their own. */
    private void follow(String file) {
        // In the order of the list, as of names spelled alike the first counts.
        LinkedHashMap<String, String> ends = new LinkedHashMap<>();
        List<String> names = Stream.concat(
                        listed.values().stream(), patterns.stream().map(Pattern::canonical))
                .distinct()
                .toList();
        for (String name : names) {
            ends.put(name, end(name, file));
        }
        exact.replaceAll((name, canonical) -> ends.get(canonical));
        spelled.replaceAll((name, canonical) -> ends.get(canonical));
        patterns.replaceAll(p -> new Pattern(p.folded(), p.words(), ends.get(p.canonical())));
        listed.forEach((name, canonical) -> {
            String plain = ApplicantNames.plain(name);
            putOrTell(harmonised, plain, ends.get(canonical));
        });
        for (String name : ends.values()) {
            ownSpelled.putIfAbsent(ApplicantNames.spelled(name), name);
            putOrTell(ownHarmonised, ApplicantNames.plain(name), name);
        }
        listed.clear();
    }

    private void putOrTell(Map<String, String> names, String plain, String canonical) {
        String other = names.putIfAbsent(plain, canonical);
        if (other != null && !other.equals(canonical)) {
            ambiguous.add(plain);
        }
    }

    /** What a name to use becomes at last. */
    private String end(String canonical, String file) {
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        String at = canonical;
        String next = listed(at);
        while (next != null && !next.equals(at)) {
            if (!seen.add(at)) {
                throw new UserException(
                        Exit.INPUT,
                        "Thesaurus" + file + ": names to use form a circle ('" + String.join("' to '", seen) + "' to '"
                                + at + "'). Remove one of these rows.");
            }
            at = next;
            next = listed(at);
        }
        return at;
    }

    /** What the list says of a name, as it stands or but for punctuation; null if nothing. */
    private String listed(String name) {
        String found = exact.get(key(name));
        return found == null ? spelled.get(ApplicantNames.spelled(name)) : found;
    }

    /**
     * The name to use: by the name as it stands but for case, width and blanks, else but for accents and punctuation, too, else by
     * the harmonised name, or if two entries of one give different names to use ({@code Merck KGaA} and {@code Merck & Co.}), by
     * the name with fewer of its legal forms, else by the first pattern that one of these matches, without accents; else, of a name
     * to use, that name.
     */
    Optional<String> canonical(String raw, String plain) {
        if (exact.isEmpty() && patterns.isEmpty()) {
            return Optional.empty();
        }
        String key = key(raw);
        String found = exact.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        String words = ApplicantNames.spelled(raw);
        found = spelled.get(words);
        boolean isAmbiguous = ambiguous.contains(plain);
        if (found == null) {
            found = isAmbiguous ? withFewerForms(words, plain, spelled) : harmonised.get(plain);
        }
        if (found == null && !patterns.isEmpty()) {
            found = ofPattern(ApplicantNames.fold(key), words, plain);
        }
        if (found == null) {
            found = ownSpelled.get(words);
        }
        if (found == null) {
            found = isAmbiguous ? withFewerForms(words, plain, ownSpelled) : ownHarmonised.get(plain);
        }
        return Optional.ofNullable(found);
    }

    /** By a name without the last of its legal forms, but not without all: {@code Merck & Co., Inc.} is {@code Merck & Co.} */
    private static String withFewerForms(String words, String plain, Map<String, String> names) {
        String found = null;
        String left = words;
        int end = left.lastIndexOf(' ');
        while (found == null && end > 0 && LegalForms.isForm(left.substring(end + 1))) {
            left = left.substring(0, end);
            found = left.equals(plain) ? null : names.get(left);
            end = left.lastIndexOf(' ');
        }
        return found;
    }

    private String ofPattern(String folded, String words, String plain) {
        for (Pattern pattern : patterns) {
            if (pattern.matches(folded, words, plain)) {
                return pattern.canonical();
            }
        }
        return null;
    }

    private static String key(String name) {
        String half = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return Capitals.of(half.strip()).replaceAll("\\s+", " ");
    }
}
