package org.smssev.jobs.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Character sets in which spreadsheet programs of Taiwan, Russia, central Europe and Turkey save text, and an older one of Japan.
 * They are taken where ICU's detector finds them in the words beyond ASCII alone, all bytes can be decoded, and the characters
 * stand as they do in text.
 */
final class RarerCharsets {
    private static final String BIG5 = WiderCharsets.BIG5;
    /** By which Big5 is told: with the characters of Hong Kong most of simplified Chinese would be sound, too. */
    private static final String OF_TAIWAN = "x-windows-950";

    private static final String EUC_JP = WiderCharsets.EUC_JP;
    private static final String CYRILLIC = "windows-1251";
    private static final String KOI8 = "KOI8-R";
    private static final String CENTRAL_EUROPE = "windows-1250";
    private static final String TURKISH = "windows-1254";

    /** Sets by ICU's names. */
    private static final Map<String, String> ICU_NAMES = Map.of(
            "Big5",
            BIG5,
            "EUC-JP",
            EUC_JP,
            CYRILLIC,
            CYRILLIC,
            KOI8,
            KOI8,
            CENTRAL_EUROPE,
            CENTRAL_EUROPE,
            "ISO-8859-2",
            CENTRAL_EUROPE);

    private static final int CONFIDENT = 60;

    /** Confidence, of 100, from which a set is looked at. Of two bytes a character it is 100 for text of some length. */
    private static final Map<String, Integer> LEAST =
            Map.of(BIG5, CONFIDENT, EUC_JP, CONFIDENT, CYRILLIC, 20, KOI8, 20, CENTRAL_EUROPE, 35);

    /** Commoner sets, before which only a set of higher confidence is taken. */
    private static final Set<String> WESTERN = Set.of("ISO-8859-1", "windows-1252");
    /** Likewise, but only before others of two bytes a character: ICU finds them in Russian. */
    private static final Set<String> EAST_ASIAN = Set.of("GB18030", "EUC-KR", "Shift_JIS");

    private static final Set<String> EAST_ASIAN_TOO = Set.of(BIG5, EUC_JP);
    /** Bytes beyond ASCII from which they tell anything. */
    private static final int FEWEST = 12;
    /** Bytes of a character, in gb18030. */
    private static final int LONGEST_CHARACTER = 4;
    /** Share of characters that stand as in text. */
    private static final double MOST = 0.8;

    /** Share of letters of central Europe that no other has, among its own. */
    private static final double LEAST_OWN = 0.3;

    private static final String TURKISH_LETTERS = "\u011e\u0130\u015e\u011f\u0131\u015f";
    /** Letters of western languages that Turkish has not; Icelandic has them beside those that stand in Turkish places. */
    private static final String NOT_TURKISH =
            "\u00e1\u00e9\u00ed\u00f3\u00fa\u00e6\u00c1\u00c9\u00cd\u00d3\u00da\u00c6";

    private static final int FEWEST_TURKISH = 3;

    private RarerCharsets() {}

    /** The set of bytes without a mark that are no UTF-8; empty if it is none of these. */
    static Optional<String> of(byte[] bytes) {
        if (!areEnough(bytes)) {
            return Optional.empty();
        }
        byte[] words = words(bytes);
        CharsetDetector detector = new CharsetDetector();
        detector.setText(words);
        boolean isOther = false;
        for (CharsetMatch match : detector.detectAll()) {
            String set = ICU_NAMES.get(match.getName());
            boolean mayBe = set != null && match.getConfidence() >= LEAST.get(set);
            if (mayBe && !(isOther && EAST_ASIAN_TOO.contains(set)) && isText(bytes, words, set)) {
                return Optional.of(set);
            }
            if (WESTERN.contains(match.getName())) {
                break;
            }
            isOther |= EAST_ASIAN.contains(match.getName()) && match.getConfidence() >= CONFIDENT;
        }
        return isTurkish(words) ? Optional.of(TURKISH) : Optional.empty();
    }

    /** Whether so many bytes are beyond ASCII that they tell a set that few texts are in. */
    static boolean areEnough(byte[] bytes) {
        int beyond = 0;
        for (byte b : bytes) {
            beyond += b < 0 ? 1 : 0;
        }
        return beyond >= FEWEST;
    }

