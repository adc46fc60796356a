package dev.rapport.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CloudEventsTest {

    @Test
    void aTurnCarriesItsAttributesAsHeaders() {
        Event turn = new TurnSpoken("acme", "talk-1", 7, "Mara", Role.LEARNER, "And then?", null, null, null);

        Map<String, String> headers = CloudEvents.headers(turn, "ingest-service", Instant.parse("2026-03-02T09:30:00Z"))
                .entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, h -> new String(h.getValue(), StandardCharsets.UTF_8)));

        assertThat(headers).isEqualTo(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "acme/talk-1/turn/7",
                "ce_source", "/rapport/ingest-service",
                "ce_type", "dev.rapport.turn-spoken.v1",
                "ce_time", "2026-03-02T09:30:00Z",
                "ce_tenant", "acme",
                "content-type", "application/json"));
    }

    @Test
    void everyEventsIdAndKeyStartWithItsTenant() {
        assertThat(Examples.all()).allSatisfy(event -> {
            assertThat(event.key()).startsWith("local/");
            assertThat(event.id()).startsWith("local/");
        });
    }

    @Test
    void aReactionThatIsGivenAgainAfterAnotherIsAnEventOfItsOwn() {
        assertThat(helpfulAt("2026-03-02T09:30:00Z").id()).isNotEqualTo(helpfulAt("2026-03-02T09:31:00Z").id());
        assertThat(helpfulAt("2026-03-02T09:30:00Z").id()).isEqualTo(helpfulAt("2026-03-02T09:30:00Z").id());
    }

    private static Event helpfulAt(String at) {
        return new ReactionGiven("acme", "mara", "m-1", "B20", "0123456789ab", "acme/talk-1/turn/9/B20",
                ReactionGiven.Reaction.HELPFUL, Instant.parse(at));
    }

    @Test
    void aTypeOfALaterVersionIsNotKnown() {
        assertThat(EventType.of("dev.rapport.turn-spoken.v2")).isEmpty();
        assertThat(EventType.of("dev.rapport.turn-spoken.v1")).contains(EventType.TURN_SPOKEN);
    }
}
