package org.smssev.jobs.ingest.name;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smssev.common.text.CountryCodes;
import org.smssev.jobs.ingest.name.NameWords.Word;

/**
 * One spelling for the names of an applicant: capitals, no accents and punctuation, half width, simplified characters, no
 * legal form, no article, {@code &} as AND; what the user's thesaurus says comes first. Deterministic; remembers names, so
 * not for several threads.
 *
 * <p>It makes equal what differs by spelling only. Subsidiaries, translations and abbreviations stay apart; joining them is
 * a judgement, and the thesaurus is its place.
 */
public final class ApplicantNames {
    private static final int REMEMBERED = 200_000;
    /** Longer names are not remembered. */
    private static final int REMEMBERED_LENGTH = 200;

    /** Fewest letters between blanks that are a legal form, not the initials of a person. */
    private static final int SPELLED_FORM = 3;

    private static final String QUOTES = "\"'«»“”„‟‹‘‚";
    private static final int COUNTRY_IN_BRACKETS = 4;

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    /** A letter with its accent as the texts of the USPTO have them: {@code {umlaut over (u)}}. */
    private static final Pattern ACCENT_IN_WORDS =
            Pattern.compile("\\{[a-z ]{3,20} over \\((\\p{L})\\)\\}", Pattern.CASE_INSENSITIVE);
    /** Latin letters that no decomposition turns into plain ones. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('Ø', "O"),
            Map.entry('Ł', "L"),
            Map.entry('Đ', "D"),
            Map.entry('Ð', "D"),
            Map.entry('Þ', "TH"),
            Map.entry('Æ', "AE"),
            Map.entry('Œ', "OE"),
            Map.entry('ẞ', "SS"),
            Map.entry('ı', "I"));

    /** Han characters, of the traditional script, the simplified one or both, lie between these. */
    private static final char FIRST_HAN = '\u3400';

    private static final char LAST_HAN = '\u9fff';

    private final ApplicantThesaurus thesaurus;
    private final Map<String, String> remembered = new HashMap<>();

    /** Simplified characters by traditional and Japanese ones; made once, when the first is met, as ICU takes long for each name. */
    private static final class Simplified {
        private static final char[] TABLE = table();

        private static char[] table() {
            Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
            char[] table = new char[LAST_HAN - FIRST_HAN + 1];
            for (int i = 0; i < table.length; i++) {
                String one = String.valueOf((char) (FIRST_HAN + i));
                String simplified = toSimplified.transliterate(one);
                table[i] = simplified.length() == 1 ? simplified.charAt(0) : one.charAt(0);
            }
            Shinjitai.putInto(table, FIRST_HAN);
            return table;
        }

        static char of(char c) {
            return TABLE[c - FIRST_HAN];
        }
    }

    /** Names without a thesaurus. */
    public ApplicantNames() {
        this(ApplicantThesaurus.EMPTY);
    }

