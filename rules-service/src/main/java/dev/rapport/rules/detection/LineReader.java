package dev.rapport.rules.detection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.rapport.events.TurnSpoken;

/** Reads lines of JSON one by one; holds one of them at a time, and never more of it than a line may have. */
final class LineReader implements AutoCloseable {

    /** Far more than the longest text with everything around it, and too little to fill the memory. */
    static final int LONGEST_LINE = 1_000_000;
    /** A start or end beyond this, in seconds, is no time in a conversation: three years. */
    private static final double LATEST = 1e8;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

    /** What is wrong with a line, in words. */
    private static final class Wrong extends Exception {
        private final int column;

        Wrong(int column, String what) {
            super(what, null, false, false);
            this.column = column;
        }
    }

    private final String file;
    private final Reader in;
    private long number;

    /**
     * @param file what it is called where something is wrong with it
     */
    LineReader(String file, Reader in) {
        this.file = file;
        this.in = new BufferedReader(in, 1 << 16);
    }

    /** How many lines were read. */
    long lines() {
        return number;
    }

    /** The next line that is not blank; empty at the end. */
    Optional<Line> next() throws IOException {
        while (true) {
            StringBuilder text = new StringBuilder();
            int read = read(text);
            if (read < 0) {
                return Optional.empty();
            }
            number++;
            if (read > LONGEST_LINE) {
                return Optional.of(new Line.Broken(null, null, place(1) + "the line has " + read
                        + " characters, at most " + LONGEST_LINE + " are read"));
            }
            if (!text.toString().isBlank()) {
                return Optional.of(line(text.toString()));
            }
        }
    }

    /** @return how many characters the line has, although no more than may be are kept; -1 at the end of the input */
    private int read(StringBuilder text) throws IOException {
        int length = 0;
        int c = in.read();
        if (c < 0) {
            return -1;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (length < LONGEST_LINE) {
                text.append((char) c);
            }
            length = Math.min(length + 1, Integer.MAX_VALUE - 1);
        }
        return length;
    }

    private String place(int column) {
        return file + ":" + number + ":" + column + ": ";
    }

    private Line line(String json) {
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            int column = malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr();
            return new Line.Broken(null, null, place(column) + "this is no JSON, expected one object a line");
        }
        if (!tree.isObject()) {
            return new Line.Broken(null, null,
                    place(1) + "expected an object with conversation, turn, speaker and text");
        }
        JsonNode conversation = named(tree.get("conversation"));
        JsonNode turn = named(tree.get("turn"));
        try {
            if (conversation == null || turn == null) {
                throw new Wrong(1, "\"" + (conversation == null ? "conversation" : "turn")
                        + "\" must be there and be a string or a number");
            }
            return new Line.Spoken(said(tree, conversation, turn));
        } catch (Wrong wrong) {
            return new Line.Broken(conversation, turn, place(wrong.column) + wrong.getMessage());
        }
    }

    /** Null for what cannot name anything. */
    private static JsonNode named(JsonNode node) {
        return node != null && (node.isTextual() && !node.textValue().isBlank() || node.isNumber()) ? node : null;
    }

    private static SpokenLine said(JsonNode tree, JsonNode conversation, JsonNode turn) throws Wrong {
        JsonNode speaker = named(tree.get("speaker"));
        if (speaker == null) {
            throw new Wrong(1, "\"speaker\" must be there and be a string or a number");
        }
        JsonNode text = tree.get("text");
        if (text == null || !text.isTextual()) {
            throw new Wrong(1, "\"text\" must be there and be a string");
        }
        if (text.textValue().length() > TurnSpoken.LONGEST_TEXT) {
            throw new Wrong(1, "\"text\" has " + text.textValue().length() + " characters, a turn has at most "
                    + TurnSpoken.LONGEST_TEXT);
        }
        Double confidence = number(tree, "confidence", 1);
        return new SpokenLine(conversation, turn, speaker.asText(), "learner".equalsIgnoreCase(words(tree, "role")),
                text.textValue(), millis(tree, "start"), millis(tree, "end"), confidence, words(tree, "kind"),
                words(tree, "stage"), words(tree, "language"));
    }

    private static String words(JsonNode tree, String field) {
        JsonNode node = tree.get(field);
        return node != null && node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    private static Long millis(JsonNode tree, String field) throws Wrong {
        Double seconds = number(tree, field, LATEST);
        return seconds == null ? null : Math.round(seconds * 1000);
    }

    private static Double number(JsonNode tree, String field, double most) throws Wrong {
        JsonNode node = tree.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= most)) {
            throw new Wrong(1, "\"" + field + "\" must be a number from 0 to " + Math.round(most));
        }
        return node.doubleValue();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
