package dev.rapport.ingest.transcript;

import java.util.Locale;

/**
 * A file as text.
 *
 * @param fileName a hint; empty where unknown
 * @param shape what lies where in it if it is JSON; {@link JsonShape#NONE} otherwise
 */
record Upload(String text, String fileName, JsonShape shape) {

    static Upload of(String text, String fileName) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        boolean json = first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[');
        return new Upload(text, fileName == null ? "" : fileName.toLowerCase(Locale.ROOT),
                json ? JsonShape.of(text) : JsonShape.NONE);
    }

    /** The first lines, for recognising a format without reading all of a long file. */
    Lines beginning() {
        return new Lines(text, Lines.SAMPLED, line -> {
        });
    }

    Lines lines(Turns turns) {
        return new Lines(text, Integer.MAX_VALUE, turns::lineCut);
    }
}
