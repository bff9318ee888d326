package org.smssev.jobs.survey;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smssev.common.ipc.IpcSymbol;

/** Reads the IPC prefixes of a scope: a section, class, subclass, main group or subgroup in any usual spelling. */
final class IpcScope {
    private static final Pattern SECTION_OR_CLASS = Pattern.compile("[A-H]([0-9]{2})?");

    private IpcScope() {}

    /** The canonical prefix ({@code H}, {@code H01}, {@code H01M}, {@code H01M 10}, {@code H01M 10/05}), if it is one. */
    static Optional<String> canonical(String raw) {
        String prefix = raw.strip().toUpperCase(Locale.ROOT);
        if (SECTION_OR_CLASS.matcher(prefix).matches()) {
            return Optional.of(prefix);
        }
        return IpcSymbol.parse(prefix).map(IpcSymbol::canonical);
    }
}
