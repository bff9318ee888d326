package org.smssev.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.text.Tokenizer;

/** What every record goes through: IPC symbols as they are spelled, and words of titles and abstracts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TextBenchmark {
    private static final int SYMBOLS = 10_000;
    private static final int TEXTS = 500;
    private static final int WORDS = 120;
    private static final String SECTIONS = "ABCDEFGH";

    private final List<String> symbols = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    /** Symbols in four spellings; texts of words whose frequencies fall off as those of a language do. */
    @Setup
    public void make() {
        Random random = new Random(1);
        for (int i = 0; i < SYMBOLS; i++) {
            String subclass = SECTIONS.charAt(random.nextInt(SECTIONS.length()))
                    + String.format("%02d%c", random.nextInt(99) + 1, 'A' + random.nextInt(26));
            int group = random.nextInt(300) + 1;
            int subgroup = random.nextInt(99);
            symbols.add(
                    switch (i % 4) {
                        case 0 -> String.format("%s %d/%02d", subclass, group, subgroup);
                        case 1 -> String.format("%s%d/%02d", subclass, group, subgroup);
                        case 2 -> String.format("%s%4d/%02d", subclass, group, subgroup);
                        default -> String.format("%s%04d%02d0000", subclass, group, subgroup);
                    });
        }
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < WORDS; w++) {
                text.append(word((int) Math.pow(20_000, random.nextDouble()))).append(w % 12 == 11 ? ". " : " ");
            }
            texts.add(text.toString());
        }
    }

    private static String word(int number) {
        Random letters = new Random(number);
        StringBuilder word = new StringBuilder();
        int length = 3 + letters.nextInt(8);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + letters.nextInt(26)));
        }
        return word.toString();
    }

    /** Time per symbol. */
    @Benchmark
    @OperationsPerInvocation(SYMBOLS)
    public void parseSymbols(Blackhole hole) {
        symbols.forEach(symbol -> hole.consume(IpcSymbol.parse(symbol)));
    }

    /** Time per word. */
    @Benchmark
    @OperationsPerInvocation(TEXTS * WORDS)
    public void tokenise(Blackhole hole) {
        texts.forEach(text -> hole.consume(Tokenizer.tokens(text)));
    }
}
