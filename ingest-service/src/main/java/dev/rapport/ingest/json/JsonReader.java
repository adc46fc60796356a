package dev.rapport.ingest.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** Reads JSON text into {@link Json}. */
public final class JsonReader {

    /** More values than any request has; what is nested deeper or listed longer is an attack or a mistake. */
    static final int MOST_VALUES = 2_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final String text;
    private final int linesBefore;
    private int values;

    private JsonReader(JsonParser parser, String text, int firstLine) {
        this.parser = parser;
        this.text = text;
        this.linesBefore = firstLine - 1;
    }

    /** Takes one value of a body together with the text it was read from, and says whether to go on. */
    @FunctionalInterface
    public interface Taker {
        boolean take(Json value, String raw);
    }

    /**
     * @param firstLine the number of the text's first line in the body it is from
     * @return the one value that {@code text} is
     */
    public static Json one(String text, int firstLine) throws MalformedJson {
        List<Json> read = new ArrayList<>(1);
        read(text, firstLine, false, (value, raw) -> read.add(value));
        return read.get(0);
    }

    /**
     * Reads the elements of the list that {@code text} is, one by one, while the taker goes on; or the one value, if it is
     * no list.
     */
    public static void each(String text, Taker taker) throws MalformedJson {
        read(text, 1, true, taker);
    }

    private static void read(String text, int firstLine, boolean elements, Taker taker) throws MalformedJson {
        try (JsonParser parser = JSON.createParser(text)) {
            new JsonReader(parser, text, firstLine).all(elements, taker);
        } catch (JsonProcessingException malformed) {
            // Jackson's own message quotes what it stumbled over
            JsonLocation at = malformed.getLocation();
            boolean ends = at != null && at.getCharOffset() >= text.stripTrailing().length();
            throw new MalformedJson(place(at, firstLine - 1),
                    ends ? "the JSON ends before it is complete" : "this is not JSON",
                    ends ? "send the whole of it" : "correct the JSON at this place");
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail to be read", impossible);
        }
    }

    private void all(boolean elements, Taker taker) throws IOException, MalformedJson {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedJson(new Place(linesBefore + 1, 1), "there is nothing here", "send JSON");
        }
        if (elements && first == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (!take(taker)) {
                    return;
                }
            }
        } else {
            take(taker);
        }
        if (parser.nextToken() != null) {
            throw new MalformedJson(here(), "more JSON follows after the first value",
                    "send several turns as a list, or one a line as application/x-ndjson");
        }
    }

    private boolean take(Taker taker) throws IOException, MalformedJson {
        values = 0;
        int from = (int) parser.currentTokenLocation().getCharOffset();
        Json value = value();
        int to = (int) parser.currentLocation().getCharOffset();
        return taker.take(value, text.substring(from, Math.min(to, text.length())));
    }

    private Json value() throws IOException, MalformedJson {
        Place at = here();
        if (++values > MOST_VALUES) {
            throw new MalformedJson(at, "more than " + MOST_VALUES + " values in one object", "send less");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(at);
            case START_ARRAY -> elements(at);
            case VALUE_STRING -> new Json.Text(parser.getText(), at);
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? new Json.Fraction(parser.getDoubleValue(), at)
                        : new Json.Whole(parser.getLongValue(), at);
            case VALUE_NUMBER_FLOAT -> new Json.Fraction(parser.getDoubleValue(), at);
            case VALUE_TRUE -> new Json.Truth(true, at);
            case VALUE_FALSE -> new Json.Truth(false, at);
            default -> new Json.Nothing(at);
        };
    }

    private Json members(Place at) throws IOException, MalformedJson {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place nameAt = here();
            parser.nextToken();
            if (fields.put(name, value()) != null) {
                throw new MalformedJson(nameAt, "the same field stands twice in one object",
                        "leave one of the two out");
            }
        }
        return new Json.Members(fields, at);
    }

    private Json elements(Place at) throws IOException, MalformedJson {
        List<Json> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read.add(value());
        }
        return new Json.Elements(read, at);
    }

    private Place here() {
        return place(parser.currentTokenLocation(), linesBefore);
    }

    private static Place place(JsonLocation location, int linesBefore) {
        return location == null
                ? new Place(linesBefore + 1, 1)
                : new Place(linesBefore + Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
