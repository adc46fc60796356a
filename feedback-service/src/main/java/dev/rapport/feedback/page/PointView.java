package dev.rapport.feedback.page;

import java.util.List;
import java.util.Locale;

import dev.rapport.coaching.composition.Point;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.events.Clarity;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.PointName;

/**
 * One point as the page shows it.
 *
 * @param name {@code strength} or {@code growth}
 * @param when of its quote
 * @param clarity in words
 * @param choices the reactions, with the one given marked
 * @param answer what is said to the reaction given; null before one
 */
public record PointView(String learner, String message, String name, Point point, String when, String clarity,
        List<MarkedLine> lines, List<Choice> choices, String answer) {

    /** A reaction button. */
    public record Choice(String reaction, String label, boolean given) {
    }

    static PointView of(CoachingMessage message, PointName name, Reaction given, HouseWording house) {
        Point point = message.point(name);
        if (point == null) {
            return null;
        }
        List<Choice> choices = List.of(choice(Reaction.HELPFUL, "Helpful", given),
                choice(Reaction.DELIBERATE, "I did that on purpose", given),
                choice(Reaction.NOT_RIGHT, "Not right", given),
                choice(Reaction.STOP, "Stop this one for me", given));
        return new PointView(message.learner(), message.id(), name.name().toLowerCase(Locale.ROOT), point,
                Clock.at(point.quote().turn(), point.quote().startMillis()), inWords(point.clarity(), house),
                MarkedLine.of(point), choices, answer(given));
    }

    private static Choice choice(Reaction reaction, String label, Reaction given) {
        return new Choice(reaction.name(), label, reaction == given);
    }

    private static String inWords(Clarity clarity, HouseWording house) {
        return switch (clarity) {
            case CLEAR -> house.clear();
            case LIKELY -> house.likely();
            case UNSURE -> house.unsure();
        };
    }

    private static String answer(Reaction given) {
        if (given == null) {
            return null;
        }
        return switch (given) {
            case HELPFUL -> "Noted: helpful. Thank you.";
            case DELIBERATE -> "Noted: on purpose. It will not count against the rule.";
            case NOT_RIGHT -> "Noted: not right. The owner of the rule will see how often that is said.";
            case STOP -> "Noted. No more messages about this. Any other answer takes that back.";
        };
    }
}
