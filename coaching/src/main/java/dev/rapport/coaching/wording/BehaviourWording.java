package dev.rapport.coaching.wording;

import java.util.List;

import dev.rapport.events.Polarity;

/**
 * What is said about one behaviour.
 *
 * @param name as a heading
 * @param polarity {@link Polarity#KEEP} or {@link Polarity#GROW}
 * @param impact on rapport, 0 to 1, after the evidence in {@code source}
 * @param repeatability how easily it is done again or done otherwise next time, 0 to 1
 * @param partnerWords the least number of words the partner's turn must have that the behaviour answers to; 0 where it
 * answers to none
 * @param answers which turn of the partner a rewrite is built from
 * @param says variants where the rule was clear or likely
 * @param asks variants, all questions, where it was not
 * @param why one line
 * @param source of {@code why}
 * @param rewrites other ways to say the same moment; empty for a strength
 * @param ifThen null for a strength
 * @param drill null for a strength
 * @param live what may be said of it while a talk goes on, at most {@link #MOST_LIVE_WORDS} words; null where nothing is
 */
public record BehaviourWording(String code, String name, Polarity polarity, double impact, double repeatability,
        int partnerWords, Quoting quoting, Answers answers, List<Template> says, List<Template> asks, String why,
        String source,
        List<Rewrite> rewrites, String ifThen, String drill, String live) {

    /** More cannot be read in passing. */
    public static final int MOST_LIVE_WORDS = 12;

    public BehaviourWording {
        says = List.copyOf(says);
        asks = List.copyOf(asks);
        rewrites = List.copyOf(rewrites);
    }

    /** Which words of a long passage are quoted. */
    public enum Quoting {
        /** The matched words. */
        PASSAGE,
        /** The first sentence of the passage. */
        OPENING,
        /** The last question of the passage. */
        QUESTION
    }

    /** Which turn of the partner the moment should have taken up. */
    public enum Answers {
        /** The one right before it. */
        LAST,
        /** The one it all began with, which what came between went past. */
        FIRST
    }

    /** The two kinds of rewrite. */
    public enum RewriteKind {
        FOLLOW_UP, REFLECTION
    }

    /** Another way to say the same moment. */
    public record Rewrite(RewriteKind kind, Template template) {
    }
}
