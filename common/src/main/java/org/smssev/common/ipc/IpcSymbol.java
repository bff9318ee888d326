package org.smssev.common.ipc;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A symbol of the International Patent Classification, whatever its spelling in the source.
 *
 * @param section section, A to H
 * @param ipcClass two digits of the class, {@code 01}
 * @param subclass letter of the subclass, {@code M}
 * @param group main group without leading zeros, {@code 10}; null if the symbol stops at the subclass
 * @param subgroup subgroup, two to six digits, {@code 0525}; null if the symbol stops at the main group
 */
public record IpcSymbol(String section, String ipcClass, String subclass, String group, String subgroup) {
    static final int SUBCLASS_LENGTH = 4;
    /** Longer text is no symbol, whatever stands behind one. */
    static final int LONGEST = 200;

    private static final int MAX_GROUP_DIGITS = 4;
    private static final int MIN_SUBGROUP_DIGITS = 2;
    private static final int MAX_SUBGROUP_DIGITS = 6;
    /** Width of the right-aligned group in symbols written without a slash, up to IPC 7. */
    private static final int IPC7_GROUP_WIDTH = 3;
    /** Digits after the subclass in the 14 characters of WIPO's inventory: 4 of the group, 6 of the subgroup. */
    private static final int INVENTORY_DIGITS = 10;

    /** What a group that was filled up starts with where it is likelier to have been filled up to four digits than to three. */
    private static final String FILLED = "00";

    /** Main groups of four digits are those of indexing codes. */
    private static final int FIRST_OF_FOUR_DIGITS = 2000;

    private static final Pattern CANONICAL = Pattern.compile("[A-H]\\d{2}[A-Z](?: (\\d{1,4})(?:/(\\d{2,6}))?)?");
    private static final Pattern SPACED_SLASH = Pattern.compile("(?<=\\d)\\s*/\\s*(?=\\d)");
    private static final Pattern SPACED_SUBCLASS =
            Pattern.compile("[1-8]?([A-H])(?:\\s(\\d{2})\\s?|(\\d{2})\\s)([A-Z])(?=\\s|\\d)");
    /** A version behind a symbol without a slash, {@code 010052 20100101AFI}. */
    private static final Pattern DIGITS_AND_VERSION = Pattern.compile("([\\s-]*\\d+)\\s+(?:19|20)\\d{6}(?!\\d).*");
    /** The value of a code as some tools have it, {@code B60G15/06: I}. */
    private static final Pattern VALUE_BEHIND_COLON = Pattern.compile("(?<=\\d)\\s?:\\s{0,3}[ACS]?[FL]?[IAN]$");
    /** What stands for the slash: a colon in indexing codes of before 2006, a hyphen behind four digits. */
    private static final Pattern OTHER_SLASH =
            Pattern.compile("([A-H]\\d{2}[A-Z])(?:\\s*(\\d{1,4}):|(\\d{4})-)(\\d{2,6}.*)");

    /** What Japan's office adds to a code: a facet right behind it or a mark; a subdivision of three digits, a letter, facets. */
    private static final Pattern FILE_INDEX =
            Pattern.compile("[/&]?Z[A-Z]{2,3}|(?=[,@])(?:, ?\\d{3}(?: ?[A-Z])?)?(?:[,@] ?[A-Z]{1,4}){0,3}");

    /** Level of the classification. */
    public enum Level {
        SECTION,
        CLASS,
        SUBCLASS,
        MAIN_GROUP,
        SUBGROUP
    }

    /**
     * Reads a symbol. Known spellings of one symbol: {@code H01M10/0525}, {@code H01M 10/0525}, {@code H01M
     * 10/0525(2010.01)}, {@code H01M-0010/0525}, {@code H01M010/0525}, {@code H01M10/0525AI}, {@code H01M 10/0525
     * 20100101AFI...}, {@code H01M0010052500} (WIPO's 14 characters) and {@code H01M 100525} (IPC 7: group right-aligned in
     * three characters), {@code H01M 10/052500}, {@code 7H01M 10/0525} (the edition in front) and {@code H01M 10/0525ZNA},
     * and {@code H01M 4/02,101@Z} (the File Index of Japan, which divides groups further). Symbols without a slash are cut by width, so that {@code H01L 21302} is 21/302; thus a blank and
     * four digits are group and subgroup, never a main group of four digits. Neither are four digits right behind the subclass
     * below 2000 ({@code G06F1730}): no such main group exists, and whether 1 or 17 was meant is not told. Six digits and more that
     * start with two zeros have a group filled up to four ({@code G06F001730} is 17/30, {@code H01M00100525} is 10/0525), and so has
     * {@code C08L010100}, as no subgroup of three digits ends in 0; others have one of three; {@link IpcInventory#symbol} tells which of the two there is.
     *
     * @return the symbol; empty where the text is none, is cut off ({@code C12Q/}), or is of another scheme (section Y)
     */
    public static Optional<IpcSymbol> parse(String raw) {
        return Optional.ofNullable(raw == null ? null : read(plain(raw)));
    }

