package org.smssev.jobs.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why it could not be written; what prints to it does not tell. */
final class CheckedOutput extends FilterOutputStream {
    private IOException failure;

    CheckedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Why something was not written; nothing where the reader wanted no more, as {@code head} does. */
    Optional<String> failure() {
        String why = failure == null ? "" : String.valueOf(failure.getMessage());
        return why.isEmpty() || why.toLowerCase(Locale.ROOT).contains("broken pipe")
                ? Optional.empty()
                : Optional.of(why);
    }
}