    /** Words that have a byte beyond ASCII, as the many others tell a detector that all is English. */
    private static byte[] words(byte[] bytes) {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int start = 0;
        boolean isBeyond = false;
        for (int i = 0; i <= bytes.length; i++) {
            boolean isWithin = i < bytes.length && (bytes[i] < 0 || bytes[i] >= '@' && bytes[i] != '|');
            if (isWithin) {
                isBeyond |= bytes[i] < 0;
            } else {
                if (isBeyond) {
                    words.write(bytes, start, i - start);
                    words.write(' ');
                }
                start = i + 1;
                isBeyond = false;
            }
        }
        return words.toByteArray();
    }

    private static boolean isText(byte[] bytes, byte[] words, String set) {
        if (!isSound(bytes, set)) {
            return false;
        }
        String text = new String(words, Charset.forName(set));
        return switch (set) {
            case CYRILLIC, KOI8 -> share(text, RarerCharsets::isCyrillic) >= MOST;
            case CENTRAL_EUROPE -> share(text, RarerCharsets::isLetter) >= MOST && differs(words, text) >= LEAST_OWN;
            default -> share(text, RarerCharsets::standsApart) >= MOST;
        };
    }

    /** The share of characters beyond ASCII that are others in the western set; French and German have few such. */
    private static double differs(byte[] words, String text) {
        String western = new String(words, Charset.forName("windows-1252"));
        int beyond = 0;
        int own = 0;
        for (int i = 0; i < text.length(); i++) {
            beyond += text.charAt(i) >= 0x80 ? 1 : 0;
            own += text.charAt(i) == western.charAt(i) ? 0 : 1;
        }
        return (double) own / beyond;
    }

    /** Whether all bytes can be decoded, but for a character that the end cuts. */
    static boolean isSound(byte[] bytes, String set) {
        int longest = Math.min(LONGEST_CHARACTER, bytes.length);
        return IntStream.range(0, longest).anyMatch(cut -> isWhole(bytes, bytes.length - cut, set));
    }

    private static boolean isWhole(byte[] bytes, int length, String set) {
        try {
            Charset.forName(set.equals(BIG5) ? OF_TAIWAN : set)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether a character stands as it does in text. */
    private interface Standing {
        boolean is(char before, char c, char after);
    }

    /** The share of characters beyond ASCII that stand as in text. */
    private static double share(String text, Standing standing) {
        int beyond = 0;
        int standingSo = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                beyond++;
                char before = i == 0 ? ' ' : text.charAt(i - 1);
                char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
                standingSo += standing.is(before, text.charAt(i), after) ? 1 : 0;
            }
        }
        return beyond == 0 ? 0 : (double) standingSo / beyond;
    }

    /** A letter of Russian, small ones not before capitals; another set would swap them. */
    private static boolean isCyrillic(char before, char c, char after) {
        boolean isRussian = c >= '\u0410' && c <= '\u044f' || c == '\u0401' || c == '\u0451';
        return isRussian && !(Character.isUpperCase(c) && Character.isLowerCase(before));
    }

    private static boolean isLetter(char before, char c, char after) {
        return Character.isLetter(c) && !(Character.isUpperCase(c) && Character.isLowerCase(before));
    }

    /** Characters of East Asia do not stand between Latin letters; those that swallowed the second of two of these do. */
    private static boolean standsApart(char before, char c, char after) {
        return !isLatin(before) && !isLatin(after)
                || before >= 0x80 && !isLatin(before)
                || after >= 0x80 && !isLatin(after);
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    /** Whether letters stand where Turkish has its own, and Icelandic, which is the same elsewhere, has no others. */
    private static boolean isTurkish(byte[] words) {
        String text = new String(words, Charset.forName(TURKISH));
        int turkish = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            turkish += TURKISH_LETTERS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            others += NOT_TURKISH.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return turkish >= FEWEST_TURKISH && turkish > 2 * others && share(text, RarerCharsets::isLetter) >= MOST;
    }
}
