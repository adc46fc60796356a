package dev.rapport.rules.detection;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;

/**
 * What was seen in a conversation.
 *
 * @param conversation its id; null if no line of it could be read so far
 * @param language BCP 47, told or guessed; null if there is too little to tell
 * @param lines one for each line, in their order
 * @param rapport see {@link RapportOrder}
 * @param judged codes of behaviour rules that could be decided, sorted
 * @param notJudged code of each other behaviour rule, with the reason in words
 */
record Detected(JsonNode conversation, String language, List<Seen> lines, OptionalDouble rapport, List<String> judged,
        Map<String, String> notJudged) {

    Detected {
        lines = List.copyOf(lines);
        judged = List.copyOf(judged);
    }

    /**
     * A line.
     *
     * @param acts what the turn is
     * @param uptake null where no partner spoke before
     * @param observations behaviours of its speaker, as a learner
     * @param error place and reason where the line, or something of it, could not be judged; null otherwise
     */
    record Seen(JsonNode conversation, JsonNode turn, Map<Act, Double> acts, Double uptake,
            List<Observation> observations, String error) {

        Seen {
            observations = List.copyOf(observations);
        }

        static Seen broken(Line.Broken broken) {
            return new Seen(broken.conversation(), broken.turn(), Map.of(), null, List.of(), broken.error());
        }
    }

    /**
     * A behaviour.
     *
     * @param rule its code
     * @param evidence names of the turns it rests on
     */
    record Observation(String rule, String behaviour, Polarity polarity, Clarity clarity, List<JsonNode> evidence,
            List<String> because, String otherwise) {

        Observation {
            evidence = List.copyOf(evidence);
            because = List.copyOf(because);
        }
    }
}