    /** Names with a thesaurus, which wins. */
    public ApplicantNames(ApplicantThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * The harmonised name.
     *
     * @param raw the name as the source has it; null stands for none
     * @return empty only if the raw name is blank; equal for names that differ by spelling or legal form only
     */
    public String harmonise(String raw) {
        if (raw == null || raw.isBlank()) {
            return "";
        }
        String known = remembered.get(raw);
        if (known != null) {
            return known;
        }
        String plain = plain(raw);
        String name = thesaurus.canonical(raw, plain).orElse(plain);
        if (raw.length() <= REMEMBERED_LENGTH) {
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(raw, name);
        }
        return name;
    }

    /** The name in capitals, without accents and punctuation, with its legal forms. */
    static String spelled(String raw) {
        return read(whole(raw)).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** A folded name with its elisions joined, its umlauts in one letter and no acronym of it. */
    private static String whole(String raw) {
        return Elisions.joined(Acronyms.leftOut(EastAsianForms.inFull(Umlauts.folded(fold(raw)))));
    }

    /** The harmonised name without the thesaurus; never empty where the raw name is not blank. */
    static String plain(String raw) {
        String folded = whole(raw);
        List<Word> words = read(folded);
        if (words.isEmpty()) {
            // Nothing but punctuation: as it is, so that it does not vanish.
            return raw.strip();
        }
        List<String> texts = new ArrayList<>(words.size());
        for (Word word : words) {
            texts.add(word.text());
        }
        if (folded.length() > NameWords.LONGEST) {
            return String.join(" ", texts);
        }
        boolean isFront = isFront(words.get(0), folded) && !isNameInFront(folded, texts);
        int end = words.size() - 1;
        if (end > 0 && words.get(end).isMerchant() && !isListed(folded) || MarkedForms.isAtEnd(raw, words)) {
            texts.remove(end);
            return String.join(" ", LegalForms.strip(texts, false, isFront));
        }
        // ENI S P A is a company, SMITH A G a person.
        boolean isSpelledForm = end > 0
                && !words.get(end - 1).isSpelled()
                && (words.get(end).text().length() >= SPELLED_FORM && LegalForms.isAtEnd(texts)
                        || LegalForms.isAssociation(texts));
        boolean isPerson = words.get(end).isInitials() && !isSpelledForm || Persons.isAtEnd(raw, folded, words);
        return String.join(" ", LegalForms.strip(texts, isPerson, isFront));
    }

    /** Whether the first word, though a form, is of a name by what stands behind it. */
    private static boolean isNameInFront(String folded, List<String> texts) {
        return switch (texts.get(0)) {
            case "KK", "UAB" -> LegalForms.isInstitution(texts);
            case "AB" -> texts.size() > 1 && Persons.isBehindAb(folded, texts.get(1));
            default -> false;
        };
    }

    /** Whether the first word may be a legal form: it has no comma behind it, as a surname has, and is not of initials. */
    private static boolean isFront(Word first, String folded) {
        String form = first.text();
        if (!LegalForms.isFront(form) || !isWrittenAsForm(first)) {
            return false;
        }
        int end = folded.indexOf(' ', folded.indexOf(form.charAt(0)));
        if (end < 0 || folded.charAt(end - 1) == ',') {
            return false;
        }
        return switch (form) {
            // Pao, Ao and Sia are surnames, too, and too a word: PAO CHIH HUNG. Companies have their name in quotation
            // marks.
            case "PAO", "AO", "SIA", "TOO" -> end + 1 < folded.length() && QUOTES.indexOf(folded.charAt(end + 1)) >= 0;
            // INC Research is a company.
            case "INC" -> folded.charAt(end - 1) == '.';
            default -> true;
        };
    }

    /** Whether a form that begins a name is written as one, {@code A/S} and {@code S.A.S.}, not as a word, SAS, or initials. */
    private static boolean isWrittenAsForm(Word first) {
        return switch (first.text()) {
            case "AS" -> first.isSpelled() && !first.isInitials() && !first.isDotted();
            case "SAS" -> first.isDotted() && !first.isInitials();
            case "NV" -> !first.isInitials();
            default -> !first.isSpelled();
        };
    }

    /** Whether a comma stands before what a name ends with, {@code E.K.}, as before the initials of a person. */
    private static boolean isListed(String folded) {
        int at = folded.lastIndexOf('E') - 1;
        while (at >= 0 && folded.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && folded.charAt(at) == ',';
    }

    /** The words of a folded name without the country that some write behind it, {@code AMGEN INC [US]}. */
    private static List<Word> read(String folded) {
        List<Word> words = NameWords.of(folded);
        int end = words.size() - 1;
        if (end > 0 && isCountryBehind(folded, words.get(end - 1).text())) {
            words.remove(end);
        }
        return words;
    }

    /** Whether a name ends with a country in square brackets, or in round ones behind a legal form. */
    private static boolean isCountryBehind(String folded, String before) {
        int end = folded.length();
        while (end > 0 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end - COUNTRY_IN_BRACKETS;
        if (start < 0) {
            return false;
        }
        char close = folded.charAt(end - 1);
        boolean isBehind = close == ']' && folded.charAt(start) == '['
                || close == ')' && folded.charAt(start) == '(' && LegalForms.endsForm(before);
        return isBehind && CountryCodes.isOrWasOne(CountryCodes.ofStandard(folded.substring(start + 1, end - 1)));
    }

    /** Capitals, half width, no accents, simplified characters. */
    static String fold(String raw) {
        return foldLetters(
                raw.indexOf('{') < 0 ? raw : ACCENT_IN_WORDS.matcher(raw).replaceAll("$1"));
    }

    private static String foldLetters(String raw) {
        boolean isAscii = true;
        for (int i = 0; i < raw.length() && isAscii; i++) {
            isAscii = raw.charAt(i) < 0x80;
        }
        if (isAscii) {
            return raw.toUpperCase(Locale.ROOT);
        }
        String upper = Capitals.of(NFKC.normalize(raw));
        // Kana and hangul decompose too, so that what is no Latin accent is composed again.
        String decomposed = NFD.normalize(upper);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < '\u0300' || c > '\u036f') {
                String letters = c < 0x80 ? null : LETTERS.get(c);
                if (letters != null) {
                    plain.append(letters);
                } else {
                    plain.append(c < FIRST_HAN || c > LAST_HAN ? c : Simplified.of(c));
                }
            }
        }
        return NFC.normalize(plain);
    }
}
