package org.smssev.common.ipc;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.io.PackedText;

/** Lines of a UTF-8 file, plain, gzip or the files of a zip, by its first bytes; length and number of lines are bounded. */
final class LineSource implements AutoCloseable {
    private final String name;
    private final String what;
    private final int maxLength;
    private final int maxLines;
    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private int filled;
    private int at;
    private int number;

    private LineSource(String name, String what, int maxLength, int maxLines, Reader reader) {
        this.name = name;
        this.what = what;
        this.maxLength = maxLength;
        this.maxLines = maxLines;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @param what what the file should be, for messages, e.g. {@code inventory of IPC symbols}
     * @throws UserException INPUT if there is no such file or it cannot be opened
     */
    static LineSource open(Path file, String what, int maxLength, int maxLines) {
        if (!Files.isRegularFile(file)) {
            throw new UserException(
                    Exit.INPUT, file + ": " + what + " not found. Correct its path in the configuration.");
        }
        try {
            Reader reader = new InputStreamReader(
                    PackedText.openParts(file),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            return new LineSource(file.toString(), what, maxLength, maxLines, reader);
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, file + ": " + what + " not readable: " + e.getMessage(), e);
        }
    }

    /** The next line without its end, null behind the last. */
    String next() {
        try {
            if (!fill()) {
                return null;
            }
            number++;
            if (number > maxLines) {
                throw bad("it has more than " + maxLines + " lines");
            }
            StringBuilder line = new StringBuilder();
            boolean isEnd = false;
            while (!isEnd && fill()) {
                int start = at;
                while (at < filled && buffer[at] != '\n') {
                    at++;
                }
                line.append(buffer, start, at - start);
                if (line.length() > maxLength) {
                    throw bad("the line is longer than " + maxLength + " characters");
                }
                isEnd = at < filled;
                at++;
            }
            int end = line.length();
            if (end > 0 && line.charAt(end - 1) == '\r') {
                end--;
            }
            int start = number == 1 && end > 0 && line.charAt(0) == '\uFEFF' ? 1 : 0;
            return line.substring(start, end);
        } catch (CharacterCodingException e) {
            throw new UserException(Exit.INPUT, message("it is not in UTF-8. Save it as UTF-8."), e);
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, message("it cannot be read: " + e.getMessage()), e);
        }
    }

    /** Whether there is text to read; fills the buffer when it is used up. */
    private boolean fill() throws IOException {
        if (at >= filled) {
            filled = reader.read(buffer);
            at = 0;
        }
        return filled > 0;
    }

    /** The error that the line just read is not as it should be. */
    UserException bad(String why) {
        return new UserException(Exit.INPUT, message(why));
    }

    private String message(String why) {
        return name + ", line " + number + ": not a valid " + what + ": " + why;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UserException(Exit.INPUT, message("it cannot be closed: " + e.getMessage()), e);
        }
    }
}
