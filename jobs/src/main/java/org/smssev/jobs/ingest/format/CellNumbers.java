package org.smssev.jobs.ingest.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The values of a workbook's cells as text. */
public final class CellNumbers {
    private static final MathContext DIGITS = new MathContext(15);
    /** The first number of more digits. */
    private static final BigDecimal FIRST_ROUNDED = BigDecimal.TEN.pow(15);

    private static final double LAST_DAY = 2_958_466;
    /** About the year 1000; LibreOffice and others go on below 0, where Excel shows no days. */
    private static final double FIRST_DAY = -328_000;

    private CellNumbers() {}

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

    /** A day number as an ISO date, with the time of day if there is one; as a number if it is no day. */
    public static String date(double value, boolean from1904) {
        double day = from1904 ? value + 1462 : value;
        boolean isBefore1900 = day <= -1 && day > FIRST_DAY;
        if (!(day >= 1 || isBefore1900) || day >= LAST_DAY) {
            return number(value);
        }
        long seconds = Math.round((day - Math.floor(day)) * 86_400);
        // Excel counts a 29 February 1900, so days of January and February 1900 are one off.
        long days = (long) Math.floor(day) + (day < 60 && !isBefore1900 ? 1 : 0);
        LocalDateTime time =
                LocalDate.of(1899, 12, 30).plusDays(days).atStartOfDay().plusSeconds(seconds);
        boolean midnight = seconds % 86_400 == 0;
        return midnight ? time.toLocalDate().toString() : time.toString();
    }
}