    /**
     * The canonical spelling of what {@link #parse} reads; null where that is nothing. Texts of the usual spellings, {@code
     * H01M 10/0525} and {@code H01M10/0525}, are taken as they stand, without being put together from parts.
     */
    public static String canonical(String raw) {
        int slash = raw == null ? -1 : usualGroup(raw);
        if (slash < 0 || !isUsualSubgroup(raw, slash + 1)) {
            return parse(raw).map(IpcSymbol::canonical).orElse(null);
        }
        return raw.charAt(SUBCLASS_LENGTH) == ' '
                ? raw
                : new StringBuilder(raw.length() + 1)
                        .append(raw, 0, SUBCLASS_LENGTH)
                        .append(' ')
                        .append(raw, SUBCLASS_LENGTH, raw.length())
                        .toString();
    }

    /** The place of the slash behind a main group that starts the text as is usual; -1 where none does. */
    private static int usualGroup(String s) {
        if (s.length() <= SUBCLASS_LENGTH || !startsWithSubclass(s)) {
            return -1;
        }
        int start = s.charAt(SUBCLASS_LENGTH) == ' ' ? SUBCLASS_LENGTH + 1 : SUBCLASS_LENGTH;
        int end = start;
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        boolean isGroup = end > start && end - start <= MAX_GROUP_DIGITS && s.charAt(start) != '0';
        return isGroup && end < s.length() && s.charAt(end) == '/' ? end : -1;
    }

    /** Whether a text ends with a subgroup that starts at a place. */
    private static boolean isUsualSubgroup(String s, int start) {
        int digits = s.length() - start;
        for (int i = start; i < s.length(); i++) {
            if (!isDigit(s.charAt(i))) {
                return false;
            }
        }
        boolean isPadded = digits > MIN_SUBGROUP_DIGITS && s.charAt(s.length() - 1) == '0';
        return digits >= MIN_SUBGROUP_DIGITS && digits <= MAX_SUBGROUP_DIGITS && !isPadded;
    }

    /** Whether a subclass, in either case, or one of section Y stands at a place. */
    static boolean hasSubclassAt(String text, int at) {
        if (at + SUBCLASS_LENGTH > text.length() || !isDigit(text.charAt(at + 1))) {
            return false;
        }
        String four = text.substring(at, at + SUBCLASS_LENGTH).toUpperCase(Locale.ROOT);
        return startsWithSubclass(four.charAt(0) == 'Y' ? 'A' + four.substring(1) : four);
    }

    private static boolean startsWithSubclass(String s) {
        return s.length() >= SUBCLASS_LENGTH
                && s.charAt(0) >= 'A'
                && s.charAt(0) <= 'H'
                && isDigit(s.charAt(1))
                && isDigit(s.charAt(2))
                && s.charAt(3) >= 'A'
                && s.charAt(3) <= 'Z';
    }

    private static String plain(String raw) {
        boolean ascii = true;
        for (int i = 0; i < raw.length() && ascii; i++) {
            ascii = raw.charAt(i) < 0x80;
        }
        // Full-width letters, brackets and blanks occur in exports of Chinese tools.
        String text = ascii ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        String whole = text.strip();
        if (whole.length() > LONGEST) {
            return "";
        }
        String given = VALUE_BEHIND_COLON.matcher(whole).replaceFirst("");
        String upper = SPACED_SLASH.matcher(given.toUpperCase(Locale.ROOT)).replaceAll("/");
        Matcher spaced = SPACED_SUBCLASS.matcher(upper);
        String symbol = spaced.lookingAt() ? spaced.replaceFirst("$1$2$3$4") : withoutEdition(upper);
        Matcher other = symbol.indexOf('/') >= 0 ? null : OTHER_SLASH.matcher(symbol);
        if (other == null || !other.matches()) {
            return symbol;
        }
        return other.group(1) + " " + (other.group(2) == null ? other.group(3) : other.group(2)) + "/" + other.group(4);
    }

