package org.smssev.jobs.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.jobs.evaluate.Authority.Basis;
import org.smssev.jobs.evaluate.Authority.Degree;

/** What was taken from score sheets. Of several answers to the same question the first one counts. */
final class Taken {
    private final TreeMap<Key, Given> scores = new TreeMap<>();
    private final TreeMap<Pair, Said> said = new TreeMap<>();
    private final TreeMap<Pair, Map<Basis, Degree>> bases = new TreeMap<>();
    private final TreeMap<String, Long> missing = new TreeMap<>();

    /** What a score is about. */
    record Key(int round, String expertId, String candidateId, String dimension, String indicator)
            implements Comparable<Key> {
        /** A score of a dimension itself. */
        Key(int round, String expertId, String candidateId, String dimension) {
            this(round, expertId, candidateId, dimension, dimension);
        }

        @Override
        public int compareTo(Key other) {
            int pair = pair().compareTo(other.pair());
            int byDimension = pair != 0 ? pair : dimension.compareTo(other.dimension);
            return byDimension != 0 ? byDimension : indicator.compareTo(other.indicator);
        }

        Pair pair() {
            return new Pair(round, expertId, candidateId);
        }
    }

    /** What the words beside scores are about. */
    record Pair(int round, String expertId, String candidateId) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byRound = Integer.compare(round, other.round);
            int byExpert = byRound != 0 ? byRound : expertId.compareTo(other.expertId);
            return byExpert != 0 ? byExpert : candidateId.compareTo(other.candidateId);
        }
    }

    /** A score that was taken, and where it stands. */
    record Given(double score, String cell) {}

    /** What an expert said beside the scores; all but {@code conflict} may be null. */
    record Said(Integer familiarity, String basis, boolean conflict, String comment, String parameter) {}

    /** Scores taken, in the order of their keys. */
    Map<Key, Given> scores() {
        return Collections.unmodifiableMap(scores);
    }

    /** What was said beside them. */
    Map<Pair, Said> said() {
        return Collections.unmodifiableMap(said);
    }

    /** On what the judgements of an expert rest in a round; the candidate of the key is empty. */
    Map<Pair, Map<Basis, Degree>> bases() {
        return Collections.unmodifiableMap(bases);
    }

    /** Questions left open by expert. */
    Map<String, Long> missing() {
        return Collections.unmodifiableMap(missing);
    }

    /** The score that was taken first; null, and taken, where it is the first. */
    Given putScore(Key key, Given given) {
        return scores.putIfAbsent(key, given);
    }

    void addMissing(String expert) {
        missing.merge(expert, 1L, Long::sum);
    }

    void putBasis(int round, String expert, Map<Basis, Degree> degrees) {
        if (!degrees.isEmpty()) {
            bases.computeIfAbsent(new Pair(round, expert, ""), key -> new EnumMap<>(Basis.class))
                    .putAll(degrees);
        }
    }

    /** Of what several rows say, the first of each counts; a conflict stands once any row declares it. */
    void putSaid(Pair pair, Said now) {
        Said before = said.getOrDefault(pair, new Said(null, null, false, null, null));
        said.put(
                pair,
                new Said(
                        before.familiarity() == null ? now.familiarity() : before.familiarity(),
                        before.basis() == null ? now.basis() : before.basis(),
                        before.conflict() || now.conflict(),
                        before.comment() == null ? now.comment() : before.comment(),
                        before.parameter() == null ? now.parameter() : before.parameter()));
    }
}
