package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.NetworkTables.IpcNode;

class SubjectsTest {
    private final Families families = new Families();

    private void add(String... ipc) {
        families.add(2015, false, List.of(ipc), "a", Families.none(), "KR", 1.0);
    }

    private static IpcNode node(String level, String ipc, long families, int community) {
        return new IpcNode(
                level,
                "ALL",
                ipc,
                families,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                null,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                community,
                0,
                null,
                null,
                0,
                1,
                "PERIPHERY",
                false,
                "");
    }

    private static List<String> told(Subjects subjects) {
        List<String> told = new ArrayList<>();
        for (Subject subject : subjects.all()) {
            StringBuilder families = new StringBuilder(subject.kind + " " + subject.id + ":");
            for (int i = 0; i < subject.size(); i++) {
                families.append(' ').append(subject.family(i));
            }
            told.add(families.toString());
        }
        return told;
    }

    @Test
    void nodesAreTheMainGroupsWithMostFamiliesThenLeastCode() {
        add("H01M 10/05", "H01M 10/06", "C22C 38/00");
        add("H01M 10/05", "B22F 1/00");
        add("B22F 1/00", "H01M");
        Subjects subjects = new Subjects(families.columns());
        subjects.addNodes(2);
        assertThat(told(subjects)).containsExactly("NODE B22F 1: 1 2", "NODE H01M 10: 0 1");
    }

    @Test
    void aFamilyBelongsToTheCommunityOfMostOfItsCodes() {
        add("H01M 10/05", "H01M 4/00", "C22C 38/00");
        add("C22C 38/00", "H01M 4/00");
        add("B22F 1/00");
        Subjects subjects = new Subjects(families.columns());
        subjects.addCommunities(List.of(
                node("MAIN_GROUP", "H01M 10", 1, 1),
                node("MAIN_GROUP", "H01M 4", 2, 1),
                node("MAIN_GROUP", "C22C 38", 2, 0)));
        assertThat(told(subjects)).containsExactly("COMMUNITY 0: 1", "COMMUNITY 1: 0");
    }

    @Test
    void communitiesOfOtherLevelsReachTheMainGroups() {
        add("H01M 10/05");
        add("C22C 38/00");
        Subjects subclasses = new Subjects(families.columns());
        subclasses.addCommunities(List.of(node("SUBCLASS", "C22C", 1, 0), node("SUBCLASS", "H01M", 1, 1)));
        assertThat(told(subclasses)).containsExactly("COMMUNITY 0: 1", "COMMUNITY 1: 0");
        Subjects subgroups = new Subjects(families.columns());
        subgroups.addCommunities(List.of(
                node("SUBGROUP", "H01M 10/04", 3, 0),
                node("SUBGROUP", "H01M 10/05", 2, 1),
                node("SUBGROUP", "H01M 10/06", 2, 1)));
        assertThat(told(subgroups)).containsExactly("COMMUNITY 0:", "COMMUNITY 1: 0");
    }

    @Test
    void subjectsWithoutFamiliesStay() {
        add("H01M 10/05");
        Subjects subjects = new Subjects(families.columns());
        subjects.add(Subject.TECHNOLOGY, List.of("T1", "T2"), new double[] {1});
        assertThat(told(subjects)).containsExactly("TECHNOLOGY T1:", "TECHNOLOGY T2: 0");
    }
}
