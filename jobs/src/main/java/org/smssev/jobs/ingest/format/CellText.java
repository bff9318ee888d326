package org.smssev.jobs.ingest.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values of a workbook's cells as text. */
public final class CellText {
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile(".*(?:yy|d.*m|m.*d|年|月).*", Pattern.DOTALL);
    private static final MathContext DIGITS = new MathContext(15);
    /** The first number of more digits. */
    private static final BigDecimal FIRST_ROUNDED = BigDecimal.TEN.pow(15);

    private static final double LAST_DAY = 2_958_466;
    private static final int LONGEST_FORMAT = 255;

    private CellText() {}

    /**
     * A number as people write it, without exponent, up to the 15 digits that a workbook keeps. Of one of more digits the others are
     * lost, and it has an exponent as programs show it, by which it is told to be rounded.
     */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        BigDecimal number = new BigDecimal(value).round(DIGITS);
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return number.abs().compareTo(FIRST_ROUNDED) < 0 ? stripped.toPlainString() : stripped.toString();
    }

    /** Whether a format shows a number as a date. */
    public static boolean isDate(int id, String format) {
        // Ids of the dates that workbooks do not spell out: western ones, and those of East Asia.
        if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.length() > LONGEST_FORMAT) {
            return false;
        }
        String plain = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE.matcher(plain).matches();
    }

    /** A day number as an ISO date, with the time of day if there is one; as a number if it is no day. */
    public static String date(double value, boolean from1904) {
        double day = from1904 ? value + 1462 : value;
        if (!(day >= 1) || day >= LAST_DAY) {
            return number(value);
        }
        long seconds = Math.round((day - Math.floor(day)) * 86_400);
        // Excel counts a 29 February 1900, so days before March 1900 are one off.
        long days = (long) Math.floor(day) + (day < 60 ? 1 : 0);
        LocalDateTime time =
                LocalDate.of(1899, 12, 30).plusDays(days).atStartOfDay().plusSeconds(seconds);
        boolean midnight = seconds % 86_400 == 0;
        return midnight ? time.toLocalDate().toString() : time.toString();
    }
}
