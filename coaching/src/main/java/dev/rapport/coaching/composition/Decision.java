package dev.rapport.coaching.composition;

import java.util.List;
import java.util.Optional;

import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Evidence;

/** What a talk gives reason to say. */
sealed interface Decision {

    /** At least one of the two is there. */
    record Coach(Optional<Chosen> strength, Optional<Chosen> growth) implements Decision {
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

        /** Nothing was seen often or clearly enough. */
        record NothingClear() implements Shortcoming {
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
