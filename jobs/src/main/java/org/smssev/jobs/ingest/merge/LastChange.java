package org.smssev.jobs.ingest.merge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.NoValue;
import org.smssev.jobs.ingest.record.CellValues;
import org.smssev.jobs.ingest.record.DateReader;
import org.smssev.jobs.ingest.record.Writing;

/**
 * Reads the day on which a source changed its record last: dates as {@link DateReader} has them, and the day of a time stamp of
 * fourteen digits, {@code 20230105101010}. Not for several threads.
 */
public final class LastChange {
    private static final Pattern STAMP = Pattern.compile("(\\d{8})\\d{6}");

    private final DateReader dates;

    /** A reader of days whose column writes dates so; {@code writing} is null where records have no such column. */
    public LastChange(Writing writing) {
        dates = writing == null ? null : new DateReader(writing.datePattern());
    }

    /**
     * The last change of a record.
     *
     * @param day null where it is not told
     * @param isUnread whether it is told by a text that is no date
     */
    public record Told(LocalDate day, boolean isUnread) {
        /** That day, counted from 1970 on; {@link Reading#UNTOLD} where it is not told. */
        public long epochDay() {
            return day == null ? Reading.UNTOLD : day.toEpochDay();
        }

        /** The record with that day, if there is one. */
        public Patent dated(Patent record) {
            return day == null
                    ? record
                    : Merge.read(
                            record,
                            record.firstRelease(),
                            record.recordHash(),
                            Reading.changedOn(epochDay(), record.reading()));
        }
    }

    /** What the cells of a record tell. */
    public Told of(Map<Field, String> cells) {
        try {
            return new Told(day(cells), false);
        } catch (DateTimeException e) {
            // What cannot be read orders nothing, but the record is as good as others.
            return new Told(null, true);
        }
    }

    private LocalDate day(Map<Field, String> cells) {
        String text = dates == null ? null : CellValues.first(cells, Field.LAST_CHANGE);
        if (NoValue.isNoDate(text)) {
            return null;
        }
        try {
            return DateReader.known(dates.read(text));
        } catch (DateTimeException e) {
            Matcher stamp = STAMP.matcher(text.strip());
            if (!stamp.matches()) {
                throw e;
            }
            return DateReader.known(dates.read(stamp.group(1)));
        }
    }
}
