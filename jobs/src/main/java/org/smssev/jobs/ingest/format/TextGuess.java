package org.smssev.jobs.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the character set of text without a byte order mark.
 *
 * <p>The rule: UTF-16 by its pairs of bytes of which one is zero; ASCII and sound UTF-8 as they are; then, of gb18030,
 * x-windows-949, windows-31j (Shift_JIS), windows-1252, x-MacRoman and IBM850, the one with the highest sum of two marks, each from
 * 0 to 1; of these no western one where {@link Gb18030} is told. The first mark is how much of the text beyond ASCII is what the set
 * is used for: its common characters, letters where letters belong. The second is the confidence of ICU's detector. The earlier named
 * wins a tie.
 * {@link RarerCharsets} go before it, unless it is East Asian and ICU is confident.
 */
final class TextGuess {
    private static final String CHINESE = WiderCharsets.CHINESE;
    private static final String KOREAN = WiderCharsets.KOREAN;
    private static final String JAPANESE = WiderCharsets.SHIFT_JIS;
    private static final String WESTERN = "windows-1252";
    private static final String MAC = "x-MacRoman";
    private static final String DOS = "IBM850";
    /** Confidence of ICU, of 100, from which it knows a set of two bytes a character. */
    private static final int CONFIDENT = 90;

    private static final Map<String, String> ICU_NAMES = Map.of(
            "GB18030", CHINESE, "EUC-KR", KOREAN, "Shift_JIS", JAPANESE, WESTERN, WESTERN, "ISO-8859-1", WESTERN);
    private static final String LETTERS =
            "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2"
                    + "\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00ff\u00df\u0153\u0161\u017e";
    private static final String CAPITALS =
            "\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cd"
                    + "\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d8\u00d9\u00da\u00db\u00dc\u0152\u0160\u017d";
    private static final String MARKS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u2122\u00ae\u00a9\u00b0\u00b1"
            + "\u00b5\u00b7\u00d7\u00a7\u00ab\u00bb\u00b2\u00b3\u00bd\u00a0\u03a9";
    /** A mark of three bytes in UTF-8 that a program of the Mac took for windows-1252 before it saved the text. */
    private static final Pattern MISREAD = Pattern.compile("\u00e2\u20ac[\u0080-\uffff]");

    /** Sound sequences of several bytes, for each broken one, from which text is UTF-8 that was damaged. */
    private static final int SOUND_PER_BROKEN = 4;

    private TextGuess() {}

    /**
     * A character set that was found.
     *
     * @param charset its name
     * @param sure how sure that is
     */
    record Guess(String charset, TextForm.Sureness sure) {}

    /** The character set of bytes without a mark. */
    static Guess guess(byte[] bytes) {
        String wide = wide(bytes);
        if (wide != null) {
            return new Guess(wide, TextForm.Sureness.LIKELY);
        }
        int[] counts = utf8(bytes);
        if (counts[0] == 0 && counts[1] == 0) {
            return new Guess("UTF-8", TextForm.Sureness.ASCII);
        }
        if (counts[1] == 0) {
            return new Guess("UTF-8", TextForm.Sureness.CERTAIN);
        }
        if (counts[0] >= SOUND_PER_BROKEN * counts[1]) {
            return new Guess("UTF-8", TextForm.Sureness.LIKELY);
        }
        return among(bytes);
    }

