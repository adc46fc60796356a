package dev.rapport.rules.conversation;

import java.time.Duration;

/**
 * How long and how much a conversation is waited for and kept.
 *
 * @param grace after its end, for turns that were sent and have not arrived
 * @param silence after its last turn, until a conversation nobody closed counts as over
 * @param kept after judging, for its turns
 * @param remembered after judging, for the fact that it was judged
 * @param longest conversation in turns; further ones are refused
 */
public record Patience(Duration grace, Duration silence, Duration kept, Duration remembered, int longest) {

    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofHours(24),
            Duration.ofMinutes(10), Duration.ofDays(7), 20_000);
}
