package dev.rapport.coaching.composition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rapport.coaching.history.Pace;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Evidence;

/** What a talk gives reason to say. */
sealed interface Decision {

    /**
     * At least one of the first two is there.
     *
     * @param second a further point to try, for a learner who asked for two
     * @param seen behaviour code to the learner's turns it was seen in
     */
    record Coach(Optional<Chosen> strength, Optional<Chosen> growth, Optional<Chosen> second,
            Map<String, Integer> seen, List<Unsaid> unsaid) implements Decision {
    }

    /** Enough was said, and there is nothing to say now: why not, stands with each behaviour. */
    record Quiet(Map<String, Integer> seen, List<Unsaid> unsaid) implements Decision {
    }

    /** Too thin to be fair. */
    record NotEnough(List<Shortcoming> shortcomings) implements Decision {
    }

    /** Nothing could be judged. */
    record CannotJudge(String reason) implements Decision {
    }

    /** Words of danger: help instead of coaching. */
    record Support() implements Decision {
    }

    /** Why a talk is too thin. */
    sealed interface Shortcoming {

        /** The learner hardly spoke. */
        record FewTurns(int turns, int needed) implements Shortcoming {
        }

        /** The transcript itself is unsure; both figures 0 to 1. */
        record UnsureWords(double confidence, double needed) implements Shortcoming {
        }
    }

    /** Why a behaviour that was seen is not spoken of. */
    sealed interface Unsaid {

        String code();

        /** The learner wants to hear no more of it. */
        record Stopped(String code) implements Unsaid {
        }

        /** Seen, but not often enough. */
        record TooFew(String code, int turns, int needed) implements Unsaid {
        }

        /** The partner had said too little before, or the words are nobody's business. */
        record NotForQuoting(String code) implements Unsaid {
        }

        /** Spoken of a short while ago. */
        record CoolingDown(String code, int talks) implements Unsaid {
        }

        /** It goes well and comes up seldom; {@code talks} from now it may again. */
        record Fading(String code, Pace pace, int talks) implements Unsaid {
        }

        /** There were {@code messages} in the last seven days, which is enough. */
        record WeekFull(String code, int messages) implements Unsaid {
        }

        /** Another one is spoken of. */
        record OneIsEnough(String code) implements Unsaid {
        }

        /** It would be said, but an experiment leaves it out for this learner. */
        record HeldOutUntil(String code, LocalDate until) implements Unsaid {
        }
    }

    /**
     * A behaviour worth a sentence, with the moment that shows it best.
     *
     * @param count distinct turns in which it was seen
     * @param quote of the moment
     * @param partnersWords said right before the moment, if they can be said back
     * @param shown evidence without names and private turns
     */
    record Chosen(BehaviourWording wording, BehaviourObserved observation, int count, Quote quote,
            Optional<PartnersWords> partnersWords, List<Evidence> shown) {
    }
}
