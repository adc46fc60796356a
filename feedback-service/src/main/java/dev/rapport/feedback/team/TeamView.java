package dev.rapport.feedback.team;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.rapport.events.Polarity;

/**
 * What may be seen of a month: of the rules, and of one team where one is asked for.
 *
 * @param month {@code 2026-10}
 * @param months that may be asked for, the last one first
 * @param leastPeople fewer than these are told nothing of
 * @param teams that have that many people in this month
 * @param team null where none was asked for
 * @param rules of the whole tenant, by code
 */
public record TeamView(@Schema(examples = "2026-10") String month, List<String> months,
        @Schema(examples = "5") int leastPeople, List<String> teams, Figures team, List<RuleLine> rules,
        ExperimentPanel experiment) {

    /**
     * One team against its own month before.
     *
     * @param messages null where too few had a talk, {@code messagesBefore} likewise
     */
    public record Figures(@Schema(examples = "sales") String team, List<BehaviourLine> behaviours, Messages messages,
            Messages messagesBefore) {
    }

    /**
     * In what share of its talks a team showed a behaviour, each person weighing the same.
     *
     * @param seen null where fewer than {@link TeamView#leastPeople} had a talk that could be judged, {@code before} likewise
     * @param change in points; null where either figure is missing or only known to be so much or less
     */
    public record BehaviourLine(@Schema(examples = "B20") String rule,
            @Schema(examples = "Closed questions in a row") String behaviour, Polarity polarity, Share seen,
            Share before, @Schema(examples = "-10") Integer change) {

        /** How many points less it was; for pages, where it was less. */
        public int pointsLess() {
            return -change;
        }
    }

    /**
     * Messages with a point that a learner gets in a week.
     *
     * @param median in halves
     * @param most of any learner, rounded up; null where fewer than 20 had a talk
     */
    public record Messages(@Schema(examples = "1.5") double median, Integer most) {
    }

    /**
     * How a rule fares.
     *
     * @param hits messages that spoke of it, at least so many; null where fewer than {@link TeamView#leastPeople} learners had
     * one
     * @param answers learners who said what they think, at least so many; null, as is what follows, where they were fewer
     * @param disputedLow and {@code disputedHigh}: where the disputed share may truly lie, in percent
     */
    public record RuleLine(@Schema(examples = "B20") String rule, String behaviour,
            @Schema(examples = "45") Integer hits, @Schema(examples = "20") Integer answers, Share helpful,
            Share disputed, Integer disputedLow, Integer disputedHigh) {
    }

    /** How far the experiment is. */
    public enum State {
        /** There was none. */
        NONE,
        /** Too early to say: it is told once, when it is over. */
        RUNNING, OVER
    }

    /**
     * Whether messages help.
     *
     * @param share in percent that is left out; null without an experiment, as are {@code since} and {@code until}
     * @param leastPairs of each kind; with fewer it is too early to say
     * @param changes of behaviours with pairs enough; empty while it runs
     */
    public record ExperimentPanel(State state, Integer share, Instant since, Instant until,
            @Schema(examples = "20") int leastPairs, List<ChangeLine> changes) {

        /** Whether there was none; for pages. */
        public boolean none() {
            return state == State.NONE;
        }

        /** Whether one runs; for pages. */
        public boolean running() {
            return state == State.RUNNING;
        }

        /** Whether one is over; for pages. */
        public boolean over() {
            return state == State.OVER;
        }
    }

    /**
     * What changed, in points of the talks in which it went well.
     *
     * @param low and {@code high}: ends of the 95 % interval of {@code difference}
     * @param people with the message, at least so many, {@code leftOut} without
     * @param lost of them at least so many had no later talk, {@code lostLeftOut} likewise
     */
    public record ChangeLine(@Schema(examples = "B20") String rule, String behaviour, int with, int without,
            int difference, int low, int high, int people, int leftOut, int lost, int lostLeftOut) {
    }
}
