package org.smssev.jobs.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes drafts: everything of a publication but its text and its citations. */
final class Drafter {
    private static final double MEMBERS = 0.2;
    private static final double CHINESE = 0.65;
    private static final int REACH = 400;
    private static final int RELEASE_DAYS = 30;
    private static final int FIRST_END = (int) LocalDate.of(2025, 12, 31).toEpochDay();
    private static final double[] CODES = {.20, .23, .19, .14, .10, .06, .05, .03};

    private final World world;
    private final double badShare;

    Drafter(World world, double badShare) {
        this.world = world;
        this.badShare = badShare;
    }

    /** Whether a place of a block holds a further member of a family; the first place never does. */
    boolean isMember(int serial, int indexInBlock) {
        return indexInBlock > 0 && Streams.unit(world.seed, Streams.Purpose.MEMBER, serial, 0) < MEMBERS;
    }

    /** The first publication of a family. */
    Draft original(int serial, int block) {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.STRUCTURE, serial, 0);
        Draft d = new Draft(serial, block);
        d.technology = world.sizes[random.nextInt(world.sizes.length)];
        d.second = world.neighbours[d.technology][random.nextInt(8)];
        // Kumaraswamy's distribution, near beta(3, 1.6), in closed form
        d.purity = StrictMath.pow(1 - StrictMath.pow(random.nextDouble(), 1 / 1.6), 1 / 2.6);
        dates(d, random);
        d.country = country(d, random);
        d.applicant = world.names.draw(d.country, d.technology, random);
        if (random.nextDouble() < .14) {
            d.otherCountry = random.nextDouble() < .6 ? d.country : Tables.draw(Offices.SHARES, random);
            d.otherApplicant = world.names.draw(d.otherCountry, d.technology, random);
        }
        int home = Offices.home(d.country);
        d.office = random.nextDouble() < .07 ? Offices.further(home, random.nextDouble()) : home;
        d.codes = codes(d, random);
        return finished(d, random);
    }

    /**
     * A further member of a family that began shortly before in the same block.
     *
     * @param drafts the block, with its first publications in place
     */
    Draft member(int serial, int block, Draft[] drafts, int indexInBlock) {
        SplittableRandom random = Streams.of(world.seed, Streams.Purpose.STRUCTURE, serial, 1);
        Draft original = parent(drafts, indexInBlock, random);
        Draft d = new Draft(serial, block);
        d.original = original;
        d.technology = original.technology;
        d.second = original.second;
        d.purity = original.purity;
        d.country = original.country;
        d.otherCountry = original.otherCountry;
        d.applicant = original.applicant;
        d.otherApplicant = original.otherApplicant;
        d.office = Offices.further(original.office, random.nextDouble());
        d.priority = original.priority;
        int lag = (int) Math.max(30, Math.min(900, 380 + 150 * random.nextGaussian()));
        d.publication = Math.min(original.publication + lag, end(block));
        d.filing = Math.max(original.filing, Math.min(original.filing + Math.min(lag, 365), d.publication - 30));
        d.codes = original.codes;
        if (d.codes.length > 1 && random.nextDouble() < .5) {
            d.codes = Arrays.copyOf(d.codes, d.codes.length - 1);
        }
        return finished(d, random);
    }

    private static Draft parent(Draft[] drafts, int indexInBlock, SplittableRandom random) {
        Draft found = null;
        // Families of the focal country go abroad less often, so it is passed over in two of three cases
        for (int attempt = 0; attempt < 6; attempt++) {
            int at = indexInBlock - 1 - random.nextInt(Math.min(indexInBlock, REACH));
            while (drafts[at] == null || drafts[at].isMember()) {
                at--;
            }
            found = drafts[at];
            if (found.country != Offices.FOCAL || random.nextDouble() < .35) {
                break;
            }
        }
        return found;
    }

    private Draft finished(Draft d, SplittableRandom random) {
        d.chinese = d.office == Offices.CN && random.nextDouble() < CHINESE;
        d.number = Offices.number(d.office, LocalDate.ofEpochDay(d.publication).getYear(), d.serial);
        if (Streams.unit(world.seed, Streams.Purpose.BAD, d.serial, 0) < badShare) {
            BadKind[] kinds = BadKind.values();
            d.bad = kinds[(int) (Streams.unit(world.seed, Streams.Purpose.BAD, d.serial, 1) * kinds.length)];
        }
        return d;
    }

    private static int end(int block) {
        return FIRST_END + RELEASE_DAYS * block;
    }

    private void dates(Draft d, SplittableRandom random) {
        do {
            int[] years = world.years[d.technology];
            int year = World.FIRST_YEAR + years[random.nextInt(years.length)];
            d.filing = (int) LocalDate.of(year, 1, 1).toEpochDay() + random.nextInt(365);
            d.publication = d.filing + wait(random);
        } while (d.publication > FIRST_END);
        if (d.block > 0) {
            d.publication = end(d.block) - random.nextInt(RELEASE_DAYS);
            d.filing = d.publication - wait(random);
        }
        d.priority = random.nextDouble() < .6 ? d.filing : d.filing - random.nextInt(366);
    }

    /** Days from filing to publication, about 18 months. */
    private static int wait(SplittableRandom random) {
        return (int) Math.max(180, Math.min(900, 545 + 60 * random.nextGaussian()));
    }

    /** Country of the first applicant: the planted shares, with the focal country rising over the years. */
    private int country(Draft d, SplittableRandom random) {
        int year = LocalDate.ofEpochDay(d.filing).getYear();
        double[] weights = world.shares[d.technology].clone();
        weights[Offices.FOCAL] *= .25 + 1.25 / (1 + StrictMath.exp(-.35 * (year - 2012)));
        return Tables.draw(weights, random);
    }

    /** IPC codes: mostly the technology's own, the fewer the less pure the record is. */
    private String[] codes(Draft d, SplittableRandom random) {
        int n = 1 + Tables.draw(CODES, random);
        Set<String> codes = new LinkedHashSet<>();
        String[] bridges = world.bridges[d.technology];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble() / (.55 + .45 * d.purity);
            if (u < .62) {
                codes.add(Tables.pick(world.core[d.technology], random));
            } else if (u < .80) {
                codes.add(Tables.pick(world.hubs[d.technology], random));
            } else if (u < .87 && bridges.length > 0) {
                codes.add(Tables.pick(bridges, random));
            } else if (u < 1.05) {
                codes.add(Tables.pick(world.core[d.second], random));
            } else {
                codes.add(Tables.pick(world.noise, random));
            }
        }
        return codes.toArray(String[]::new);
    }
}
