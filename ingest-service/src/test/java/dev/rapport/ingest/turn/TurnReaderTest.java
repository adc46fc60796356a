package dev.rapport.ingest.turn;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.EventJson;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.ingest.body.Lines;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Single cases are in {@link TurnResourceTest}; this is about all the others. */
class TurnReaderTest {

    private final TurnReader reader = new TurnReader(new ConversationOpened("local", "a", "mara",
            List.of(new Participant("Mara", Role.LEARNER)), "general", null, null, new Consent(true, "coaching", null),
            null));

    @Property(tries = 2_000)
    void anyLineIsATurnThatCanBeSentOrIsRefusedWithAReason(@ForAll("lines") String line) throws Exception {
        Reading reading = reader.read(new Lines.Line(3, line.getBytes(StandardCharsets.UTF_8), false));

        if (reading instanceof Reading.Taken taken) {
            byte[] sent = EventJson.write(taken.turn());
            assertThat(EventJson.read(sent, TurnSpoken.class)).isEqualTo(taken.turn());
        } else if (reading instanceof Reading.Refused refused) {
            assertThat(refused.faults()).isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.line()).isGreaterThanOrEqualTo(3));
        }
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("1", "0", "-1", "1e3", "2147483648", "null", "true", "[]", "{}", "\"Mara\"", "\"\"",
                        "\"\\u0000\"", "\"\\udc00\"", "\"\\ud83d\\ude42\"", "\"hello\""),
                Arbitraries.strings().all().ofMaxLength(10).map(s -> "\"" + s.replace("\"", "") + "\""));
        Arbitrary<String> field = Combinators.combine(
                Arbitraries.of("turn", "speaker", "text", "startMillis", "endMillis", "confidence", "other"), value)
                .as((name, v) -> "\"" + name + "\": " + v);
        return field.list().ofMaxSize(7).map(fields -> "{\"turn\": 7, \"speaker\": \"Mara\""
                + (fields.isEmpty() ? "" : ", " + String.join(", ", fields)) + "}");
    }
}