    /** Leaves out the edition right before a symbol, {@code 7H01M 4/02}. */
    private static String withoutEdition(String upper) {
        boolean isEdition = !upper.isEmpty() && isDigit(upper.charAt(0)) && startsWithSubclass(upper.substring(1));
        return isEdition ? upper.substring(1) : upper;
    }

    /**
     * Reads a symbol as {@link #canonical()} spells it, also a main group of four digits, which {@link #parse} takes for a
     * group and subgroup of IPC 7.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static IpcSymbol ofCanonical(String canonical) {
        Matcher m = CANONICAL.matcher(canonical);
        if (!m.matches()) {
            throw new IllegalArgumentException(canonical + " is no symbol in canonical spelling");
        }
        return of(canonical, m.group(1), m.group(2));
    }

    private static IpcSymbol read(String s) {
        if (!startsWithSubclass(s)) {
            return null;
        }
        String rest = s.substring(SUBCLASS_LENGTH);
        if (rest.isBlank()) {
            return of(s, null, null);
        }
        int slash = rest.indexOf('/');
        return slash >= 0 ? slashed(s, rest, slash) : slashless(s, rest);
    }

    private static IpcSymbol slashed(String s, String rest, int slash) {
        String group =
                withoutLeadingZeros(rest.substring(0, slash).replace('-', ' ').strip());
        int end = slash + 1;
        while (end < rest.length() && isDigit(rest.charAt(end))) {
            end++;
        }
        String subgroup = rest.substring(slash + 1, end);
        boolean goodSubgroup = subgroup.length() >= MIN_SUBGROUP_DIGITS && subgroup.length() <= MAX_SUBGROUP_DIGITS;
        if (!isGroup(group) || !goodSubgroup || !isAttribute(rest.substring(end))) {
            return null;
        }
        return of(s, group, unpadded(group, subgroup));
    }

    private static IpcSymbol slashless(String s, String raw) {
        String rest = bare(raw);
        if (rest.length() == INVENTORY_DIGITS && allDigits(rest)) {
            String group = withoutLeadingZeros(rest.substring(0, MAX_GROUP_DIGITS));
            return isGroup(group) ? of(s, group, inventorySubgroup(rest.substring(MAX_GROUP_DIGITS))) : null;
        }
        if (rest.length() >= IPC7_GROUP_WIDTH + MIN_SUBGROUP_DIGITS && !rest.startsWith("-")) {
            IpcSymbol read = cut(s, rest, groupWidth(rest));
            if (read != null) {
                return read;
            }
        }
        String group = withoutLeadingZeros(rest.replace('-', ' ').strip());
        boolean isCutOff = group.length() == MAX_GROUP_DIGITS
                && allDigits(group)
                && Integer.parseInt(group) < FIRST_OF_FOUR_DIGITS;
        return isGroup(group) && !isCutOff ? of(s, group, null) : null;
    }

    /** What stands behind a subclass, without a version, and without the mark in front of a group that was filled up with zeros. */
    private static String bare(String rest) {
        int bracket = rest.indexOf('(');
        String undated = bracket < 0 ? rest : rest.substring(0, bracket).stripTrailing();
        Matcher version = DIGITS_AND_VERSION.matcher(undated);
        String digits = version.matches() ? version.group(1) : undated;
        String filled = digits.startsWith("-") ? digits.substring(1) : digits.stripLeading();
        return filled.startsWith("0") ? filled : digits;
    }

    /** Width of the group that digits begin with: 010100 is 101/00, as no subgroup is 100. */
    private static int groupWidth(String digits) {
        int ofFour = MAX_GROUP_DIGITS + MIN_SUBGROUP_DIGITS;
        boolean isFilledToFour = digits.startsWith(FILLED) && digits.length() >= ofFour
                || digits.startsWith("0") && digits.endsWith("0") && digits.length() == ofFour;
        return isFilledToFour ? MAX_GROUP_DIGITS : IPC7_GROUP_WIDTH;
    }

    /** The symbol whose group has such a width; null where it is none. */
    private static IpcSymbol cut(String s, String rest, int width) {
        String group = withoutLeadingZeros(rest.substring(0, width).stripLeading());
        String subgroup = rest.substring(width);
        boolean good = allDigits(subgroup)
                && subgroup.length() >= MIN_SUBGROUP_DIGITS
                && subgroup.length() <= MAX_SUBGROUP_DIGITS;
        return isGroup(group) && good ? of(s, group, unpadded(group, subgroup)) : null;
    }

