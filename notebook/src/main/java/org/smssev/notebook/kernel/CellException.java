package org.smssev.notebook.kernel;

/** A cell that does not compile, or that threw; the message says what and where. */
public final class CellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CellException(String message, Throwable cause) {
        super(message, cause);
    }
}
