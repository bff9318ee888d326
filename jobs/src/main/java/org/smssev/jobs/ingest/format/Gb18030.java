package org.smssev.jobs.ingest.format;

/**
 * How text of gb18030 looks. Common Han take two bytes; rarer ones and the letters of western names that the older GBK has not
 * take four, bytes beyond ASCII and digits by turns: {@code ö} is 81 30 8B 36 (GB 18030-2005, 1.4).
 */
final class Gb18030 {
    private static final int LENGTH = 4;
    private static final byte LEAD_OF_LETTERS = (byte) 0x81;
    /** How common a character is that text in Chinese holds, of 1; a little less than the same bytes are in Korean. */
    private static final double COMMON = 0.98;

    private Gb18030() {}

    /** How much of the characters beyond ASCII are common ones of it, 0 to 1. */
    static double commonness(byte[] bytes) {
        double sum = 0;
        int characters = 0;
        int i = 0;
        while (i < bytes.length) {
            boolean isFour = isFour(bytes, i);
            boolean isBeyond = bytes[i] < 0;
            if (isFour) {
                sum += COMMON;
            } else if (isBeyond && i + 1 < bytes.length) {
                sum += commonness(bytes[i] & 0xff, bytes[i + 1] & 0xff);
            }
            characters += isBeyond ? 1 : 0;
            i += isFour ? LENGTH : isBeyond ? 2 : 1;
        }
        return characters == 0 ? 0 : Math.max(0, sum / characters);
    }

    private static double commonness(int lead, int trail) {
        if (trail < 0xa1 || lead < 0xa1) {
            return trail < 0x40 ? -1 : 0;
        }
        return lead >= 0xb0 && lead <= 0xd7 || lead <= 0xa3 ? COMMON : 0.5;
    }

    /**
     * Whether it decodes all bytes, some of them to a letter of four bytes. Windows-1252 has no character for the first of these, and
     * in other western sets it is a letter, with a digit, a second letter and another digit behind.
     */
    static boolean isTold(byte[] bytes) {
        boolean hasLetter = false;
        for (int i = 0; i < bytes.length && !hasLetter; i++) {
            hasLetter = bytes[i] == LEAD_OF_LETTERS && isFour(bytes, i);
        }
        return hasLetter && RarerCharsets.isSound(bytes, "gb18030");
    }

    private static boolean isFour(byte[] bytes, int at) {
        return at + LENGTH <= bytes.length
                && isLead(bytes[at])
                && isDigit(bytes[at + 1])
                && isLead(bytes[at + 2])
                && isDigit(bytes[at + 3]);
    }

    private static boolean isLead(byte b) {
        return b < 0 && b > (byte) 0x80 && b != (byte) 0xff;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