    /** UTF-16 where pairs of bytes are ASCII characters in the one order, and far fewer are in the other. */
    private static String wide(byte[] bytes) {
        int[] ascii = new int[2];
        int[] ends = new int[2];
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            boolean big = bytes[i] == 0;
            byte low = big ? bytes[i + 1] : bytes[i];
            if ((big || bytes[i + 1] == 0) && low > 0) {
                ascii[big ? 1 : 0]++;
                ends[big ? 1 : 0] += low == '\n' || low == '\r' ? 1 : 0;
            }
        }
        int few = Math.max(2, bytes.length / 40);
        for (int order = 0; order < 2; order++) {
            int other = ascii[1 - order];
            boolean lines = ends[order] > 0 && ends[1 - order] == 0 && ascii[order] > 2 * other;
            if (ascii[order] >= few && (lines || ascii[order] >= 5 * other)) {
                return order == 0 ? "UTF-16LE" : "UTF-16BE";
            }
        }
        return null;
    }

    /** Sound sequences of several bytes in UTF-8, and broken ones; a sequence that the end cuts is neither. */
    private static int[] utf8(byte[] bytes) {
        int[] counts = new int[2];
        CharsetDecoder decoder = decoder(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            out.flip();
            for (int i = 0; i < out.length(); i++) {
                counts[0] += out.charAt(i) >= 0x80 ? 1 : 0;
            }
            out.clear();
            if (result.isError()) {
                counts[1]++;
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                return counts;
            }
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Guess among(byte[] bytes) {
        Map<String, Double> marks = new LinkedHashMap<>();
        marks.put(CHINESE, Gb18030.commonness(bytes));
        marks.put(KOREAN, korean(bytes));
        marks.put(JAPANESE, shiftJis(bytes));
        if (!Gb18030.isTold(bytes)) {
            marks.putAll(latin(bytes));
        }
        Map<String, Integer> icu = icu(bytes);
        String best = "";
        double highest = -1;
        double second = -1;
        for (Map.Entry<String, Double> mark : marks.entrySet()) {
            double sum = mark.getValue() + confidence(icu, mark) / 100.0;
            if (sum > highest) {
                second = highest;
                highest = sum;
                best = mark.getKey();
            } else {
                second = Math.max(second, sum);
            }
        }
        boolean isKnown = !best.equals(WESTERN) && icu.getOrDefault(best, 0) >= CONFIDENT;
        Optional<String> rarer = isKnown ? Optional.empty() : RarerCharsets.of(bytes);
        if (rarer.isPresent()) {
            return new Guess(rarer.get(), TextForm.Sureness.LIKELY);
        }
        boolean clear = highest >= 0.8
                && highest - second >= 0.3
                && marks.get(best) >= 0.5
                && RarerCharsets.isSound(bytes, best);
        boolean isLatin = !best.equals(KOREAN) && !best.equals(CHINESE);
        return clear
                ? new Guess(best, TextForm.Sureness.LIKELY)
                : new Guess(isLatin && hasLinesOfMac(bytes) ? MAC : best, TextForm.Sureness.UNSURE);
    }

    /** Whether lines end as only Excel of the Mac ends them, which writes Mac Roman there, also where what it had read was damaged. */
    private static boolean hasLinesOfMac(byte[] bytes) {
        boolean hasReturns = false;
        for (byte b : bytes) {
            if (b == '\n') {
                return false;
            }
            hasReturns |= b == '\r';
        }
        return hasReturns;
    }

    /** Marks of the western sets. */
    private static Map<String, Double> latin(byte[] bytes) {
        Map<String, Double> marks = new LinkedHashMap<>();
        marks.put(WESTERN, latin(new String(bytes, Charset.forName(WESTERN))));
        marks.put(
                MAC,
                latin(MISREAD.matcher(new String(bytes, Charset.forName(MAC))).replaceAll("\u2019")));
        if (RarerCharsets.areEnough(bytes)) {
            marks.put(DOS, latin(new String(bytes, Charset.forName(DOS))));
        }
        return marks;
    }

    private static Map<String, Integer> icu(byte[] bytes) {
        Map<String, Integer> confidence = new HashMap<>();
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes);
        for (CharsetMatch match : detector.detectAll()) {
            String name = ICU_NAMES.get(match.getName());
            if (name != null) {
                confidence.merge(name, match.getConfidence(), Math::max);
            }
        }
        return confidence;
    }

    /**
     * The confidence of ICU in a set. It knows no Mac Roman and no set of DOS, and takes what is English around their letters for
     * windows-1252: they have that confidence as far as they are text by our own mark.
     */
    private static double confidence(Map<String, Integer> icu, Map.Entry<String, Double> mark) {
        boolean isUnknown = mark.getKey().equals(MAC) || mark.getKey().equals(DOS);
        return isUnknown ? icu.getOrDefault(WESTERN, 0) * mark.getValue() : icu.getOrDefault(mark.getKey(), 0);
    }

    private static double korean(byte[] bytes) {
        double sum = 0;
        int characters = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            if (lead >= 0x80) {
                characters++;
                if (i + 1 < bytes.length) {
                    sum += korean(lead, bytes[i + 1] & 0xff);
                    i++;
                }
            }
        }
        return characters == 0 ? 0 : Math.max(0, sum / characters);
    }

    private static double korean(int lead, int trail) {
        if (trail < 0xa1 || lead < 0xa1) {
            return trail < 0x41 ? -1 : 0.1;
        }
        return lead >= 0xb0 && lead <= 0xc8 || lead <= 0xa3 ? 1 : lead >= 0xca ? 0.2 : 0;
    }

    /**
     * A bracket that was taken for the second byte of a character, while its partner stands alone, was none: a file of the Mac
     * whose letters stand before brackets looks so.
     */
    private static double shiftJis(byte[] bytes) {
        Brackets brackets = new Brackets();
        double sum = 0;
        int characters = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            boolean two = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
            if (lead >= 0x80) {
                characters++;
                int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0x40;
                boolean sound = two && trail >= 0x40 && trail != 0x7f && trail <= 0xfc;
                sum += sound ? lead <= 0x83 ? 1 : lead <= 0x97 ? 0.9 : 0.4 : two ? -1 : 0;
                i += two ? 1 : 0;
                if (sound) {
                    brackets.addTrail(trail);
                }
            } else {
                brackets.addAlone(lead);
            }
        }
        return characters == 0 ? 0 : Math.max(0, (sum - 2.0 * brackets.swallowed()) / characters);
    }

    /** Square brackets, alone and as second bytes of characters. */
    private static final class Brackets {
        /** Opening ones without closing ones; negative for the other way round. */
        private int open;

        private int opening;
        private int closing;

        void addAlone(int b) {
            open += b == '[' ? 1 : b == ']' ? -1 : 0;
        }

        void addTrail(int b) {
            opening += b == '[' ? 1 : 0;
            closing += b == ']' ? 1 : 0;
        }

        /** Those among the second bytes that are missing elsewhere. */
        int swallowed() {
            return open < 0 ? Math.min(-open, opening) : Math.min(open, closing);
        }
    }

    /** How much of the characters beyond ASCII stand as letters and marks of western text do. */
    private static double latin(String text) {
        double sum = 0;
        int characters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                characters++;
                char before = i == 0 ? ' ' : text.charAt(i - 1);
                char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
                sum += latin(before, c, after);
            }
        }
        return characters == 0 ? 0 : Math.max(0, sum / characters);
    }

    private static double latin(char before, char c, char after) {
        boolean within = Character.isLetter(before) && Character.isLetter(after);
        if (before >= 0x80 && after >= 0x80) {
            return -0.5;
        }
        if (LETTERS.indexOf(c) >= 0) {
            boolean shouted = Character.isUpperCase(before) && Character.isUpperCase(after);
            // Few words begin with an accented letter, and hardly any consists of one.
            return shouted ? -0.5 : Character.isLetter(before) ? 1 : Character.isLetter(after) ? 0.8 : 0.3;
        }
        if (CAPITALS.indexOf(c) >= 0) {
            return Character.isLowerCase(before)
                    ? -0.5
                    : Character.isLetter(before) || Character.isLetter(after) ? 1 : 0.5;
        }
        return MARKS.indexOf(c) >= 0 && (!within || c == '\u2019') ? 1 : within ? -1 : -0.2;
    }
}
