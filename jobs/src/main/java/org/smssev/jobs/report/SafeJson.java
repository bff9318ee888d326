package org.smssev.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * JSON that may stand inside a script element of a page: {@code <}, {@code >} and {@code &} are written as escapes, so
 * no text of it can end the element or start another, and so are the characters that are invisible or turn the
 * direction of text.
 */
final class SafeJson {
    private static final ObjectMapper MAPPER = mapper();

    private SafeJson() {}

    /** The JSON of a value made of maps, lists, records, strings, numbers and nulls. */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of the page cannot be written as JSON", e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory().setCharacterEscapes(new PageEscapes());
        return mapper;
    }

    private static final class PageEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] ASCII = asciiEscapes();

        private static int[] asciiEscapes() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char special : new char[] {'<', '>', '&', '\''}) {
                escapes[special] = CharacterEscapes.ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int ch) {
            boolean escaped = ch == 0x2028 || ch == 0x2029 || Character.getType(ch) == Character.FORMAT;
            return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", ch)) : null;
        }
    }
}
