package org.smssev.common.io;

import java.util.regex.Pattern;

/** Files that nobody gives, though they lie in a folder or in a zip with those that are given. */
public final class PassedOver {
    /** Hidden files, marks of Spark, what desktops leave in folders, and grammars of XML that are delivered beside it. */
    private static final Pattern NAMES =
            Pattern.compile("[._].*|~\\$.*|(?i:thumbs\\.db|desktop\\.ini|.*\\.(?:dtd|xsd))", Pattern.DOTALL);

    private PassedOver() {}

    /**
     * Whether a file is passed over.
     *
     * @param name its name, without the folder
     */
    public static boolean isPassedOver(String name) {
        return NAMES.matcher(name).matches();
    }
}
