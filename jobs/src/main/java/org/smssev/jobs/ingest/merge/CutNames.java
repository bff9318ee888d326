package org.smssev.jobs.ingest.merge;

import java.util.List;
import java.util.function.Function;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.Reading;

/**
 * Applicants and inventors of sources that part names by what they hold as well, so that some may be cut in two: such a list looks
 * fuller than the right one, and counts only where no other record has names.
 */
public final class CutNames {
    private CutNames() {}

    /** Records of one publication in their order; those that may cut names without those that others have. */
    static List<Patent> givingWay(List<Patent> records) {
        if (records.size() < 2 || records.stream().noneMatch(Reading::cutsNames)) {
            return records;
        }
        boolean areApplicants = haveOthers(records, Patent::applicants);
        boolean areInventors = haveOthers(records, Patent::inventors);
        return records.stream()
                .map(p -> Reading.cutsNames(p) ? without(p, areApplicants, areInventors) : p)
                .toList();
    }

    /** Whether all records of one publication that have names may cut them. */
    static boolean areAllOf(List<Patent> records) {
        List<Patent> named = records.stream()
                .filter(p -> !p.applicants().isEmpty() || !p.inventors().isEmpty())
                .toList();
        return !named.isEmpty() && named.stream().allMatch(Reading::cutsNames);
    }

    private static boolean haveOthers(List<Patent> records, Function<Patent, List<Party>> parties) {
        return records.stream()
                .filter(p -> !Reading.cutsNames(p))
                .anyMatch(p -> parties.apply(p).stream()
                        .anyMatch(party -> !party.name().isEmpty()));
    }

    private static Patent without(Patent p, boolean applicants, boolean inventors) {
        return Merge.withParties(p, applicants ? List.of() : p.applicants(), inventors ? List.of() : p.inventors());
    }
}
