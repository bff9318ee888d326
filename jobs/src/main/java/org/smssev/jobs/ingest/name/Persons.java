package org.smssev.jobs.ingest.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.name.NameWords.Word;

/**
 * Initials and given names of persons that spell a legal form, {@code Abdou, Mohamed S. A.} and {@code KIM GWAN DOO}: what tells
 * that they are none. Stateless.
 */
public final class Persons {
    /** What stands behind the name of a person and is none: generations and degrees. */
    private static final Pattern BEHIND_NAMES =
            Pattern.compile("(?:[JS]r|Dr|Prof|Ph\\.? ?D|M\\.D)\\.?|II|III|IV", Pattern.CASE_INSENSITIVE);

    /** Initials of more letters are none that a form has, or forms: {@code Foo, Bar S.p.A.}. */
    private static final int INITIALS = 2;
    /** Surname and given name of two syllables. */
    private static final int WORDS = 3;
    /** Surnames of Korea as offices write them. */
    private static final Set<String> KOREAN =
            Set.of(("KIM LEE PARK CHOI JUNG JEONG CHUNG KANG CHO YOON JANG LIM HAN OH SEO"
                            + " SHIN KWON HWANG SONG HONG JEON KO MOON YANG SON BAE BAEK HEO NAM NOH KWAK SUNG CHA WOO KOO RYU SO YOO YU"
                            + " AHN MIN BYUN JIN")
                    .split(" "));
    /** Surnames of China as offices write them. */
    private static final Set<String> CHINESE =
            Set.of(("WANG LI ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO"
                            + " HE LIN GAO LUO ZHENG LIANG XIE TANG JIN DENG FENG CAO PENG ZENG XIAO TIAN DONG PAN YUAN CAI JIANG YU DU YE"
                            + " CHENG WEI LU DING REN SHEN YAO")
                    .split(" "));
    /** Forms that are the second syllable of Korean given names as well. */
    private static final Set<String> SYLLABLES = Set.of("DOO", "SE", "GIE");
    /** A syllable of a Korean or Chinese given name, GWAN or XIANG; Hotels, Cooper and Tech are none. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:[B-DF-HJ-NP-TXZ]|CH|SH|ZH|HS|TS|TZ|KK|TT|PP|SS|JJ)?[WY]?[AEIOU]{1,3}(?:[BGHKLMNPRT]|CK|NG)?");
    /** What tells a word from an initial. */
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    /** Forms that are given names as well, and written with a capital and small letters there. */
    private static final Set<String> GIVEN = Set.of("ASA", "SIA", "DOO", "SE", "OU", "GIE");
    /** What stands behind AB in Malay names, for servant of: names of God; and DER in German ones of the Alps. */
    private static final Set<String> BEHIND_AB =
            Set.of(("AZIZ GHAFFAR GHANI HADI HALIM HAMID JALIL KADIR KARIM LATIF MAJID"
                            + " MALEK MALIK MANAF NASIR RAHIM RAHMAN RASHID RASID RAUB RAUF RAZAK SALAM SAMAD WAHAB WAHID DER")
                    .split(" "));

    /** How surnames of Slavic languages end. */
    private static final Pattern SLAVIC =
            Pattern.compile("[A-Z]{2,}(?:OV|EV|OVA|EVA|SK(?:Y|IY|II|IJ|AYA|AJA)|ENKO|CHUK)");
    /** The form of a German association as it is written, unlike the initials of a person. */
    private static final Pattern ASSOCIATION = Pattern.compile("e\\.? ?[Vv]\\.?\\s*(?:[\\[(][A-Z]{2}[\\])]\\s*)?$");

    private Persons() {}

    /** Whether the last word of a name is of a person, though it may spell a form. */
    static boolean isAtEnd(String raw, String folded, List<Word> words) {
        int end = words.size() - 1;
        if (end < 1) {
            return false;
        }
        Word last = words.get(end);
        String text = last.text();
        if (last.isSpelled() && text.equals("EV") && !isOfAssociation(raw, words)) {
            return true;
        }
        if (last.isSpelled() && end == 1) {
            return text.length() == INITIALS && isSurname(words.get(0).text());
        }
        if (last.isSpelled()) {
            return text.length() == INITIALS
                    && isSurnameInFront(folded)
                    && isBehindOneWord(folded)
                    && areGivenNames(words.subList(1, end));
        }
        String first = words.get(0).text();
        boolean isKorean = KOREAN.contains(first);
        boolean isOfTwoSyllables =
                words.size() == WORDS && SYLLABLE.matcher(words.get(1).text()).matches();
        if (SYLLABLES.contains(text) && isKorean && isOfTwoSyllables) {
            return true;
        }
        // Of two words, Estonian companies in Latin letters without accents aside.
        if (text.equals("OU") && (isKorean || CHINESE.contains(first)) && (end == 1 || isOfTwoSyllables)) {
            return true;
        }
        return GIVEN.contains(text) && isSurnameInFront(folded) && isCapitalised(raw.strip(), text.length());
    }

    /** Whether a word is a surname by itself, so that two letters behind it are initials: Ivanov A.G., but Siemens A.G. */
    private static boolean isSurname(String word) {
        return KOREAN.contains(word)
                || CHINESE.contains(word)
                || SLAVIC.matcher(word).matches();
    }

    /** Whether e.V. ends a name: by its small letter, a word of such names, or in capitals behind several words. */
    private static boolean isOfAssociation(String raw, List<Word> words) {
        boolean isInCapitals = raw.chars().noneMatch(Character::isLowerCase);
        return ASSOCIATION.matcher(raw).find()
                || isInCapitals && words.size() > 2
                || LegalForms.isAssociation(words.stream().map(Word::text).toList());
    }

    /** Whether a name that begins with AB is of a person. */
    static boolean isBehindAb(String folded, String second) {
        return BEHIND_AB.contains(second) || folded.indexOf(',') >= 0 && folded.indexOf('&') < 0;
    }

    /** Whether a text stands behind the name of a person and is none, {@code Jr.}, {@code III}, {@code Ph.D}, in any case. */
    public static boolean isBehindName(String part) {
        return BEHIND_NAMES.matcher(part).matches();
    }

    /** Whether a comma stands behind the first word. */
    private static boolean isSurnameInFront(String folded) {
        int comma = folded.indexOf(',');
        return comma > 0 && folded.lastIndexOf(' ', comma) < 0;
    }

    /**
     * Whether one word, of two letters or more, stands behind the last comma, as the given name beside initials, but for what
     * tells the generation: Aasgaard, III Alvin L. P. More are of a company: Tubacex, Tubos Inoxidables S. A.
     */
    private static boolean isBehindOneWord(String folded) {
        int words = 0;
        for (String part : folded.substring(folded.lastIndexOf(',') + 1).split(" ")) {
            words += LETTERS.matcher(part).find() && !isBehindName(part) ? 1 : 0;
        }
        return words == 1;
    }

    /** Whether no word is a form or stands before one, and the last is no initial. */
    private static boolean areGivenNames(List<Word> words) {
        for (Word word : words) {
            String text = word.text();
            if (word.isSpelled() && text.length() > 1 || text.equals("AND") || LegalForms.endsForm(text)) {
                return false;
            }
        }
        return !words.get(words.size() - 1).isSpelled();
    }

    /** Whether a text ends with a capital and small letters, so many together. */
    private static boolean isCapitalised(String raw, int letters) {
        int start = raw.length() - letters;
        return start >= 0 && Character.isUpperCase(raw.charAt(start)) && Character.isLowerCase(raw.charAt(start + 1));
    }
}
