package org.smssev.jobs.survey;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/**
 * Turns the entries of lists into technologies. Entries of equal name (without case, blanks and punctuation) are one
 * technology: it has the id of the first, the scopes of all, and is controlled if one of its lists stands for controls
 * in force.
 */
final class Technologies {
    private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);

    private final Map<String, ListItem> items = new LinkedHashMap<>();
    private final Map<String, Draft> byName = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    /** A technology as it grows. */
    private static final class Draft {
        private final String id;
        private final String nameEn;
        private String nameZh;
        private String domain;
        private boolean controlled;
        private final Set<String> ipc = new TreeSet<>();
        private final Set<String> keywords = new LinkedHashSet<>();
        private final Map<String, TechnologyItem> behind = new LinkedHashMap<>();

        private Draft(String id, String nameEn) {
            this.id = id;
            this.nameEn = nameEn;
        }
    }

    /**
     * Adds a list.
     *
     * @throws UserException with exit 3 if two entries of the list have the same number and date
     */
    void add(Config.ListFile list, List<ListEntry> entries) {
        for (ListEntry entry : entries) {
            LocalDate from = entry.validFrom() == null ? NO_DATE : entry.validFrom();
            ListItem item = new ListItem(
                    list.id(),
                    entry.itemNo(),
                    from,
                    entry.validTo(),
                    entry.suspendedUntil(),
                    entry.parent(),
                    entry.regime(),
                    entry.textEn(),
                    entry.textZh());
            if (items.put(list.id() + "\n" + entry.itemNo() + "\n" + from, item) != null) {
                throw new UserException(
                        Exit.INPUT,
                        "List " + list.id() + " holds item " + entry.itemNo() + " twice with the same date ("
                                + entry.textEn() + "); give each entry its own number");
            }
            if (list.takeOver()) {
                takeOver(list, entry);
            }
        }
    }

    private void takeOver(Config.ListFile list, ListEntry entry) {
        String name = entry.textEn().isEmpty() ? entry.textZh() : entry.textEn();
        Draft draft = byName.computeIfAbsent(normalised(name), k -> new Draft(newId(list, entry), name));
        draft.nameZh = draft.nameZh == null ? entry.textZh() : draft.nameZh;
        draft.domain = draft.domain == null ? entry.domain() : draft.domain;
        draft.controlled |= list.controlled();
        draft.ipc.addAll(entry.ipc());
        draft.keywords.addAll(entry.keywords());
        draft.behind.put(list.id() + "\n" + entry.itemNo(), new TechnologyItem(draft.id, list.id(), entry.itemNo()));
    }

    /** The operator's own id, else list and number; made distinct by a number where it is taken. */
    private String newId(Config.ListFile list, ListEntry entry) {
        String raw = entry.technologyId() == null ? list.id() + "-" + entry.itemNo() : entry.technologyId();
        String slug = raw.strip().replaceAll("[^A-Za-z0-9._-]+", "-");
        String id = slug;
        for (int n = 2; !ids.add(id); n++) {
            id = slug + "-" + n;
        }
        return id;
    }

    /** Every entry of every list. */
    List<ListItem> listItems() {
        return List.copyOf(items.values());
    }

    /** The technologies, in the order in which their first entry was read. */
    List<Technology> technologies() {
        return byName.values().stream()
                .map(d -> new Technology(
                        d.id, d.nameEn, d.nameZh, d.domain, List.copyOf(d.ipc), List.copyOf(d.keywords), d.controlled))
                .toList();
    }

    /** The entries behind each technology. */
    List<TechnologyItem> technologyItems() {
        List<TechnologyItem> all = new ArrayList<>();
        byName.values().forEach(d -> all.addAll(d.behind.values()));
        return all;
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
