package dev.rapport.rules.detection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;

import static org.assertj.core.api.Assertions.assertThat;

class DetectedWriterTest {

    @Test
    void everythingThatWasSeenStandsInItsLine() throws IOException {
        var observation = new Detected.Observation("B01", "follow-up question", Polarity.values()[0], Clarity.LIKELY,
                List.of(new IntNode(3), new IntNode(4)), List.of("it is one"), "otherwise not");
        var seen = new Detected.Seen(new TextNode("c"), new IntNode(4),
                Act.of(Map.of("question", Clarity.CLEAR, "advice", Clarity.UNSURE, "a kind of our own", Clarity.CLEAR)),
                1 / 3.0, List.of(observation), null);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new DetectedWriter(bytes)) {
            writer.write(new Detected(new TextNode("c"), "en", List.of(seen), OptionalDouble.of(0.5), List.of("B01"),
                    Map.of("B28", "no times")));
        }
        String polarity = Polarity.values()[0].name();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(
                """
                        {"conversation":"c","turn":4,"acts":{"QUESTION":0.95,"ADVICE":0.6},"uptake":0.333333,"observations":[\
                        {"rule":"B01","behaviour":"follow-up question","polarity":"POLARITY","clarity":"LIKELY","evidence":[3,4],\
                        "because":["it is one"],"otherwise":"otherwise not"}]}
                        {"conversation":"c","summary":{"language":"en","rapport":0.5,"judged":["B01"],"notJudged":[{"rule":"B28","reason":"no times"}]}}"""
                        .replace("POLARITY", polarity) + "\n");
    }
}
