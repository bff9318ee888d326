package org.smssev.jobs.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its date behind or before it, {@code US62/123456 (2015.05.01)} or {@code 2015年5月1日 US62/123456}, as people and
 * spreadsheet programs rewrite what tools list as {@link Cleaning#dated}.
 */
final class DatedNumber {
    private static final int LONGEST = 100;
    private static final String CLOSING = ")）]】";
    private static final String DAY =
            "(\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}日|(?:1[6-9]|20)\\d{6})"
                    + "(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?";
    /** The only one with the year last that is read one way: with dots the day is first. */
    private static final Dates YEAR_LAST = Dates.of("dd.MM.yyyy");

    private static final Pattern BEHIND =
            Pattern.compile("(.*[^\\s,，(（\\[【])(?:[\\s,，]++[(（\\[【]?|[(（\\[【])" + DAY + "\\.?[)）\\]】]?");
    private static final Pattern IN_FRONT =
            Pattern.compile("[(（\\[【]?" + DAY + "[)）\\]】]?(?:[\\s,，]++|(?=\\p{Lu}))(.+)");
    /** Eight digits before others may be a number, but not before an office and its digits. */
    private static final Pattern STARTS_WITH_OFFICE = Pattern.compile("\\p{Lu}{2} ?\\d.*");

    private DatedNumber() {}

    /** Tells number and date apart; all is the number where no date is found. */
    static Cleaning.Dated of(String text) {
        Cleaning.Dated usual = Cleaning.dated(text);
        String line = usual.number();
        if (!usual.date().isEmpty() || line.length() > LONGEST) {
            return usual;
        }
        Matcher behind = BEHIND.matcher(line);
        if (behind.matches() && (isMarked(behind.group(2)) || CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0)) {
            return of(behind.group(1), behind.group(2), usual);
        }
        Matcher inFront = IN_FRONT.matcher(line);
        boolean isTold = inFront.matches()
                && (isMarked(inFront.group(1))
                        || STARTS_WITH_OFFICE.matcher(inFront.group(2)).matches());
        return isTold ? of(inFront.group(2), inFront.group(1), usual) : usual;
    }

    private static boolean isMarked(String day) {
        return !day.chars().allMatch(Character::isDigit);
    }

    private static Cleaning.Dated of(String number, String day, Cleaning.Dated usual) {
        String date = YEAR_LAST.read(Dates.iso(day));
        boolean isDate = !date.isEmpty() && (!date.equals(day) || date.indexOf('-') == 4);
        boolean hasDigit = number.chars().anyMatch(Character::isDigit);
        return isDate && hasDigit ? new Cleaning.Dated(number, date) : usual;
    }
}
