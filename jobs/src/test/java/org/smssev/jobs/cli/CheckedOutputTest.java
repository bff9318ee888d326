package org.smssev.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {
    private final StringWriter told = new StringWriter();

    @Test
    void anOutputThatCannotBeWrittenIsNoSuccess() {
        assertThat(run(failing("No space left on device"))).isEqualTo(1);
        assertThat(told.toString()).contains("standard output: cannot write (No space left on device)");
    }

    @Test
    void aReaderThatWantsNoMoreIsNoFailure() {
        assertThat(run(failing("Broken pipe"))).isZero();
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void whatCanBeWrittenIsWrittenWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(run(out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: smssev", "Exit codes");
    }

    private int run(OutputStream out) {
        return CommandLineApp.run(out, new PrintWriter(told, true), "--help");
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
