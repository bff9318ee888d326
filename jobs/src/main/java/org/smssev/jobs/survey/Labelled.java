package org.smssev.jobs.survey;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.ScopeTables.ScopeQuality;
import org.smssev.common.tables.SurveyTables.Technology;
import org.smssev.jobs.survey.OperatorSheets.Label;

/** A labelled sample held against what was found. */
final class Labelled {
    private final StageContext context;
    private final List<Label> labels;
    private final Map<String, Technology> technologies = new HashMap<>();
    private final Dataset<Row> matches;

    Labelled(StageContext context, List<Label> labels, List<Technology> technologies, Dataset<Row> matches) {
        this.context = context;
        this.labels = labels;
        this.matches = matches;
        technologies.forEach(t -> this.technologies.put(t.technologyId(), t));
    }

    /** Its figures; labels of technologies or families that there are not are left out and counted. */
    List<ScopeQuality> quality() {
        ScopeQualities qualities = new ScopeQualities();
        if (labels.isEmpty()) {
            return List.of();
        }
        Map<String, String> families = families();
        Set<String> found = matched(families);
        long leftOut = 0;
        for (Label label : labels) {
            Technology technology = technologies.get(label.technologyId());
            String family = label.ipc() == null ? families.get(key(label)) : null;
            if (technology == null || label.ipc() == null && family == null) {
                leftOut++;
            } else if (label.ipc() == null) {
                boolean isFound = found.contains(label.technologyId() + "\n" + family);
                qualities.add("FAMILY", label.technologyId(), technology.scopeMethod(), label.isRelevant(), isFound);
            } else {
                boolean isFound = technology.ipcScope().stream().anyMatch(p -> IpcSymbol.inScope(label.ipc(), p));
                qualities.add("IPC", label.technologyId(), technology.scopeMethod(), label.isRelevant(), isFound);
            }
        }
        context.quality("labels", "", (double) labels.size(), "labelled pairs in survey.labels");
        context.quality(
                "labels_left_out",
                "",
                (double) leftOut,
                "labelled pairs name a technology, family or publication that is not in the release");
        return qualities.rows();
    }

    private static String key(Label label) {
        return label.familyId() == null ? "publication " + label.publication() : "family " + label.familyId();
    }

    /** The family that each label means, by {@link #key}. */
    private Map<String, String> families() {
        Set<String> publications = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (Label label : labels) {
            if (label.publication() != null) {
                publications.add(label.publication());
            } else if (label.familyId() != null) {
                ids.add(label.familyId());
            }
        }
        Map<String, String> families = new HashMap<>();
        if (!ids.isEmpty()) {
            context.dataset(IngestTables.Family.class)
                    .filter(col("family_id").isInCollection(ids))
                    .select("family_id")
                    .collectAsList()
                    .forEach(r -> families.put("family " + r.getString(0), r.getString(0)));
        }
        if (!publications.isEmpty()) {
            context.dataset(IngestTables.Patent.class)
                    .filter(col("publication_number").isInCollection(publications))
                    .select("publication_number", "family_id")
                    .collectAsList()
                    .forEach(r -> families.put("publication " + r.getString(0), r.getString(1)));
        }
        return families;
    }

    private Set<String> matched(Map<String, String> families) {
        Set<String> found = new HashSet<>();
        if (!families.isEmpty()) {
            matches.filter(col("family_id").isInCollection(new TreeSet<>(families.values())))
                    .select("technology_id", "family_id")
                    .collectAsList()
                    .forEach(r -> found.add(r.getString(0) + "\n" + r.getString(1)));
        }
        return found;
    }
}
