package dev.rapport.rules.detection;

import java.util.EnumMap;
import java.util.Map;

import dev.rapport.events.Clarity;

/** What a turn can be to those who measure detection, each with the kind of turn that our act rules call it. */
enum Act {
    QUESTION("question"), OPEN_QUESTION("open question"), CLOSED_QUESTION("closed question"), FOLLOW_UP_QUESTION(
            "follow-up question"), PERSONAL_QUESTION("personal question"), REFLECTION("reflection"), AFFIRMATION(
                    "affirmation"), APPRECIATION("appreciation"), EMPATHY("empathy"), VALIDATION(
                            "validation"), SELF_DISCLOSURE("self-disclosure"), EMOTIONAL_DISCLOSURE(
                                    "emotional disclosure"), COMMON_GROUND("common ground"), AGREEMENT(
                                            "agreement"), ADVICE("advice"), INFORMATION("information"), BACKCHANNEL(
                                                    "backchannel"), SMALL_TALK("small talk"), THANKS("thanks"), APOLOGY(
                                                            "apology"), INTERRUPTED("unfinished turn");

    /** From here on an act counts as said. */
    static final double SAID = 0.5;

    private final String kind;

    Act(String kind) {
        this.kind = kind;
    }

    /** The kind of turn in the words of a rulebook, which need not have a rule for it. */
    String kind() {
        return kind;
    }

    /** What a turn is, with how sure its rule is: a number for a word, and every word is at least {@link #SAID}. */
    static Map<Act, Double> of(Map<String, Clarity> kinds) {
        Map<Act, Double> acts = new EnumMap<>(Act.class);
        for (Act act : values()) {
            Clarity clarity = kinds.get(act.kind);
            if (clarity != null) {
                acts.put(act, confidence(clarity));
            }
        }
        return acts;
    }

    private static double confidence(Clarity clarity) {
        return switch (clarity) {
            case CLEAR -> 0.95;
            case LIKELY -> 0.8;
            case UNSURE -> 0.6;
        };
    }
}
