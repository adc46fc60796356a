package dev.rapport.ingest.transcript;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** Goes through a JSON text without building a tree of it, so that a large file of words costs little memory. */
final class JsonWalk {

    /** Is told the objects of a JSON text, each when it ends. */
    interface Reader {

        /** Whether objects at {@code path} are to be told, such as {@code /results/utterances/*}. */
        boolean wants(String path);

        void row(JsonRow row);

        /** Whether the rest need not be read. */
        default boolean enough() {
            return false;
        }
    }

    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME_IN_PATH = 60;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxStringLength(Transcripts.LARGEST_UPLOAD).build())
            // a field name of a stranger's file must not stay in our memory
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Python writes NaN where a word has no confidence
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** An object or array that is open; {@code elements} is the path of whatever lies in an array. */
    private record Frame(String path, String elements, JsonRow row) {
    }

    private JsonWalk() {
    }

    /**
     * @return the line where {@code text} stops being JSON; 0 if it is JSON to its end or reading stopped earlier
     */
    static int walk(String text, Reader reader) {
        Deque<Frame> open = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Frame in = open.peek();
                switch (token) {
                    case FIELD_NAME -> field = parser.currentName();
                    case START_OBJECT -> {
                        String path = path(in, field);
                        open.push(new Frame(path, null, reader.wants(path) ? new JsonRow(path, line(parser)) : null));
                    }
                    case START_ARRAY -> {
                        String path = path(in, field);
                        open.push(new Frame(path, path + "/*", null));
                    }
                    case END_OBJECT, END_ARRAY -> {
                        open.pop();
                        if (in != null && in.row() != null) {
                            reader.row(in.row());
                            if (reader.enough()) {
                                return 0;
                            }
                        }
                    }
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                        if (in != null && in.row() != null) {
                            in.row().put(field, parser.getText(), token.isNumeric());
                        }
                    }
                    default -> {
                        // true, false and null say nothing about words
                    }
                }
            }
            return 0;
        } catch (IOException broken) {
            return lineOf(text, broken);
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static int lineOf(String text, IOException broken) {
        if (broken instanceof com.fasterxml.jackson.core.JsonProcessingException at && at.getLocation() != null
                && at.getLocation().getLineNr() > 0) {
            return at.getLocation().getLineNr();
        }
        return 1;
    }

    private static String path(Frame in, String field) {
        if (in == null) {
            return "";
        }
        if (in.elements() != null) {
            return in.elements();
        }
        return in.path() + "/"
                + (field.length() > LONGEST_NAME_IN_PATH ? field.substring(0, LONGEST_NAME_IN_PATH) : field);
    }
}
