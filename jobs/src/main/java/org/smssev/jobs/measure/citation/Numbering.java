package org.smssev.jobs.measure.citation;

/**
 * Which numbers of one office that differ in their kind alone are counted apart, so that they are of other inventions: publications
 * under the number of the application where patents have a number of their own ({@code CZ278097A3} is 2780 of 1997, {@code CZ278097B6}
 * a patent of 1993), utility models, translations of European patents under the number of these. Of an office that is not named either
 * the numbers are the same, or no number is of both (by the first and last number of each kind in DOCDB).
 */
final class Numbering {
    private Numbering() {}

    /**
     * Whether the numbers of two kinds are counted apart.
     *
     * @param office two letters
     * @param kind kind of a number
     * @param other kind of another one
     */
    static boolean isApart(String office, String kind, String other) {
        return series(office, kind) != series(office, other);
    }

    /** The letter of the kind for which a number is counted, A where its office is not named. */
    private static char series(String office, String kind) {
        char letter = kind.isEmpty() ? 'A' : kind.charAt(0);
        if (letter == 'W') {
            // International applications, of all offices.
            return letter;
        }
        return switch (office) {
            case "CS", "CZ", "DK", "HU", "PL", "RS", "SE", "SK", "YU" -> ofApplications(letter);
            // 10-2012-0002488 and 20-2012-0002488.
            case "KR" -> letter;
            case "AT" -> letter == 'T' || letter == 'U' ? letter : 'A';
            case "ES" -> letter == 'U' || letter == 'Y' ? 'U' : 'A';
            // Applications that were filed, GB0512345D0 of 2005; zeros are left out.
            case "GB" -> letter == 'D' ? letter : 'A';
            default -> 'A';
        };
    }

    /** Applications are told by A, D0 and L, patents by B and C; other letters are of other rights. */
    private static char ofApplications(char letter) {
        return switch (letter) {
            case 'D', 'L' -> 'A';
            case 'C' -> 'B';
            default -> letter;
        };
    }
}
