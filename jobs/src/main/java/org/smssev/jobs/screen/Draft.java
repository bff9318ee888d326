package org.smssev.jobs.screen;

import java.util.List;
import org.smssev.common.tables.ScreenTables.CandidateMember;

/**
 * A candidate before it is measured.
 *
 * @param technologyId the technology whose id it has, null for a candidate of clusters alone
 * @param clusterId its cluster, the one with the greatest overlap where it has several, null where it has none
 * @param members what was merged into it, nodes included
 * @param network greatest TOPSIS closeness of its key nodes, null where it has none
 */
record Draft(
        String candidateId,
        String technologyId,
        Integer clusterId,
        String nameEn,
        String nameZh,
        String domain,
        List<String> ipcScope,
        List<String> keywords,
        boolean alreadyControlled,
        List<CandidateMember> members,
        Double network) {}
