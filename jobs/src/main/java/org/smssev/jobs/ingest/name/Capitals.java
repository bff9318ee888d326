package org.smssev.jobs.ingest.name;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;

/** Capitals of texts of any length. */
public final class Capitals {
    private Capitals() {}

    /** A text in capitals; that of the JDK takes the square of the length where letters become two, as ß. */
    public static String of(String text) {
        return UCharacter.toUpperCase(Locale.ROOT, text);
    }
}
