package org.smssev.jobs.ingest.format.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that the cells of a workbook share: the first ones in memory, those for which there is no room in a file of the
 * folder for temporary files, which is gone when the workbook is closed. Cells ask for them nearly in their order, so that a
 * piece of the file that is read serves many. Not for several threads.
 */
final class SharedTexts implements Closeable {
    /** The file cannot be written or read, which is no fault of the workbook. */
    static final class FileException extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        FileException(IOException cause) {
            super("Cannot keep the texts of a workbook in the folder for temporary files", cause);
        }
    }

    /** Bytes that a text takes beside its characters. */
    private static final int BESIDE = 56;

    private static final int PIECE = 1 << 16;
    private static final byte LATIN = 0;
    private static final byte WIDE = 1;

    private final long most;
    private final List<String> first = new ArrayList<>();
    private long bytes;
    /** Where each text of the file starts, and behind them where the next one will. */
    private long[] starts = new long[1];

    private int inFile;
    private FileChannel file;
    private ByteBuffer unwritten = ByteBuffer.allocate(0);
    private byte[] piece = new byte[0];
    private long pieceStart;

    /** Texts of which those in memory take {@code most} bytes, and as many the places of the others. */
    SharedTexts(long most) {
        this.most = most;
    }

    /**
     * Takes a further text.
     *
     * @return false if there are too many even for their places
     * @throws FileException if the file cannot be written
     */
    boolean add(String text) {
        boolean isLatin = text.chars().allMatch(c -> c <= 0xff);
        long more = BESIDE + (isLatin ? 1L : 2L) * text.length();
        if (file == null && bytes + more <= most) {
            bytes += more;
            first.add(text);
            return true;
        }
        if (Long.BYTES * (inFile + 2L) > most) {
            return false;
        }
        try {
            toFile(text, isLatin);
        } catch (IOException e) {
            throw new FileException(e);
        }
        return true;
    }

    private void toFile(String text, boolean isLatin) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("smssev-texts", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            unwritten = ByteBuffer.allocate(PIECE);
        }
        byte[] encoded = isLatin ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text);
        write(new byte[] {isLatin ? LATIN : WIDE});
        write(encoded);
        inFile++;
        if (inFile == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[inFile] = starts[inFile - 1] + 1 + encoded.length;
    }

    /** Half of a character beyond the basic plane, which encodings refuse, is kept. */
    private static byte[] wide(String text) {
        ByteBuffer chars = ByteBuffer.allocate(2 * text.length());
        chars.asCharBuffer().put(text);
        return chars.array();
    }

    private void write(byte[] some) throws IOException {
        if (some.length > unwritten.remaining()) {
            flush();
        }
        if (some.length > unwritten.capacity()) {
            writeAll(ByteBuffer.wrap(some));
        } else {
            unwritten.put(some);
        }
    }

    private void flush() throws IOException {
        writeAll(unwritten.flip());
        unwritten.clear();
    }

    private void writeAll(ByteBuffer some) throws IOException {
        while (some.hasRemaining()) {
            file.write(some);
        }
    }

    int size() {
        return first.size() + inFile;
    }

    /**
     * A text; null if there is none of that number.
     *
     * @throws FileException if the file cannot be read
     */
    String get(int index) {
        if (index < 0 || index >= size()) {
            return null;
        }
        if (index < first.size()) {
            return first.get(index);
        }
        long start = starts[index - first.size()];
        int length = (int) (starts[index - first.size() + 1] - start);
        if (start < pieceStart || start + length > pieceStart + piece.length) {
            try {
                read(start, length);
            } catch (IOException e) {
                throw new FileException(e);
            }
        }
        int at = (int) (start - pieceStart);
        return piece[at] == LATIN
                ? new String(piece, at + 1, length - 1, StandardCharsets.ISO_8859_1)
                : ByteBuffer.wrap(piece, at + 1, length - 1)
                        .slice()
                        .asCharBuffer()
                        .toString();
    }

    private void read(long start, int least) throws IOException {
        flush();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(Math.max(PIECE, least), starts[inFile] - start));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, start + buffer.position()) < 0) {
                throw new IOException("a file of temporary texts ended early");
            }
        }
        piece = buffer.array();
        pieceStart = start;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
