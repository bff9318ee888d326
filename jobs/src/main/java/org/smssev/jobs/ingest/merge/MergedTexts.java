package org.smssev.jobs.ingest.merge;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.common.text.Languages;
import org.smssev.jobs.ingest.digest.Reading;

/**
 * Texts of several records of one publication: the title in the language that comes first by preference, of the first record
 * that has one, and an abstract of the same language where there is one.
 *
 * @param language that of the record whose title it is, where it is known
 * @param isDetected whether the language is told by the words of the title, and by no source
 */
record MergedTexts(String title, String abstractText, String language, boolean isDetected) {
    /** Languages that are told by their script. */
    private static final Set<String> OWN_SCRIPT = Set.of("zh", "ja", "ko", "ru");

    /** The texts of one record. */
    static MergedTexts of(Patent record) {
        return new MergedTexts(
                record.title(), record.abstractText(), record.language(), Reading.detectsLanguage(record));
    }

    /**
     * The texts of records.
     *
     * @param records in order of precedence
     * @param preference two-letter languages, the best first; where it is empty, precedence alone counts
     */
    static MergedTexts of(List<Patent> records, List<String> preference) {
        Patent titled = null;
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < records.size() && best > 0; i++) {
            Patent p = records.get(i);
            int rank = p.title() == null ? Integer.MAX_VALUE : rank(p.title(), p, preference);
            if (rank < best) {
                best = rank;
                titled = p;
            }
        }
        Patent told =
                titled != null && titled.language() != null ? ofSameTitle(titled, records) : withLanguage(records);
        return new MergedTexts(
                titled == null ? null : titled.title(),
                summary(records, titled, preference),
                told == null ? null : told.language(),
                told != null && Reading.detectsLanguage(told));
    }

    /** The record that tells the language of a title: that which has it, or where that only detects it another of the same title. */
    private static Patent ofSameTitle(Patent titled, List<Patent> records) {
        return Stream.concat(Stream.of(titled), records.stream())
                .filter(p -> p.language() != null
                        && !Reading.detectsLanguage(p)
                        && titled.title().equalsIgnoreCase(p.title()))
                .findFirst()
                .orElse(titled);
    }

    /**
     * These texts as a correction of what was known before: one of a language that is preferred stays, and a language that a source
     * told before wins over one that is detected of a title that may be of it.
     *
     * @param earlier the publication as it was
     * @param preference as for {@link #of}
     */
    MergedTexts after(Patent earlier, List<String> preference) {
        boolean hasTitle = title != null && !givesWay(title, earlier.title(), earlier, preference);
        boolean hasAbstract =
                abstractText != null && !givesWay(abstractText, earlier.abstractText(), earlier, preference);
        boolean staysTold = isDetected
                && hasTitle
                && earlier.language() != null
                && !Reading.detectsLanguage(earlier)
                && language(title, earlier).equals(earlier.language());
        boolean isKept = staysTold || language == null || title != null && !hasTitle;
        return new MergedTexts(
                hasTitle ? title : earlier.title(),
                hasAbstract ? abstractText : earlier.abstractText(),
                isKept ? earlier.language() : language,
                isKept ? Reading.detectsLanguage(earlier) : isDetected);
    }

    /** Whether one of these texts is of a language that is less preferred than that of the one before; not where that is not known. */
    private boolean givesWay(String text, String before, Patent earlier, List<String> preference) {
        if (before == null) {
            return false;
        }
        // Words alone may mislead: a text whose language is only detected may be of that of the other.
        boolean wasDetected = Reading.detectsLanguage(earlier) && language != null;
        String now = language(text, isDetected ? earlier.language() : language);
        String then = language(before, wasDetected ? language : earlier.language());
        return !now.equals(Languages.UNKNOWN) && rank(now, preference) > rank(then, preference);
    }

    private static Patent withLanguage(List<Patent> records) {
        return records.stream().filter(p -> p.language() != null).findFirst().orElse(null);
    }

    private static String summary(List<Patent> records, Patent titled, List<String> preference) {
        String wanted = titled == null ? null : language(titled.title(), titled);
        String summary = null;
        int best = Integer.MAX_VALUE;
        for (Patent p : records) {
            if (p.abstractText() == null) {
                continue;
            }
            if (wanted != null && wanted.equals(language(p.abstractText(), p))) {
                return p.abstractText();
            }
            int rank = rank(p.abstractText(), p, preference);
            if (rank < best) {
                best = rank;
                summary = p.abstractText();
            }
        }
        return summary;
    }

    private static int rank(String text, Patent of, List<String> preference) {
        return rank(language(text, of), preference);
    }

    private static int rank(String language, List<String> preference) {
        int at = preference.isEmpty() ? 0 : preference.indexOf(language);
        return at < 0 ? preference.size() : at;
    }

    /**
     * The language of a text of a record. That of the record is of the publication, so that a title may be a translation; it
     * counts among languages of one script, unless words of the text are of one of them alone.
     */
    private static String language(String text, Patent of) {
        return language(text, of.language());
    }

    private static String language(String text, String told) {
        String start = Languages.ofStart(text);
        if (told == null) {
            return start;
        }
        boolean isOneScript = start.equals(Languages.UNKNOWN)
                || start.equals("zh") && told.equals("ja")
                || !OWN_SCRIPT.contains(start) && !OWN_SCRIPT.contains(told) && !Languages.isSure(text);
        return isOneScript ? told : start;
    }
}
