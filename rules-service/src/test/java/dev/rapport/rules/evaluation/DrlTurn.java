package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import dev.rapport.rules.vocabulary.Truth;

/** A turn as rules of compiled DRL see it: public, as what they call must be. */
public final class DrlTurn {

    private final int stage;
    private final IntFunction<Truth> sentences;
    private final List<String> fired = new ArrayList<>();

    /** @param sentences what a sentence says of the turn, by its number */
    public DrlTurn(int stage, IntFunction<Truth> sentences) {
        this.stage = stage;
        this.sentences = sentences;
    }

    public int getStage() {
        return stage;
    }

    public boolean yes(int sentence) {
        return sentences.apply(sentence) == Truth.YES;
    }

    public boolean no(int sentence) {
        return sentences.apply(sentence) == Truth.NO;
    }

    public void fire(String code) {
        fired.add(code);
    }

    public List<String> fired() {
        return fired;
    }
}
