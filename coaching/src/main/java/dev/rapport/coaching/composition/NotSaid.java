package dev.rapport.coaching.composition;

/**
 * A behaviour that was seen and not spoken of.
 *
 * @param rule its code
 * @param behaviour its name in words
 * @param reason stable, for programs
 * @param because for people
 */
public record NotSaid(String rule, String behaviour, Reason reason, String because) {

    /** What kept it out of a message. */
    public enum Reason {
        /** The learner wants to hear no more of it. */
        STOPPED,
        /** Not in turns enough. */
        TOO_FEW,
        /** What the partner had said before was too short to judge it by, or nobody's business. */
        NOT_FOR_QUOTING,
        /** It was spoken of a short while ago. */
        COOL_DOWN,
        /** It goes well and is spoken of seldom. */
        FADING,
        /** There were messages enough this week. */
        WEEK_FULL,
        /** Another one matters more now. */
        ONE_IS_ENOUGH,
        /** It would have been said, but an experiment leaves it out for this learner. */
        HELD_OUT
    }
}
