package org.smssev.jobs.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables.TechnologyItem;

/** List items behind candidates. */
final class Items {
    private Items() {}

    /** Numbers of the items behind each candidate. */
    static Map<String, Set<String>> of(List<CandidateMember> members, List<TechnologyItem> items) {
        return of(members, items, false);
    }

    /** The items behind each candidate, each with its list. */
    static Map<String, Set<String>> withLists(List<CandidateMember> members, List<TechnologyItem> items) {
        return of(members, items, true);
    }

    private static Map<String, Set<String>> of(
            List<CandidateMember> members, List<TechnologyItem> items, boolean withList) {
        Map<String, Set<String>> byTechnology = new TreeMap<>();
        for (TechnologyItem item : items) {
            byTechnology
                    .computeIfAbsent(item.technologyId(), id -> new TreeSet<>())
                    .add(withList ? item.listId() + " " + item.itemNo() : item.itemNo());
        }
        Map<String, Set<String>> byCandidate = new TreeMap<>();
        for (CandidateMember member : members) {
            if (member.memberKind().equals("TECHNOLOGY") && byTechnology.containsKey(member.memberId())) {
                byCandidate
                        .computeIfAbsent(member.candidateId(), id -> new TreeSet<>())
                        .addAll(byTechnology.get(member.memberId()));
            }
        }
        return byCandidate;
    }
}
