package org.smssev.jobs.screen;

import java.util.List;
import org.smssev.common.config.ScreenConfig.Source;
import org.smssev.common.tables.ScreenTables.CandidateMember;

/**
 * A candidate before it is measured.
 *
 * @param source what it was made of first
 * @param sourceId the technology, cluster, community or code that it was made of
 * @param definitionEn what it is, in the words of its list entries or of what its families share
 * @param members what was merged into it, nodes of its scope included
 * @param network greatest TOPSIS closeness of its key nodes, null where it has none
 */
record Draft(
        String candidateId,
        Source source,
        String sourceId,
        String nameEn,
        String nameZh,
        String definitionEn,
        String definitionZh,
        String domain,
        List<String> ipcScope,
        List<String> keywords,
        boolean alreadyControlled,
        List<CandidateMember> members,
        Double network) {
    /** Whether clusters make a part of its families. */
    boolean hasCluster() {
        return members.stream().anyMatch(member -> member.memberKind().equals(Source.CLUSTER.name()));
    }
}
