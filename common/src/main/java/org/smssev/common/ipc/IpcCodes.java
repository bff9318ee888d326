package org.smssev.common.ipc;

import java.util.ArrayList;
import java.util.List;

/** Texts that hold several IPC codes, whatever stands between them. */
public final class IpcCodes {
    private IpcCodes() {}

    /**
     * Cuts a text where another subclass, also one of CPC alone (section Y), starts behind something that is neither letter
     * nor digit: {@code H01M 10/05 | B60L 58/12} are two codes, and so are they with a comma, a line end or a blank alone.
     * What stands before the first is a text of its own if it holds a letter or digit; marks at either end are left out.
     *
     * @param text codes in any spelling that {@link IpcSymbol#parse} reads
     * @return the text itself where it holds one; never empty
     */
    public static List<String> split(String text) {
        int next = next(text, 1);
        if (next < 0) {
            return List.of(text);
        }
        List<String> codes = new ArrayList<>();
        int start = 0;
        while (start >= 0) {
            String code = withoutMarks(text.substring(start, next < 0 ? text.length() : next));
            if (!code.isEmpty()) {
                codes.add(code);
            }
            start = next;
            next = next < 0 ? -1 : next(text, next + 1);
        }
        return codes;
    }

    /** Where a subclass starts, from a place on; -1 where none does. */
    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i - 1)) && IpcSymbol.hasSubclassAt(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutMarks(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        boolean isOpen = text.indexOf('(', start) >= 0;
        while (end > start
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && !(isOpen && text.charAt(end - 1) == ')')) {
            end--;
        }
        return text.substring(start, end);
    }
}
