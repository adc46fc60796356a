package dev.rapport.feedback.delivery.payload;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.composition.Point;
import dev.rapport.coaching.composition.Quote;
import dev.rapport.coaching.composition.Rewritten;
import dev.rapport.events.Clarity;
import dev.rapport.feedback.message.CoachingMessage;

/** Messages as they are composed, for what is made of them. */
public final class Coached {

    private Coached() {
    }

    public static CoachingMessage both() {
        return message(
                strength("Your question picked up what they had just told you and asked for more of it.",
                        "You said the rollout stalled. What changed then?"),
                growth("A closed question leaves them little to say.", "So is it live now? And did they agree?"));
    }

    /** Every word of the talk is {@code words}. */
    public static CoachingMessage saying(String words) {
        return message(strength(words, words), growth(words, words));
    }

    /** Every part of a point is {@code words}, also what a manager wrote. */
    public static CoachingMessage allOf(String words) {
        Quote quote = new Quote(7, words, 0, words.length(), 61_000L);
        Point point = new Point(words, "B01", "0123456789ab", "ba9876543210", "local/talk-1/turn/7/B01",
                Clarity.CLEAR, 3, quote, words, words, words, List.of(), List.of(), words,
                new Rewritten(words, words, words), words, words);
        return message(point, point);
    }

    public static CoachingMessage message(Point strength, Point growth) {
        return new CoachingMessage("m-6f1c9e0b7a2d4c581f0e22aa", "local", "mara-lind", "talk-1", Kind.COACHING,
                Instant.parse("2026-03-02T10:15:00.123456Z"),
                "A short look back at this talk, starting with what worked.", strength, growth, null,
                "Until next time.",
                List.of("B01", "B20"), Map.of(), "Two of two behaviours could be judged.", List.of(), "the whole text");
    }

    public static Point strength(String says, String quote) {
        return new Point("Follow-up question", "B01", "0123456789ab", "ba9876543210", "local/talk-1/turn/7/B01",
                Clarity.CLEAR, 3, new Quote(7, quote, 0, quote.length(), 61_000L), says,
                "People who ask follow-up questions are better liked, and they rarely expect it.", "Huang et al. 2017",
                List.of(), List.of(), "one condition less", null, null, null);
    }

    public static Point growth(String says, String quote) {
        return new Point("Closed questions in a row", "B20", "0123456789ab", "ba9876543210",
                "local/talk-1/turn/12/B20", Clarity.LIKELY, 2, new Quote(12, quote, 0, quote.length(), 120_000L), says,
                "An open question brings more of what you need to know.", "Rackham 1988", List.of(), List.of(),
                "one condition less", new Rewritten(quote, "What did losing two engineers change for you?",
                        "We lost two engineers"),
                "If I want to ask for a yes, then I first ask how it came about.", "Say the line again, open.");
    }
}
