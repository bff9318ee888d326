package org.smssev.jobs.generate;

import java.util.Locale;
import java.util.SplittableRandom;

/** Titles and abstracts in English and Chinese; members of a family in one language have the same text. */
final class Prose {
    private static final String[] OPENINGS = {
        "Method for preparing",
        "Preparation method of",
        "Process for producing",
        "Composite comprising",
        "Device using",
        "Use of",
        "Apparatus for manufacturing",
        "System for",
        "Novel",
        "Improved",
        "Structure of",
        "Modified"
    };
    private static final String[] OPENINGS_ZH = {"一种", "一种新型", "基于", "用于", "一种改进的", "高效"};
    private static final String[] ENDINGS_ZH = {"及其制备方法", "装置", "系统", "方法", "及应用", "结构", "设备"};
    private static final double LINE_BREAKS = 0.004;

    private final Vocabulary vocabulary;
    private final long seed;

    Prose(World world) {
        vocabulary = world.vocabulary;
        seed = world.seed;
    }

    /** The title and the abstract of a draft. */
    String[] of(Draft draft) {
        SplittableRandom random = Streams.of(seed, Streams.Purpose.TEXT, draft.original.serial, draft.chinese ? 1 : 0);
        return draft.chinese
                ? new String[] {chineseTitle(draft, random), chineseAbstract(draft, random)}
                : new String[] {title(draft, random), summary(draft, random)};
    }

    private String title(Draft d, SplittableRandom random) {
        StringBuilder text = new StringBuilder(Tables.pick(OPENINGS, random));
        int n = 3 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            text.append(i == n - 1 && n > 3 ? " with " : " ").append(word(d, .16 + .34 * d.purity, .18, .2, random));
        }
        return text.toString();
    }

    private String summary(Draft d, SplittableRandom random) {
        int n = (int) Math.max(12, Math.min(260, StrictMath.exp(4.35 + .33 * random.nextGaussian())));
        double own = .02 + .09 * d.purity;
        double other = .08 * (1 - d.purity) + .01;
        StringBuilder text = new StringBuilder(n * 8);
        boolean breaks = random.nextDouble() < LINE_BREAKS;
        boolean capital = true;
        for (int i = 0; i < n; i++) {
            String word = word(d, own, .06, other, random);
            if (capital) {
                text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
            } else {
                text.append(word);
            }
            capital = i < n - 1 && random.nextInt(20) == 0;
            if (capital || i == n - 1) {
                text.append('.');
            } else if (random.nextInt(24) == 0) {
                text.append(',');
            }
            if (i < n - 1) {
                text.append(capital && breaks ? '\n' : ' ');
            }
        }
        return random.nextInt(40) == 0
                ? text.append(" A so-called \"")
                        .append(word(d, .5, .2, 0, random))
                        .append("\" is disclosed.")
                        .toString()
                : text.toString();
    }

    private String word(Draft d, double own, double domain, double other, SplittableRandom random) {
        double u = random.nextDouble();
        if (u < own) {
            return Tables.pick(vocabulary.technology[d.technology], random);
        }
        if (u < own + domain) {
            return Tables.pick(vocabulary.domain[d.technology], random);
        }
        return Tables.pick(u < own + domain + other ? vocabulary.technology[d.second] : vocabulary.background, random);
    }

    private String chineseTitle(Draft d, SplittableRandom random) {
        return Tables.pick(OPENINGS_ZH, random)
                + chineseWord(d, .45 + .4 * d.purity, .15, random)
                + chineseWord(d, .25 + .3 * d.purity, .15, random)
                + Tables.pick(ENDINGS_ZH, random);
    }

    private String chineseAbstract(Draft d, SplittableRandom random) {
        int n = (int) Math.max(15, Math.min(200, StrictMath.exp(4.15 + .3 * random.nextGaussian())));
        StringBuilder text = new StringBuilder(n * 3).append("本发明公开了");
        for (int i = 0; i < n; i++) {
            text.append(chineseWord(d, .04 + .12 * d.purity, .1 * (1 - d.purity), random));
            if (i < n - 1 && random.nextInt(9) == 0) {
                text.append(random.nextInt(3) == 0 ? '。' : '，');
            }
        }
        return text.append('。').toString();
    }

    private String chineseWord(Draft d, double own, double other, SplittableRandom random) {
        double u = random.nextDouble();
        if (u < own) {
            return Tables.pick(vocabulary.technologyZh[d.technology], random);
        }
        return Tables.pick(u < own + other ? vocabulary.technologyZh[d.second] : vocabulary.backgroundZh, random);
    }
}
