package org.smssev.jobs.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The panel's scores in two rounds, one workbook per expert and round: half points from 0 to 10, some cells empty, two
 * biased experts, one declared conflict of interest, one row given twice, one score out of range.
 */
final class Panel {
    /** Rounds. */
    static final int ROUNDS = 2;

    /** Share of empty cells. */
    static final double GAPS = 0.04;

    /** Place of the lenient expert, E07, and by how many points. */
    static final int LENIENT = 6;

    static final double LENIENCE = 2.4;

    /** Place of the severe expert, E14, and by how many points. */
    static final int SEVERE = 13;

    static final double SEVERITY = -2.1;

    private static final String[] BASES = {"practice", "theory", "literature", "intuition"};
    private static final List<String> HEADER = List.of(
            "round",
            "expert_id",
            "technology_id",
            "technology",
            "necessity",
            "feasibility",
            "impact",
            "familiarity",
            "basis",
            "conflict",
            "comment");

    private final World world;
    private final Lists lists;
    private final TrueScores truth;
    private final List<Experts.Expert> panel;
    private final int conflictTechnology;

    Panel(World world, Lists lists, TrueScores truth) {
        this.world = world;
        this.lists = lists;
        this.truth = truth;
        panel = Experts.panel(world.technologies);
        conflictTechnology = Experts.conflictTechnology(world.technologies).index();
    }

    /** Writes all workbooks into the folder scores; returns their number. */
    int write(Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("scores"));
        int technologies = world.technologies.size();
        double[][][] first = new double[Experts.COUNT][technologies][TrueScores.DIMENSIONS.length];
        for (int e = 0; e < Experts.COUNT; e++) {
            firstRound(e, first[e]);
        }
        double[][][] second = secondRound(first);
        for (int e = 0; e < Experts.COUNT; e++) {
            workbook(folder, 1, e, first[e]);
            workbook(folder, 2, e, second[e]);
        }
        return ROUNDS * Experts.COUNT;
    }

    private static double bias(int expert) {
        return expert == LENIENT ? LENIENCE : expert == SEVERE ? SEVERITY : 0;
    }

    private int familiarity(int expert, int technology) {
        boolean field = panel.get(expert)
                .field()
                .equals(world.technologies.get(technology).domain());
        int drawn = (int) (3 * Streams.unit(world.seed, Streams.Purpose.PANEL, 1000L + expert, technology));
        return field ? 3 + drawn : 1 + drawn;
    }

    private void firstRound(int expert, double[][] scores) {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.PANEL, 100L + expert, 0);
        double sd = .5 + .5 * random.nextDouble();
        for (int t = 0; t < scores.length; t++) {
            double[] planted = truth.of(world.technologies.get(t));
            double spread = sd * (1.25 - .1 * familiarity(expert, t));
            for (int d = 0; d < planted.length; d++) {
                scores[t][d] = planted[d] + bias(expert) + spread * random.nextGaussian();
            }
        }
    }

    /** Everybody moves half way to the first round's median, but the biased keep their bias. */
    private static double[][][] secondRound(double[][][] first) {
        int experts = first.length;
        double[][][] second = new double[experts][first[0].length][TrueScores.DIMENSIONS.length];
        double[] column = new double[experts];
        for (int t = 0; t < first[0].length; t++) {
            for (int d = 0; d < TrueScores.DIMENSIONS.length; d++) {
                for (int e = 0; e < experts; e++) {
                    column[e] = first[e][t][d];
                }
                double[] sorted = column.clone();
                Arrays.sort(sorted);
                double median = (sorted[(experts - 1) / 2] + sorted[experts / 2]) / 2;
                for (int e = 0; e < experts; e++) {
                    second[e][t][d] = (column[e] + median + bias(e)) / 2;
                }
            }
        }
        return second;
    }

    private void workbook(Path folder, int round, int expert, double[][] scores) throws IOException {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.PANEL, 200L + expert, round);
        Experts.Expert who = panel.get(expert);
        ScoreBook book = new ScoreBook(HEADER);
        for (Technology t : world.technologies) {
            Object[] row = new Object[HEADER.size()];
            row[0] = round;
            row[1] = who.id();
            row[2] = lists.scoreId(t);
            row[3] = t.nameEn();
            boolean conflict = expert == Experts.CONFLICT_EXPERT && t.index() == conflictTechnology;
            for (int d = 0; d < TrueScores.DIMENSIONS.length; d++) {
                double score = conflict ? 10 : halfPoint(scores[t.index()][d]);
                row[4 + d] = !conflict && random.nextDouble() < GAPS ? null : score;
            }
            if (round == 1 && expert == 2 && t.index() == 12) {
                row[6] = 11.5;
            }
            row[7] = familiarity(expert, t.index());
            row[8] = Tables.pick(BASES, random);
            row[9] = conflict ? "yes" : "no";
            row[10] = "SYNTHETIC";
            book.add(row);
            if (round == ROUNDS && expert == 10 && t.index() == 20) {
                book.add(row);
            }
        }
        book.write(folder.resolve(String.format(Locale.ROOT, "round-%d-%s.xlsx", round, who.id())));
    }

    private static double halfPoint(double score) {
        return Math.round(2 * Math.max(0, Math.min(10, score))) / 2.0;
    }
}
