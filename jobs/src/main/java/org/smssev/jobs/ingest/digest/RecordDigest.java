package org.smssev.jobs.ingest.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.smssev.common.tables.IngestTables.IpcCode;
import org.smssev.common.tables.IngestTables.Party;
import org.smssev.common.tables.IngestTables.Patent;

/**
 * Digest of what a record says; not of where and when it was read, nor of how names were harmonised. Uses its memory again
 * for the next record, so not for several threads.
 */
public final class RecordDigest {
    private static final int DATE_LENGTH = 10;
    /** Bytes that hold a length and a number or a date. */
    private static final int ROOM = 24;

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private byte[] bytes = new byte[4096];
    private int length;

    /**
     * SHA-256, hex, of the parts of a record in UTF-8. Each stands behind its length in characters and a colon, so that parts
     * are kept apart whatever they hold; {@code -:} is a missing one, a list is its size and its parts.
     */
    public String of(Patent p) {
        length = 0;
        add(p.publicationNumber());
        add(p.office());
        add(p.kind());
        add(p.familyId());
        add(p.priorityDate());
        add(p.filingDate());
        add(p.publicationDate());
        parties(p.applicants());
        parties(p.inventors());
        size(p.ipc());
        for (IpcCode code : p.ipc()) {
            add(code.symbol());
            add(code.position());
            add(code.value());
        }
        size(p.cited());
        for (String cited : p.cited()) {
            add(cited);
        }
        size(p.applications());
        for (String application : p.applications()) {
            add(application);
        }
        add(p.language());
        add(p.title());
        add(p.abstractText());
        sha256.update(bytes, 0, length);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void parties(List<Party> parties) {
        size(parties);
        for (Party party : parties) {
            add(party.name());
            add(party.country());
        }
    }

    private void size(List<?> list) {
        int size = list.size();
        reserve(ROOM);
        digits(size < 10 ? 1 : Integer.toString(size).length());
        bytes[length++] = ':';
        digits(size);
    }

    private void add(LocalDate date) {
        if (date == null || date.getYear() < 1000 || date.getYear() > 9999) {
            add(date == null ? null : date.toString());
            return;
        }
        // As LocalDate has it, yyyy-mm-dd.
        reserve(ROOM);
        digits(DATE_LENGTH);
        bytes[length++] = ':';
        digits(date.getYear());
        twoDigits(date.getMonthValue());
        twoDigits(date.getDayOfMonth());
    }

    private void twoDigits(int number) {
        bytes[length++] = '-';
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private void add(String text) {
        if (text == null) {
            reserve(2);
            bytes[length++] = '-';
            bytes[length++] = ':';
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length + ROOM);
        digits(text.length());
        bytes[length++] = ':';
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void digits(int number) {
        if (number >= 10) {
            digits(number / 10);
        }
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
