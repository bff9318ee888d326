package org.smssev.jobs.ingest.record;

import java.time.DateTimeException;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.format.Field;

/** Why a text is no date, in words that tell which setting to look at. */
final class DateProblem {
    /** Of the years from 1954 to 2064. */
    private static final Pattern DAY_NUMBER = Pattern.compile("[2-5]\\d{4}|60000");

    private DateProblem() {}

    /**
     * The problem of a cell.
     *
     * @param pattern of its column; null where the layout of an export has patterns of its own
     * @param e what {@link DateReader} said
     */
    static String of(Field field, String text, String pattern, DateTimeException e) {
        String cell = field.key() + " '" + text + "'";
        if (e instanceof DateReader.OutOfRange) {
            return cell + " is not possible: " + e.getMessage();
        }
        if (DAY_NUMBER.matcher(text).matches()) {
            return cell
                    + " is not a date. It seems to be the day number of a spreadsheet program. Format the column as a date"
                    + " there and save the file again.";
        }
        // Where the parts of a date were read and are none together, the parser has a cause.
        boolean isOtherForm = e instanceof DateTimeParseException && e.getCause() == null;
        if (pattern != null) {
            String is = cell + " is not a date of pattern " + pattern + " (text.date-pattern of the source)";
            return isOtherForm ? is : is + ": this day does not exist";
        }
        boolean isUnread = e instanceof DateTimeParseException;
        return cell + " is not a date"
                + (isUnread
                        ? " of a known pattern. Set text.date-pattern of the source, such as M/d/yyyy or d MMM yyyy."
                        : ": " + e.getMessage());
    }
}
