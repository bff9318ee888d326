package org.smssev.jobs.ingest.format;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * What programs of Windows write under the name of a character set: more characters, and some marks in another form, as a wave dash
 * that is a tilde of full width. They are how the WHATWG's Encoding Standard reads these names, too.
 */
public final class WiderCharsets {
    /** Of Japan, with the characters of NEC and IBM. */
    static final String SHIFT_JIS = "windows-31j";
    /** Of Taiwan and Hong Kong. */
    static final String BIG5 = "x-MS950-HKSCS";
    /** Of Japan on other systems, likewise. */
    static final String EUC_JP = "x-eucJP-Open";
    /** Of Korea. */
    static final String KOREAN = "x-windows-949";

    static final String CHINESE = "gb18030";

    private static final Map<String, String> WIDER = Map.of(
            "Shift_JIS",
            SHIFT_JIS,
            "EUC-JP",
            EUC_JP,
            "Big5",
            BIG5,
            "EUC-KR",
            KOREAN,
            "GB2312",
            CHINESE,
            "GBK",
            CHINESE);

    private WiderCharsets() {}

    /**
     * The set by which text is read of which a user or a file says such a name.
     *
     * @throws java.nio.charset.IllegalCharsetNameException if it is none
     * @throws java.nio.charset.UnsupportedCharsetException if it is unknown
     */
    public static Charset of(String name) {
        String own = Charset.forName(name).name();
        return Charset.forName(WIDER.getOrDefault(own, own));
    }
}
