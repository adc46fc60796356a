package dev.rapport.rules.vocabulary;

/**
 * How near a sentence of a turn comes in meaning to the example sentences of a list, and to its counter-examples.
 *
 * @param nearest example, 0 % where there is none
 * @param counter nearest counter-example to that same sentence, 0 % where there is none
 * @param threshold in per cent, as the examples of the list give it
 */
public record Resemblance(Likeness nearest, Likeness counter, int threshold) {

    /** Near enough, and nearer to an example than to any counter-example. */
    public boolean holds() {
        return nearest.percent() >= threshold && nearest.percent() > counter.percent();
    }
}
