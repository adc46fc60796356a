package dev.rapport.rules.detection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line of a transcript.
 *
 * @param conversation its id
 * @param turn whatever the sender calls the turn by; handed back as it is
 * @param speaker who says it
 * @param learner whether the sender says that the speaker is the learner
 * @param text at most {@link dev.rapport.events.TurnSpoken#LONGEST_TEXT} characters
 * @param startMillis since the conversation's start; null without times
 * @param endMillis since the conversation's start; null without times
 * @param confidence of the speech recognition, 0 to 1; null where unknown
 * @param kind of the conversation; null if this line does not say it
 * @param stage of the relationship; null if this line does not say it
 * @param language BCP 47; null if this line does not say it
 */
record SpokenLine(JsonNode conversation, JsonNode turn, String speaker, boolean learner, String text,
        Long startMillis, Long endMillis, Double confidence, String kind, String stage, String language) {
}
