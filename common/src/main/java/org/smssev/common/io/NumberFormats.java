package org.smssev.common.io;

import java.util.Locale;
import java.util.regex.Pattern;

/** Number formats of the cells of workbooks. */
public final class NumberFormats {
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile(".*(?:yy|d.*m|m.*d|年|月).*", Pattern.DOTALL);
    private static final int LONGEST = 255;

    private NumberFormats() {}

    /**
     * Whether a format shows a number as a date.
     *
     * @param id number of the format in its workbook; those that workbooks do not spell out are the same in all
     * @param format null where the workbook does not spell it out
     */
    public static boolean isDate(int id, String format) {
        // Western dates, and those of East Asia.
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.length() > LONGEST) {
            return false;
        }
        String plain = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE.matcher(plain).matches();
    }
}
