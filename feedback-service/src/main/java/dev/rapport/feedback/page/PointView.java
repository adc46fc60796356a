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
 * @param clarity in words, which are the house's
 * @param choices the reactions, with the one given marked
 * @param answer what is said to the reaction given; null before one
 */
public record PointView(String learner, String message, String name, Point point, String when, String clarity,
        List<MarkedLine> lines, List<Choice> choices, String answer) {

    /** A reaction button. */
    public record Choice(String reaction, String label, boolean given) {
    }

    static PointView of(CoachingMessage message, PointName name, Reaction given, HouseWording house,
            Texts texts) {
        Point point = message.point(name);
        if (point == null) {
            return null;
        }
        List<Choice> choices = List.of(choice(Reaction.HELPFUL, texts.helpful(), given),
                choice(Reaction.DELIBERATE, texts.onPurpose(), given),
                choice(Reaction.NOT_RIGHT, texts.notRight(), given),
                choice(Reaction.STOP, texts.stopThisOne(), given));
        return new PointView(message.learner(), message.id(), name.name().toLowerCase(Locale.ROOT), point,
                Clock.at(point.quote().turn(), point.quote().startMillis(), texts), inWords(point.clarity(), house),
                MarkedLine.of(point, texts), choices, answer(given, texts));
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

    private static String answer(Reaction given, Texts texts) {
        if (given == null) {
            return null;
        }
        return switch (given) {
            case HELPFUL -> texts.notedHelpful();
            case DELIBERATE -> texts.notedOnPurpose();
            case NOT_RIGHT -> texts.notedNotRight();
            case STOP -> texts.notedStop();
        };
    }
}
