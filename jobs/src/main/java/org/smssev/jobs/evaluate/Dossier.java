package org.smssev.jobs.evaluate;

import java.util.List;

/**
 * What an expert is shown of a technology.
 *
 * @param technologyId the technology
 * @param nameEn name in English
 * @param nameZh name in Chinese, may be null
 * @param domain domain, may be null
 * @param provenance PATENT, LIST, EXPERT
 * @param families patent families; null without patents
 * @param trend families by year, oldest first; empty without patents
 * @param firstYear year of the first figure of the trend
 * @param position LEAD, PARALLEL, FOLLOW or LOW_N; null without patents
 * @param network codes of its scope that are key nodes, with their part in the network
 * @param lists entries of lists behind it
 * @param patents its foremost publications
 * @param nominations organisations that nominated it
 * @param comments what a consultation said of it
 */
record Dossier(
        String technologyId,
        String nameEn,
        String nameZh,
        String domain,
        List<String> provenance,
        Long families,
        List<Integer> trend,
        int firstYear,
        String position,
        List<String> network,
        List<String> lists,
        List<String> patents,
        int nominations,
        Opinions comments) {
    /**
     * Comments of a consultation, counted.
     *
     * @param parameters control parameters proposed, each with who proposed it
     */
    record Opinions(int support, int oppose, int neutral, List<String> parameters) {
        /** Nobody commented. */
        static final Opinions NONE = new Opinions(0, 0, 0, List.of());
    }
}
