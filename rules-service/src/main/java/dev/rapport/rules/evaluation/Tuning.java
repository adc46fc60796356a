package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.vocabulary.Sayings;

/**
 * How near a sentence must come to the example sentences of a list, worked out from the list itself: each example is
 * compared with the other examples and each counter-example with all examples, and the threshold is put where most of
 * them fall on the right side.
 *
 * @param threshold in per cent
 * @param examples each with how near it comes to the others and whether it would be found
 * @param counterExamples each with how near it comes to the examples and whether it would be found, which it should not
 * @param mixedUp pairs that no threshold tells apart
 */
public record Tuning(String list, int threshold, List<Tuned> examples, List<Tuned> counterExamples,
        List<MixedUp> mixedUp) {

    /** Without counter-examples a threshold is a guess, which these bound. To calibrate. */
    static final int LEAST = 40;
    static final int MOST = 90;
    static final int MOST_WITHOUT_COUNTER_EXAMPLES = 60;

    /**
     * A sentence of the list.
     *
     * @param percent how near it comes to the nearest example, itself left out
     * @param nearest that example; empty if there is no other
     * @param found whether it says something like the examples, going by the others
     */
    public record Tuned(String sentence, int percent, String nearest, boolean found) {
    }

    /**
     * An example and a counter-example that are at least as near to each other as one of them is to its own kind.
     *
     * @param percent how near
     */
    public record MixedUp(String example, String counterExample, int percent) {
    }

    public Tuning {
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
        mixedUp = List.copyOf(mixedUp);
    }

    /** Whether every example is found by the others and no counter-example is. */
    public boolean separates() {
        return examples.stream().allMatch(Tuned::found) && counterExamples.stream().noneMatch(Tuned::found);
    }

    /** How alike two sentences are, in per cent. */
    interface Alike {
        int percent(String one, String other);
    }

    private record Compared(String sentence, int percent, String nearest, int counterPercent, String nearestCounter) {

        boolean found(int threshold) {
            return percent >= threshold && percent > counterPercent;
        }

        Tuned tuned(int threshold) {
            return new Tuned(sentence, percent, nearest, found(threshold));
        }
    }

    static Tuning of(String list, Sayings sayings, Alike alike) {
        List<Compared> examples = compared(sayings.examples(), sayings, alike);
        List<Compared> counterExamples = compared(sayings.counterExamples(), sayings, alike);
        int threshold = counterExamples.isEmpty() ? guessed(examples) : separating(examples, counterExamples);
        return new Tuning(list, threshold, examples.stream().map(each -> each.tuned(threshold)).toList(),
                counterExamples.stream().map(each -> each.tuned(threshold)).toList(),
                mixedUp(examples, counterExamples, threshold));
    }

    private static List<MixedUp> mixedUp(List<Compared> examples, List<Compared> counterExamples, int threshold) {
        Set<MixedUp> mixedUp = new LinkedHashSet<>();
        examples.stream().filter(each -> each.counterPercent > 0 && each.counterPercent >= each.percent)
                .forEach(each -> mixedUp.add(new MixedUp(each.sentence, each.nearestCounter, each.counterPercent)));
        counterExamples.stream().filter(each -> each.found(threshold))
                .forEach(each -> mixedUp.add(new MixedUp(each.nearest, each.sentence, each.percent)));
        return List.copyOf(mixedUp);
    }

    private static List<Compared> compared(List<String> sentences, Sayings sayings, Alike alike) {
        List<Compared> compared = new ArrayList<>();
        for (String sentence : sentences) {
            String nearest = "";
            int percent = 0;
            for (String example : sayings.examples()) {
                int alikeness = example.equals(sentence) ? 0 : alike.percent(sentence, example);
                if (alikeness > percent) {
                    percent = alikeness;
                    nearest = example;
                }
            }
            String nearestCounter = "";
            int counter = 0;
            for (String counterExample : sayings.counterExamples()) {
                int alikeness = counterExample.equals(sentence) ? 0 : alike.percent(sentence, counterExample);
                if (alikeness > counter) {
                    counter = alikeness;
                    nearestCounter = counterExample;
                }
            }
            compared.add(new Compared(sentence, percent, nearest, counter, nearestCounter));
        }
        return compared;
    }

    /** Where even the example that is least like the others is found, within bounds. */
    private static int guessed(List<Compared> examples) {
        int least = examples.size() < 2
                ? MOST_WITHOUT_COUNTER_EXAMPLES
                : examples.stream().mapToInt(Compared::percent).min().orElseThrow();
        return Math.max(LEAST, Math.min(MOST_WITHOUT_COUNTER_EXAMPLES, least));
    }

    /** The middle of the widest stretch of thresholds that put most on the right side, both sides weighing the same. */
    private static int separating(List<Compared> examples, List<Compared> counterExamples) {
        double best = -1;
        int from = LEAST;
        int bestFrom = LEAST;
        int bestTo = LEAST;
        double last = -1;
        for (int threshold = LEAST; threshold <= MOST; threshold++) {
            int at = threshold;
            double right = share(examples.stream().filter(each -> each.found(at)).count(), examples.size())
                    + share(counterExamples.stream().filter(each -> !each.found(at)).count(), counterExamples.size());
            from = right == last ? from : threshold;
            last = right;
            if (right > best || right == best && threshold - from > bestTo - bestFrom) {
                best = right;
                bestFrom = from;
                bestTo = threshold;
            }
        }
        return (bestFrom + bestTo) / 2;
    }

    private static double share(long of, int all) {
        return all == 0 ? 1 : of / (double) all;
    }

    /** Sentences on the wrong side, the worst first. */
    public List<Tuned> wrong() {
        List<Tuned> wrong = new ArrayList<>();
        counterExamples.stream().filter(Tuned::found).sorted(Comparator.comparingInt((Tuned t) -> -t.percent()))
                .forEach(wrong::add);
        examples.stream().filter(each -> !each.found()).sorted(Comparator.comparingInt(Tuned::percent))
                .forEach(wrong::add);
        return wrong;
    }
}
