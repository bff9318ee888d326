package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Cells of an export that hold lists, as fields hold them. */
final class ListCells {
    private final Pattern separator;
    private final Dates dates;

    /**
     * Lists of an export.
     *
     * @param separator what stands between their values
     * @param dates how their dates are written
     */
    ListCells(Pattern separator, Dates dates) {
        this.separator = separator;
        this.dates = dates;
    }

    /** The values of a cell, each of one line, without those that stand for nothing. */
    List<String> values(String cell) {
        return Cleaning.list(cell, separator);
    }

    /** The values of a cell in their places, each of one line, empty where they stand for nothing. */
    List<String> places(String cell) {
        return Cleaning.places(cell, separator);
    }

    /** Texts. */
    String texts(String cell) {
        return Cleaning.joined(values(cell));
    }

    /** Dates, as ISO where they are such. */
    String dates(String cell) {
        return each(cell, dates::read);
    }

    /** Publication numbers, compact. */
    String numbers(String cell) {
        return each(cell, Cleaning::number);
    }

    /** Publication numbers, compact, as another spelling has them. */
    String numbers(String cell, UnaryOperator<String> spelling) {
        return each(cell, value -> spelling.apply(Cleaning.number(value)));
    }

    /** Publication numbers, compact, as another spelling has them, without the date that may stand behind one. */
    String undatedNumbers(String cell, UnaryOperator<String> spelling) {
        return each(
                cell,
                value -> spelling.apply(Cleaning.number(Cleaning.dated(value).number())));
    }

    private String each(String cell, UnaryOperator<String> change) {
        return Cleaning.joined(values(cell).stream().map(change).toList());
    }

    /**
     * Dates of priorities: of each where there are as many as numbers, else others where there are such.
     *
     * @param each cell of their dates
     * @param others dates that come before them else, the earliest one for instance
     * @param numbers how many numbers there are
     */
    String priorityDates(String each, String others, int numbers) {
        boolean isOfEach = numbers > 0 && values(each).size() == numbers;
        return isOfEach || others.isEmpty() ? dates(each) : others;
    }
}
