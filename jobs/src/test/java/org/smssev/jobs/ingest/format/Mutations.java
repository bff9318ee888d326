package org.smssev.jobs.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes at random, in the ways that files are damaged, and in those that are meant to hurt a reader. */
public final class Mutations {
    /** How many times as many inputs as in a build: the system property smssev.fuzz.rounds. */
    public static final int ROUNDS = Integer.getInteger("smssev.fuzz.rounds", 1);

    private static final String[] IN_TABLES = {
        "\u0000",
        "\u001f",
        "\"",
        "\"\"",
        "\"\r\n,\t=cmd|'/c'!A0",
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r",
        "\r\n\r\n",
        "&#0;&nbsp;&amp;amp;",
        "[{('",
        "=HYPERLINK(\"x\")",
        "sep=;\n",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "</row>",
        "<c r='ZZZ99999999' t='s'><v>99999999999</v></c>",
        "\ufeff",
        "99999999999999999999999999",
        "-1e400",
        "9999-99-99",
        "\ud83d\ude00"
    };

    private static final String[] IN_DOCUMENTS = {
        "\u0000",
        "\u0000\u0000\u0000\u0000",
        "\u001f",
        "<",
        ">",
        "&",
        "&#0;",
        "&#xffffffffffff;",
        "&lol9;",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "\\",
        "\n",
        "\r",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE us-patent-grant [",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 \"&lol;&lol;&lol;&lol;\"><!ENTITY lol9 \"&lol1;&lol1;&lol1;\">]>",
        "<!ENTITY a \"&a;\">",
        "<us-patent-grant>",
        "</us-patent-grant>",
        "<exch:exchange-document ",
        "</exch:exchange-document>",
        "<x/>",
        "\ufeff",
        "99999999999999999999999999",
        "-1e400",
        "null",
        "\"\\ud800\"",
        "\ud83d\ude00"
    };

    private static final String[] OF_TABLES = {"\"", "[", "{", "(", "&", ";", ",", "\n"};
    private static final String[] OF_DOCUMENTS = {"<p>", "[", "{\"a\":", "<!--", "<![CDATA["};

    private final Random random;
    private final String[] inserts;
    private final String[] openings;
    private final int longest;

    private Mutations(Random random, String[] inserts, String[] openings, int longest) {
        this.random = random;
        this.inserts = inserts;
        this.openings = openings;
        this.longest = longest;
    }

    /** Damages of XML and JSON. */
    public static Mutations ofDocuments(Random random) {
        return new Mutations(random, IN_DOCUMENTS, OF_DOCUMENTS, 16);
    }

    /** Damages of tables, of text or within a workbook. */
    public static Mutations ofTables(Random random) {
        return new Mutations(random, IN_TABLES, OF_TABLES, 13);
    }

    /** Bytes with one to four damages. */
    public byte[] damage(byte[] bytes) {
        byte[] damaged = bytes;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            damaged = damageOnce(damaged);
        }
        return damaged;
    }

    private byte[] damageOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(12)));
        return switch (random.nextInt(11)) {
            case 0 -> flip(bytes);
            case 1 -> replace(bytes, at, length, new byte[0]);
            case 2 -> replace(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : flip(bytes);
            case 4, 5, 6 -> replace(bytes, at, random.nextBoolean() ? 0 : Math.min(length, 3), utf8(insert()));
            case 7 -> replace(bytes, at, 0, utf8("x".repeat(1 << random.nextInt(longest))));
            case 8 -> replace(bytes, at, 0, utf8(nesting()));
            case 9 -> replace(bytes, at, 0, brokenUtf8());
            default -> replace(bytes, at, length, Arrays.copyOf(bytes, Math.min(bytes.length, length)));
        };
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = 1 + random.nextInt(8); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private String insert() {
        return inserts[random.nextInt(inserts.length)];
    }

    private String nesting() {
        return openings[random.nextInt(openings.length)].repeat(1 << random.nextInt(12));
    }

    private byte[] brokenUtf8() {
        byte[] bytes = new byte[1 + random.nextInt(6)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + random.nextInt(0x80));
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] bytes, int at, int length, byte[] by) {
        int to = Math.min(bytes.length, at + length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(by, 0, by.length);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
