package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Whom a publication cites: earlier ones, mostly of its technology, the old ones more often; some are not at hand. */
final class Citations {
    private static final double DANGLING = 0.12;
    private static final double ACROSS = 0.2;
    private static final double FIRST_RELEASE = 0.8;
    private static final int MOST = 25;

    private final long seed;

    /** Publications by release and technology, by date. */
    private final List<Draft[][]> byTechnology = new ArrayList<>();

    Citations(World world, List<Draft[]> blocks) {
        seed = world.seed;
        for (Draft[] block : blocks) {
            List<List<Draft>> lists = new ArrayList<>();
            for (int t = 0; t < world.technologies.size(); t++) {
                lists.add(new ArrayList<>());
            }
            for (Draft draft : block) {
                lists.get(draft.technology).add(draft);
            }
            Comparator<Draft> byDate = Comparator.comparingInt(d -> d.publication);
            byTechnology.add(lists.stream()
                    .map(list -> list.stream().sorted(byDate).toArray(Draft[]::new))
                    .toArray(Draft[][]::new));
        }
    }

    /** Numbers of the cited publications, each once. */
    Set<String> of(Draft draft) {
        SplittableRandom random = Streams.of(seed, Streams.Purpose.CITATIONS, draft.serial, 0);
        int n = Math.min(MOST, (int) (-4.5 * StrictMath.log(1 - random.nextDouble())));
        if (draft.isMember()) {
            n /= 3;
        }
        Set<String> cited = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            if (random.nextDouble() < DANGLING) {
                cited.add("US" + (5_000_000 + random.nextInt(900_000)) + "B2");
                continue;
            }
            int technology = random.nextDouble() < ACROSS ? draft.second : draft.technology;
            int block = draft.block > 0 && random.nextDouble() < FIRST_RELEASE ? 0 : draft.block;
            Draft[] earlier = byTechnology.get(block)[technology];
            int upper = publishedBefore(earlier, draft.filing);
            double u = random.nextDouble();
            if (upper > 0) {
                cited.add(earlier[(int) (upper * (random.nextBoolean() ? u : u * u * u))].number);
            }
        }
        return cited;
    }

    private static int publishedBefore(Draft[] byDate, int day) {
        Draft probe = new Draft(-1, 0);
        probe.publication = day;
        int at = Arrays.binarySearch(
                byDate, probe, (a, b) -> a.publication < b.publication ? -1 : 1); // never equal: gives the lower bound
        return -at - 1;
    }
}
