package org.smssev.jobs.measure.citation;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;
import org.smssev.common.text.KeyIndex;
import org.smssev.jobs.measure.FamilyColumns;

/**
 * Finds the publication that a cited number means: the number itself, else one that differs in kind only, as sources
 * leave the kind out or name the application where the data hold the grant. The least such number is taken; where they
 * belong to several families nothing is guessed. A Japanese number under another kind may be another patent, and is not
 * taken, nor is one of a kind whose numbers are counted apart. Without a kind the digits of an unexamined application of Heisei 5 are
 * those of a Japanese patent of 2012, so that nothing is taken that is later than what cites it, and of numbers of an era unexamined
 * applications alone, which have most citations.
 */
final class Resolver implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What became of a cited number. */
    enum Outcome {
        /** The number is in the data. */
        EXACT,
        /** Either number has no kind, and they agree otherwise. */
        WITHOUT_KIND,
        /** The numbers agree but for their kinds. */
        OTHER_KIND,
        /** Publications of several families agree. */
        AMBIGUOUS,
        /** None agrees: the citation points outside the data. */
        OUTSIDE
    }

    private static final int NONE = -1;
    /** Kind of applications that were filed and not published, which nobody cites: their numbers are others. */
    private static final String UNPUBLISHED = "-D0";
    /** Kind of international applications, whose numbers have as many digits as those of some publications. */
    private static final String INTERNATIONAL = "-W";

    private static final String JAPAN = "JP-";
    /** A number with the letter of its era: PCT publications that are published again have WO, and A1 alone. */
    private static final Pattern OF_ERA = Pattern.compile(JAPAN + "[MTSHR]\\d");

    /** Kind of unexamined applications of Japan. */
    private static final String UNEXAMINED = "-A";

    private final KeyIndex numbers;
    private final int[] family;
    private final int[] year;

    /**
     * Looks among publications.
     *
     * @param numbers canonical publication numbers
     * @param family the family of each
     * @param year the year of each, {@link FamilyColumns#NO_YEAR} where unknown
     */
    Resolver(KeyIndex numbers, int[] family, int[] year) {
        this.numbers = numbers;
        this.family = family;
        this.year = year;
    }

    /** The publication of exactly this number, -1 where there is none. */
    int exact(String number) {
        return numbers.find(number);
    }

    /**
     * The publication that a number means, -1 where it is not known.
     *
     * @param citing the publication that cites it
     * @param tally counts the outcomes
     */
    int resolve(String cited, int citing, Map<Outcome, Long> tally) {
        int exact = exact(cited);
        if (exact != NONE) {
            tally.merge(Outcome.EXACT, 1L, Long::sum);
            return exact;
        }
        String base = base(cited);
        boolean hasKind = base.length() < cited.length();
        int plain = cited.endsWith(INTERNATIONAL) ? NONE : exact(base);
        int found = plain;
        String prefix = base + "-";
        boolean isJapanese = base.startsWith(JAPAN);
        for (int at = numbers.from(prefix);
                at < numbers.size() && numbers.key(at).startsWith(prefix);
                at++) {
            if (isOther(cited, base, numbers.key(at)) || isJapanese && !hasKind && !mayMean(base, at, citing)) {
                continue;
            }
            if (found == NONE) {
                found = at;
            } else if (family[at] != family[found]) {
                tally.merge(Outcome.AMBIGUOUS, 1L, Long::sum);
                return NONE;
            }
        }
        Outcome outcome = Outcome.OUTSIDE;
        if (found != NONE && (!hasKind || plain != NONE)) {
            outcome = Outcome.WITHOUT_KIND;
        } else if (found != NONE && !isJapanese) {
            outcome = Outcome.OTHER_KIND;
        }
        tally.merge(outcome, 1L, Long::sum);
        return outcome == Outcome.OUTSIDE ? NONE : found;
    }

    /** Whether a number that starts as the cited one is not of the same patent. */
    private static boolean isOther(String cited, String base, String number) {
        if (number.endsWith(UNPUBLISHED) || number.endsWith(INTERNATIONAL)) {
            return true;
        }
        int kind = base.length() + 1;
        boolean isOfKind = cited.length() > kind;
        return isOfKind
                && Numbering.isApart(
                        base.substring(0, base.indexOf('-')), cited.substring(kind), number.substring(kind));
    }

    /** Whether a publication is what a Japanese number without a kind may mean. */
    private boolean mayMean(String base, int at, int citing) {
        boolean isOfEra = OF_ERA.matcher(base).lookingAt();
        boolean isLater =
                year[at] != FamilyColumns.NO_YEAR && year[citing] != FamilyColumns.NO_YEAR && year[at] > year[citing];
        return !isLater && (!isOfEra || numbers.key(at).endsWith(UNEXAMINED));
    }

    /** Office and serial number, without the kind: {@code US-7650331} of {@code US-7650331-B1}. */
    private static String base(String number) {
        int office = number.indexOf('-');
        int kind = office < 0 ? -1 : number.indexOf('-', office + 1);
        return kind < 0 ? number : number.substring(0, kind);
    }
}
