package dev.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One full example of each event; its JSON is the golden file of the same name. */
final class Examples {

    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private Examples() {
    }

    static List<Event> all() {
        return List.of(
                new ConversationOpened("local", "talk-1", "mara-lind",
                        List.of(new Participant("Mara Lind", Role.LEARNER), new Participant("Jo", Role.PARTNER)),
                        "sales-discovery", "first-contact", "en",
                        new Consent(true, Consent.COACHING, "calendar invite of 1 March"), AT),
                new TurnSpoken("local", "talk-1", 7, "Mara Lind", Role.LEARNER, "What changed in March?", 61_000L,
                        63_500L,
                        0.94),
                new ConversationClosed("local", "talk-1", 42, AT),
                new BehaviourObserved("local", "talk-1", "mara-lind", 7, "B01", "0123456789ab", "ba9876543210",
                        "follow-up question", Polarity.KEEP, Clarity.CLEAR,
                        List.of(new Evidence(6, Role.PARTNER, Evidence.Part.CONTEXT, "The rollout stalled in March.", 0,
                                29,
                                "The rollout", 55_000L),
                                new Evidence(7, Role.LEARNER, Evidence.Part.ACT, "What changed in March?", 0, 22, null,
                                        61_000L)),
                        List.of("the turn is a follow-up question"),
                        "a question without a word of what the partner had said", false, null),
                new ConversationJudged("local", "talk-1", "mara-lind", "sales-discovery", "first-contact", "en", 42, 20,
                        410, 655, 0.91, 9, List.of("B01", "B02"), Map.of("B28", "no times in this transcript"), null,
                        "ba9876543210", List.of("Jo")),
                new CoachingGiven("local", "mara-lind", "talk-1", "m-1", "B01", "B20", AT),
                new ReactionGiven("local", "mara-lind", "m-1", "B20", "0123456789ab", "local/talk-1/turn/9/B20",
                        ReactionGiven.Reaction.DELIBERATE, AT),
                new LineTried("local", "mara-lind", "p-1", "m-1", "B20", "talk-1", 9,
                        List.of(new Evidence(8, Role.PARTNER,
                                Evidence.Part.CONTEXT, "In two of the shops, yes.", 0, 25, "the shops", 31_000L)),
                        "What changed in those two shops?", AT),
                new LineJudged("local", "mara-lind", "talk-1", "p-1", "B20", "ba9876543210",
                        LineJudged.Verdict.SEEN_AGAIN, List.of("closed question", "question"), List.of(),
                        List.of("there were 3 closed questions in a row"), "fewer than 3 in a row", AT),
                new LearnerErased("local", "mara-lind", AT),
                new RulebookReleased("local", 3, 7, "9f2c0a4be1d7", Map.of("phrases/thanks.txt", "thank you\n"),
                        new ShadowRulebook(8, "1c5a9e0f77aa", Map.of("phrases/thanks.txt", "thanks\n")), List.of("B31"),
                        AT),
                new ShadowObserved("local", "talk-1", "mara-lind", 8, "ba9876543210", Map.of("B01", 2)));
    }

    static String name(Event event) {
        return event.getClass().getSimpleName();
    }
}
