package org.smssev.common.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Whether a Han character is one of Japan alone, 発 for 發 and 发, or none of Japan, by the character sets: JIS X 0208 of
 * Japan, with 髙 and 﨑 of NEC and IBM for what is none, GB 2312 of China and Big5 of Taiwan.
 */
final class HanWriting {
    private static final char FIRST = '\u4e00';
    /** The first of those that no character set of these has; the marks of repetition come before. */
    private static final char FIRST_RARE = '\u3400';

    private static final char LAST = '\u9fff';
    /** The last of the block of those that are there for the sake of a character set, as 﨑. */
    private static final char LAST_COMPATIBLE = '\ufaff';
    /** Characters that neither GB 2312 nor Big5 has, and that Hong Kong or older print writes as well. */
    private static final String CHINESE_TOO = "啓喩産説閲鋭緑録値衆鈎粧鉢疎晩査呉毎歩冨冴嶋峯煕";

    /** What Japan writes, as its computers have it; the extensions have characters of China, too, and tell nothing alone. */
    private static final BitSet JAPANESE = of("windows-31j");

    private static final BitSet JAPANESE_ALONE = alone();

    private HanWriting() {}

    /** Whether Japan writes a character so and China does not. */
    static boolean isJapaneseAlone(int c) {
        return c >= FIRST && c <= LAST && JAPANESE_ALONE.get(c - FIRST);
    }

    /** Whether a character is not among those of Japan, as the most of the simplified ones are not. */
    static boolean isNotJapanese(int c) {
        return c > LAST_COMPATIBLE || c >= FIRST_RARE && (c < FIRST || !JAPANESE.get(c - FIRST));
    }

    private static BitSet alone() {
        BitSet alone = of("Shift_JIS");
        alone.andNot(of("GB2312"));
        alone.andNot(of("Big5"));
        CHINESE_TOO.chars().forEach(c -> alone.clear(c - FIRST));
        return alone;
    }

    private static BitSet of(String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        BitSet encoded = new BitSet(LAST_COMPATIBLE - FIRST + 1);
        for (char c = FIRST; c <= LAST_COMPATIBLE; c++) {
            encoded.set(c - FIRST, encoder.canEncode(c));
        }
        return encoded;
    }
}
