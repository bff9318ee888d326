package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.ipc.IpcSymbol;

/** The codes of families at one level, numbered; each symbol is cut once, as the same ones come again and again. */
final class CodeNumbers {
    private static final int NOT_CUT = -2;
    private static final int NONE = -1;

    /** Numbers of the codes of the family read last, each once; {@link #count} of them. */
    int[] numbers = new int[16];

    int count;

    private final IpcSymbol.Level level;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    /** The code of each symbol, by number. */
    private int[] codeOf = new int[0];
    /** For each code, the last family that had it. */
    private long[] seenIn = new long[16];

    private long family;

    CodeNumbers(IpcSymbol.Level level) {
        this.level = level;
    }

    /** Reads a family's symbols; those that stop above the level have no code. */
    void read(SymbolNumbers symbols) {
        family++;
        count = 0;
        if (codeOf.length < symbols.size()) {
            int before = codeOf.length;
            codeOf = Arrays.copyOf(codeOf, 2 * symbols.size());
            Arrays.fill(codeOf, before, codeOf.length, NOT_CUT);
        }
        for (int i = 0; i < symbols.count; i++) {
            int symbol = symbols.numbers[i];
            if (codeOf[symbol] == NOT_CUT) {
                codeOf[symbol] = cut(symbols.symbol(symbol));
            }
            int code = codeOf[symbol];
            if (code != NONE && seenIn[code] != family) {
                seenIn[code] = family;
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, 2 * count);
                }
                numbers[count++] = code;
            }
        }
    }

    /** A code by its number. */
    String code(int number) {
        return codes.get(number);
    }

    /** How many codes were met so far. */
    int size() {
        return codes.size();
    }

    private int cut(String symbol) {
        String code = IpcSymbol.truncate(symbol, level);
        if (code == null) {
            return NONE;
        }
        Integer number = known.putIfAbsent(code, codes.size());
        if (number != null) {
            return number;
        }
        codes.add(code);
        if (codes.size() > seenIn.length) {
            seenIn = Arrays.copyOf(seenIn, 2 * codes.size());
        }
        return codes.size() - 1;
    }
}
