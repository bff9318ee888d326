package org.smssev.common.tables;

import java.time.LocalDate;
import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the survey stage. */
public final class SurveyTables {
    private SurveyTables() {}

    @Table(
            name = "survey.list_items",
            comment = "Every entry of the given lists as it stands there.",
            key = {"list_id", "item_no", "valid_from"})
    public record ListItem(
            @Column("list") String listId,
            @Column("number of the entry in its list") String itemNo,

            @Column("date from which the entry is valid; 0001-01-01 where the list gives none")
            LocalDate validFrom,

            @Column(value = "date after which it is not", nullable = true)
            LocalDate validTo,

            @Column(value = "date until which it is suspended", nullable = true)
            LocalDate suspendedUntil,

            @Column(value = "item number of the entry above it", nullable = true)
            String parent,

            @Column(value = "control regime", nullable = true)
            String regime,

            @Column("text in English, empty where the list has none")
            String textEn,

            @Column(value = "text in Chinese", nullable = true)
            String textZh) {}

    @Table(
            name = "survey.technologies",
            comment = "The technologies that the operator looks at, with their scope.",
            key = "technology_id")
    public record Technology(
            @Column("technology; kept for life") String technologyId,
            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,

            @Column("IPC prefixes of its scope, canonical: section, class, subclass, main group or subgroup")
            List<String> ipcScope,

            @Column("keywords of its scope, lower case") List<String> keywords,

            @Column("whether a list that stands for controls in force holds it")
            boolean alreadyControlled) {}

    @Table(
            name = "survey.technology_items",
            comment = "The list entries that stand behind each technology.",
            key = {"technology_id", "list_id", "item_no"})
    public record TechnologyItem(
            @Column("technology") String technologyId,
            @Column("list") String listId,
            @Column("number of the entry") String itemNo) {}

    @Table(
            name = "survey.matches",
            comment = "Which families a technology covers, and how that was found.",
            key = {"technology_id", "family_id"},
            large = true,
            checks = "score >= 0 AND score <= 1")
    public record Match(
            @Column("technology") String technologyId,
            @Column("family") String familyId,

            @Column(
                    value = "IPC, KEYWORD or BOTH",
                    oneOf = {"IPC", "KEYWORD", "BOTH"})
            String method,

            @Column("strength of the match, 0 to 1") double score,

            @Column("whether this is the family's best technology (highest score, then least id)")
            boolean isPrimary) {}
}
