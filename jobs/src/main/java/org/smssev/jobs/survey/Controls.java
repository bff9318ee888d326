package org.smssev.jobs.survey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.tables.SurveyTables.Control;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

/**
 * Whether lists control technologies at a date. An entry is in force from {@code valid_from} to {@code valid_to}, both
 * included, but not up to {@code suspended_until}, that day included.
 */
final class Controls {
    private static final Pattern RELEASE_DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** What an entry is at a date, from the nearest to being in force on. */
    enum Status {
        IN_FORCE,
        SUSPENDED,
        NOT_YET,
        EXPIRED,
        NOT_LISTED
    }

    private Controls() {}

    /**
     * The date at which controls must be in force: the setting's, else the last day that the release's name tells.
     *
     * @return null where neither tells any
     */
    static LocalDate asOf(String setting, String release) {
        if (setting != null) {
            return LocalDate.parse(setting);
        }
        Matcher date = RELEASE_DATE.matcher(release);
        if (!date.matches()) {
            return null;
        }
        int month = date.group(2) == null ? 12 : Integer.parseInt(date.group(2));
        if (month < 1 || month > 12) {
            return null;
        }
        YearMonth of = YearMonth.of(Integer.parseInt(date.group(1)), month);
        if (date.group(3) == null) {
            return of.atEndOfMonth();
        }
        int day = Integer.parseInt(date.group(3));
        return day >= 1 && day <= of.lengthOfMonth() ? of.atDay(day) : null;
    }

    /** What an entry is at a date; without a date its own dates do not count. */
    static Status status(ListItem item, LocalDate date) {
        if (date == null) {
            return Status.IN_FORCE;
        } else if (date.isBefore(item.validFrom())) {
            return Status.NOT_YET;
        } else if (item.validTo() != null && date.isAfter(item.validTo())) {
            return Status.EXPIRED;
        }
        boolean suspended = item.suspendedUntil() != null && !date.isAfter(item.suspendedUntil());
        return suspended ? Status.SUSPENDED : Status.IN_FORCE;
    }

    /**
     * Every technology against every list.
     *
     * @param lists present editions of the lists that stand for controls
     */
    static List<Control> of(List<Drafted> technologies, Map<String, ListItems> lists, LocalDate date) {
        List<Control> controls = new ArrayList<>();
        for (Drafted technology : technologies) {
            lists.forEach((id, items) -> controls.add(of(technology, id, items, date)));
        }
        return controls;
    }

    private static Control of(Drafted technology, String listId, ListItems items, LocalDate date) {
        Map<Status, TreeSet<String>> byStatus = new TreeMap<>();
        for (ItemRef ref : technology.items()) {
            if (ref.listId().equals(listId)) {
                for (ListItem item : items.of(ref.itemNo())) {
                    byStatus.computeIfAbsent(status(item, date), k -> new TreeSet<>())
                            .add(item.itemNo());
                }
            }
        }
        Status best = byStatus.isEmpty()
                ? Status.NOT_LISTED
                : byStatus.keySet().iterator().next();
        return new Control(
                technology.id(), listId, date, best.name(), List.copyOf(byStatus.getOrDefault(best, new TreeSet<>())));
    }
}
