package org.smssev.common;

import java.util.Locale;

/** An error that the user can mend: its message says what is wrong, where, and what to do. No stack trace is shown. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    /** Exit codes of the command line. */
    public enum Exit {
        /** Wrong usage or configuration. */
        USAGE(2),
        /** Input missing or unreadable. */
        INPUT(3),
        /** A quality gate failed. */
        GATE(4),
        /** The warehouse is in use by another run. */
        IN_USE(5);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        /** The process exit code. */
        public int code() {
            return code;
        }
    }

    /** An error with its exit code. */
    public UserException(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** An error with its exit code and cause. */
    public UserException(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /**
     * An input that cannot be read.
     *
     * @param where the file, and the place in it
     * @param problem what is wrong with it, without a full stop
     * @param remedy what to do
     */
    public static UserException input(Object where, String problem, String remedy, Throwable cause) {
        return new UserException(
                Exit.INPUT,
                where + ": " + problem + ". " + remedy.substring(0, 1).toUpperCase(Locale.ROOT) + remedy.substring(1)
                        + ".",
                cause);
    }

    /** How the process ends. */
    public Exit exit() {
        return exit;
    }
}
