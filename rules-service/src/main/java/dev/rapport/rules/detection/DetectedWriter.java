package dev.rapport.rules.detection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.detection.Detected.Observation;
import dev.rapport.rules.detection.Detected.Seen;

/** Writes what was detected, a line of JSON for each line and one after each conversation. */
final class DetectedWriter implements AutoCloseable {

    private final JsonGenerator json;
    private boolean written;

    DetectedWriter(OutputStream out) throws IOException {
        json = new ObjectMapper().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    void write(Detected detected) throws IOException {
        written = true;
        for (Seen line : detected.lines()) {
            write(line);
        }
        json.writeStartObject();
        json.writeObjectField("conversation", detected.conversation());
        json.writeObjectFieldStart("summary");
        json.writeObjectField("language", detected.language());
        if (detected.rapport().isPresent()) {
            json.writeNumberField("rapport", rounded(detected.rapport().getAsDouble()));
        } else {
            json.writeNullField("rapport");
        }
        json.writeObjectField("judged", detected.judged());
        json.writeArrayFieldStart("notJudged");
        for (Map.Entry<String, String> each : detected.notJudged().entrySet()) {
            json.writeStartObject();
            json.writeStringField("rule", each.getKey());
            json.writeStringField("reason", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Seen line) throws IOException {
        json.writeStartObject();
        json.writeObjectField("conversation", line.conversation());
        json.writeObjectField("turn", line.turn());
        json.writeObjectFieldStart("acts");
        for (Map.Entry<Act, Double> act : line.acts().entrySet()) {
            json.writeNumberField(act.getKey().name(), act.getValue());
        }
        json.writeEndObject();
        if (line.uptake() == null) {
            json.writeNullField("uptake");
        } else {
            json.writeNumberField("uptake", rounded(line.uptake()));
        }
        json.writeArrayFieldStart("observations");
        for (Observation each : line.observations()) {
            json.writeStartObject();
            json.writeStringField("rule", each.rule());
            json.writeStringField("behaviour", each.behaviour());
            json.writeObjectField("polarity", each.polarity());
            json.writeObjectField("clarity", each.clarity());
            json.writeObjectField("evidence", each.evidence());
            json.writeObjectField("because", each.because());
            json.writeStringField("otherwise", each.otherwise());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (line.error() != null) {
            json.writeStringField("error", line.error());
        }
        json.writeEndObject();
    }

    /** To a millionth: more digits only look exact. */
    static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    @Override
    public void close() throws IOException {
        if (written) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