    /**
     * The other symbol that a text without a slash may be, whose group was filled up with zeros: to three digits or to four.
     *
     * @return empty for texts that can be one symbol only
     */
    static Optional<IpcSymbol> otherwise(String raw) {
        String s = plain(raw);
        String rest = startsWithSubclass(s) ? bare(s.substring(SUBCLASS_LENGTH)) : "";
        if (rest.length() < MAX_GROUP_DIGITS + MIN_SUBGROUP_DIGITS || !rest.startsWith("0") || !allDigits(rest)) {
            return Optional.empty();
        }
        return Optional.ofNullable(cut(s, rest, IPC7_GROUP_WIDTH + MAX_GROUP_DIGITS - groupWidth(rest)));
    }

    /**
     * A subgroup without zeros behind it: as further digits subdivide, none of more than two digits ends in 0. Of CPC alone are
     * the main groups of four digits; its subgroups may.
     */
    private static String unpadded(String group, String subgroup) {
        return group.length() < MAX_GROUP_DIGITS ? inventorySubgroup(subgroup) : subgroup;
    }

    private static String inventorySubgroup(String padded) {
        int end = padded.length();
        while (end > MIN_SUBGROUP_DIGITS && padded.charAt(end - 1) == '0') {
            end--;
        }
        return padded.substring(0, end);
    }

    /** Version, level, position and value may follow a symbol; more digits or another slash may not. */
    private static boolean isAttribute(String tail) {
        if (tail.isEmpty() || "([〔".indexOf(tail.charAt(0)) >= 0 || Character.isWhitespace(tail.charAt(0))) {
            return true;
        }
        if (FILE_INDEX.matcher(tail).matches()) {
            return true;
        }
        for (int i = 0; i < tail.length(); i++) {
            if ("ACSFLIN".indexOf(tail.charAt(i)) < 0) {
                return false;
            }
        }
        return tail.length() <= 3;
    }

    private static IpcSymbol of(String s, String group, String subgroup) {
        return new IpcSymbol(s.substring(0, 1), s.substring(1, 3), s.substring(3, 4), group, subgroup);
    }

    private static boolean isGroup(String group) {
        return !group.isEmpty() && group.length() <= MAX_GROUP_DIGITS && allDigits(group);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The one spelling used in all tables: {@code H01M 10/0525}, {@code H01M 10} or {@code H01M}. */
    public String canonical() {
        if (group == null) {
            return subclassName();
        }
        return subgroup == null ? mainGroupName() : mainGroupName() + "/" + subgroup;
    }

    /** Subclass and main group, {@code H01M 10}; null if the symbol stops at the subclass. */
    public String mainGroupName() {
        return group == null ? null : subclassName() + " " + group;
    }

    /** The subclass, {@code H01M}. */
    public String subclassName() {
        return section + ipcClass + subclass;
    }

    /**
     * Cuts a canonical symbol to a level.
     *
     * @param canonicalSymbol symbol as {@link #canonical()} spells it
     * @return the symbol at that level; null where it does not reach down to the level
     */
    public static String truncate(String canonicalSymbol, Level level) {
        int blank = canonicalSymbol.indexOf(' ');
        int slash = canonicalSymbol.indexOf('/');
        return switch (level) {
            case SECTION -> canonicalSymbol.substring(0, 1);
            case CLASS -> canonicalSymbol.substring(0, 3);
            case SUBCLASS -> canonicalSymbol.substring(0, SUBCLASS_LENGTH);
            case MAIN_GROUP -> blank < 0 ? null : slash < 0 ? canonicalSymbol : canonicalSymbol.substring(0, slash);
            case SUBGROUP -> slash < 0 ? null : canonicalSymbol;
        };
    }

    /**
     * Whether a scope covers a symbol: {@code H01M} covers {@code H01M 10/05}; {@code H01M 10} covers {@code H01M 10} and
     * {@code H01M 10/05} but not {@code H01M 100/01}; a subgroup covers itself only, as its digits tell no hierarchy.
     *
     * @param canonicalSymbol symbol as {@link #canonical()} spells it
     * @param canonicalPrefix section, class, subclass, main group or subgroup, spelled likewise
     */
    public static boolean inScope(String canonicalSymbol, String canonicalPrefix) {
        if (!canonicalSymbol.startsWith(canonicalPrefix)) {
            return false;
        }
        return canonicalPrefix.length() <= SUBCLASS_LENGTH
                || canonicalSymbol.length() == canonicalPrefix.length()
                || canonicalSymbol.charAt(canonicalPrefix.length()) == '/';
    }
}
