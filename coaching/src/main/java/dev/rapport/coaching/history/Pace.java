package dev.rapport.coaching.history;

import java.util.List;

/**
 * How often a behaviour may be spoken of. Feedback fades as it succeeds and comes back as it fails: three times in a row in
 * which it could have been spoken of and went well make it every third talk, then every eighth, then just often enough to
 * keep it up. Skills that nobody follows up erode; three or four times in six months hold them (coaching.md, rule 12), which
 * at two talks a week is every fifteenth. Two talks in a row that went badly bring it back to every talk.
 */
public enum Pace {

    EVERY_TALK(1), EVERY_THIRD(3), EVERY_EIGHTH(8), MAINTENANCE(15);

    /** How often in a row it went well until it is spoken of less often; a pace counts one in its number of talks. */
    static final int SUCCESSES = 3;
    /** Talks in a row that went badly until it is spoken of in every talk again. */
    static final int LAPSES = 2;

    private final int talks;

    Pace(int talks) {
        this.talks = talks;
    }

    /** One in how many talks. */
    public int talks() {
        return talks;
    }

    /**
     * @param outcomes of the talks since it was first spoken of, the oldest first
     */
    static Pace after(List<Outcome> outcomes) {
        Pace pace = EVERY_TALK;
        int successes = 0;
        int lapses = 0;
        for (Outcome outcome : outcomes) {
            if (outcome == Outcome.SUCCESS) {
                successes++;
                lapses = 0;
            } else if (outcome == Outcome.LAPSE) {
                lapses++;
                successes = 0;
            }
            if (successes == SUCCESSES * pace.talks) {
                pace = pace.slower();
                successes = 0;
            } else if (lapses == LAPSES) {
                pace = EVERY_TALK;
                lapses = 0;
            }
        }
        return pace;
    }

    private Pace slower() {
        return this == MAINTENANCE ? MAINTENANCE : values()[ordinal() + 1];
    }
}
