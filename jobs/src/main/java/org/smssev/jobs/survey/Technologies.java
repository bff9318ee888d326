package org.smssev.jobs.survey;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.SurveyConfig.ListFile;
import org.smssev.common.tables.SurveyTables.TechnologyItem;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.OperatorSheets.Pick;

/**
 * Makes technologies: those that the operator picked, and those of the entries of lists that are taken over whole.
 * Entries of equal name (without case, blanks and punctuation) are one technology: it has the id of the first and the
 * scopes of all. An entry that stands behind a picked technology is not taken over again.
 */
final class Technologies {
    private final Map<String, Draft> byId = new LinkedHashMap<>();
    private final Map<String, Draft> byName = new LinkedHashMap<>();
    private final Set<ItemRef> picked = new HashSet<>();

    /**
     * A technology before its scope is settled.
     *
     * @param nameEn name in English, or in Chinese where there is no other
     * @param ipc prefixes given with list or technology, sorted
     */
    record Drafted(
            String id,
            String nameEn,
            String nameZh,
            String domain,
            List<String> ipc,
            List<String> keywords,
            List<ItemRef> items) {}

    /** A technology as it grows. */
    private static final class Draft {
        private final String id;
        private String nameEn;
        private String nameZh;
        private String domain;
        private final Set<String> ipc = new TreeSet<>();
        private final Set<String> keywords = new LinkedHashSet<>();
        private final Set<ItemRef> behind = new LinkedHashSet<>();

        private Draft(String id) {
            this.id = id;
        }

        private Drafted done() {
            return new Drafted(
                    id,
                    nameEn == null ? nameZh : nameEn,
                    nameZh,
                    domain,
                    List.copyOf(ipc),
                    List.copyOf(keywords),
                    List.copyOf(behind));
        }
    }

    /**
     * Adds the operator's technologies.
     *
     * @param numbers for each list, the numbers of its present and its earlier edition
     */
    void pick(List<Pick> picks, Map<String, Set<String>> numbers, FileProblems problems) {
        for (Pick pick : picks) {
            Draft draft = byId.computeIfAbsent(slug(pick.technologyId()), Draft::new);
            draft.nameEn = agreed(draft.nameEn, pick.nameEn(), "name_en", pick, problems);
            draft.nameZh = agreed(draft.nameZh, pick.nameZh(), "name_zh", pick, problems);
            draft.domain = agreed(draft.domain, pick.domain(), "domain", pick, problems);
            draft.ipc.addAll(pick.ipc());
            draft.keywords.addAll(pick.keywords());
            for (ItemRef item : pick.items()) {
                Set<String> known = numbers.get(item.listId());
                if (known == null) {
                    problems.add(
                            pick.where(),
                            "names the list " + item.listId() + ", which is not configured. The lists are "
                                    + String.join(", ", new TreeSet<>(numbers.keySet())));
                } else if (!known.contains(item.itemNo())) {
                    problems.add(
                            pick.where(),
                            "names the item " + item.itemNo() + ", which is not in list " + item.listId()
                                    + ". Correct the row.");
                }
                draft.behind.add(item);
                picked.add(item);
            }
        }
        for (Draft draft : byId.values()) {
            if (draft.nameEn == null && draft.nameZh == null) {
                problems.add("Technology " + draft.id, "has no name. Fill name_en or name_zh in one of its lines.");
            } else {
                byName.putIfAbsent(normalised(draft.nameEn == null ? draft.nameZh : draft.nameEn), draft);
            }
        }
    }

    private static String agreed(String before, String now, String column, Pick pick, FileProblems problems) {
        if (before != null && now != null && !before.equals(now)) {
            problems.add(
                    pick.where(),
                    "gives technology " + pick.technologyId() + " the " + column + " \"" + now
                            + "\", but an earlier line gives \"" + before + "\". Keep one of them.");
        }
        return before == null ? now : before;
    }

    /**
     * Makes a technology of each entry of a list that has a text.
     *
     * @throws UserException with exit 2 if the technologies would be more than {@code most}
     */
    void takeOver(ListFile list, List<ListEntry> entries, int most) {
        for (ListEntry entry : entries) {
            ItemRef item = new ItemRef(list.id(), entry.itemNo());
            if (entry.hasText() && !picked.contains(item)) {
                takeOver(list, entry, item);
            }
        }
        if (byId.size() > most) {
            throw new UserException(
                    Exit.USAGE,
                    "survey.lists[" + list.id() + "]: " + byId.size()
                            + " technologies, more than survey.max-technologies (" + most
                            + "). Set take-over: false and"
                            + " pick items in survey.technologies, or raise the limit.");
        }
    }

    private void takeOver(ListFile list, ListEntry entry, ItemRef item) {
        Draft draft = byName.computeIfAbsent(normalised(entry.text()), k -> {
            Draft made = new Draft(newId(list, entry));
            made.nameEn = entry.text();
            byId.put(made.id, made);
            return made;
        });
        draft.nameZh = draft.nameZh == null ? entry.textZh() : draft.nameZh;
        draft.domain = draft.domain == null ? entry.domain() : draft.domain;
        draft.ipc.addAll(entry.ipc());
        draft.keywords.addAll(entry.keywords());
        draft.behind.add(item);
    }

    /** The operator's own id, else list and number; made distinct by a number where it is taken. */
    private String newId(ListFile list, ListEntry entry) {
        String slug = slug(entry.technologyId() == null ? list.id() + "-" + entry.itemNo() : entry.technologyId());
        String id = slug;
        for (int n = 2; byId.containsKey(id); n++) {
            id = slug + "-" + n;
        }
        return id;
    }

    private static String slug(String raw) {
        return raw.strip().replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** The technologies, the picked ones first, in the order in which their first line or entry was read. */
    List<Drafted> drafted() {
        return byId.values().stream().map(Draft::done).toList();
    }

    /** The entries behind each technology. */
    static List<TechnologyItem> items(List<Drafted> drafted) {
        List<TechnologyItem> all = new ArrayList<>();
        for (Drafted technology : drafted) {
            technology.items().forEach(i -> all.add(new TechnologyItem(technology.id(), i.listId(), i.itemNo())));
        }
        return all;
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
