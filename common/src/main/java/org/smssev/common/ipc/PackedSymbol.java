package org.smssev.common.ipc;

/** Symbols as numbers, so that a hundred thousand of them fit into an array. The order is that of the classification. */
final class PackedSymbol {
    private static final int SUBGROUP_DIGITS = 6;
    private static final int SUBCLASS_LENGTH = 4;
    private static final int GROUP_END = 8;
    private static final int SYMBOL_LENGTH = 14;
    private static final int GROUP_BITS = 14;
    private static final int SUBGROUP_BITS = 20;

    private PackedSymbol() {}

    /** The number of a symbol; a main group and its subgroup 00 are one, as the inventory has them. */
    static long of(IpcSymbol symbol) {
        long subclass = (symbol.section().charAt(0) - 'A') * 100L + Integer.parseInt(symbol.ipcClass());
        subclass = subclass * 26 + (symbol.subclass().charAt(0) - 'A');
        int group = symbol.group() == null ? 0 : Integer.parseInt(symbol.group());
        int subgroup = symbol.subgroup() == null ? 0 : subgroup(symbol.subgroup());
        return (subclass << GROUP_BITS | group) << SUBGROUP_BITS | subgroup;
    }

    /** Digits of a subgroup as a number that zeros fill to the right, as in the 14 characters of the inventory. */
    static int subgroup(String digits) {
        int number = Integer.parseInt(digits);
        for (int i = digits.length(); i < SUBGROUP_DIGITS; i++) {
            number *= 10;
        }
        return number;
    }

    /** Whether two numbers are of symbols of one main group. */
    static boolean isOfOneGroup(long one, long other) {
        return one >> SUBGROUP_BITS == other >> SUBGROUP_BITS;
    }

    /** Whether a number is that of a symbol below a main group. */
    static boolean isSubgroup(long packed) {
        return (packed & (1L << SUBGROUP_BITS) - 1) != 0;
    }

    /** The number of a symbol as the inventory writes it, a subclass or 14 characters; -1 where it is none. */
    static long ofInventory(String text) {
        boolean isSubclass = text.length() == SUBCLASS_LENGTH;
        if (!isSubclass && text.length() != SYMBOL_LENGTH) {
            return -1;
        }
        char section = text.charAt(0);
        char subclassLetter = text.charAt(3);
        int ipcClass = digits(text, 1, 3);
        int group = digits(text, SUBCLASS_LENGTH, isSubclass ? SUBCLASS_LENGTH : GROUP_END);
        int subgroup = digits(text, isSubclass ? SUBCLASS_LENGTH : GROUP_END, text.length());
        boolean isSymbol = section >= 'A' && section <= 'H' && subclassLetter >= 'A' && subclassLetter <= 'Z';
        if (!isSymbol || ipcClass < 0 || group < 0 || subgroup < 0 || !isSubclass && group == 0) {
            return -1;
        }
        long subclass = ((section - 'A') * 100L + ipcClass) * 26 + (subclassLetter - 'A');
        return (subclass << GROUP_BITS | group) << SUBGROUP_BITS | subgroup;
    }

    private static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
