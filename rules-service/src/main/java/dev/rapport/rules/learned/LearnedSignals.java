package dev.rapport.rules.learned;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rapport.rules.signals.TextSignals;

/**
 * How much a turn sounds like advice, self-disclosure and so on to small heads that were trained on conversations whose
 * licence allows it; docs/learned-signals.md says on which and how often they are right. A head knows the turn's words
 * only, neither who speaks nor what came before: it is one fact, rules decide. Pure and safe for threads.
 */
public final class LearnedSignals {

    /** Less is not told apart. */
    public static final int LEAST_PERCENT = 20;

    private static final class Loaded {
        static final Map<String, Head> HEADS = HeadsFile.inJar();
    }

    private final boolean deaf;

    private LearnedSignals(boolean deaf) {
        this.deaf = deaf;
    }

    public static LearnedSignals inJar() {
        return new LearnedSignals(false);
    }

    /** Hears nothing: for measuring what rules see without. */
    public static LearnedSignals none() {
        return new LearnedSignals(true);
    }

    /** What there are heads for: kinds of turn, in the words of rules. */
    public static Set<String> names() {
        return Loaded.HEADS.keySet();
    }

    /** @throws NoSuchElementException if there is no such head */
    static Head head(String name) {
        Head head = Loaded.HEADS.get(name);
        if (head == null) {
            throw new NoSuchElementException(name);
        }
        return head;
    }

    /** Makes a text ready to be listened to. */
    public Listening listen(TextSignals signals) {
        return deaf ? Listening.deaf() : Listening.to(signals);
    }

    /** Lets all heads listen to a text, so that whoever judges it later need not. */
    public TextSignals listened(TextSignals signals, Function<String, float[]> embedding) {
        Listening listening = listen(signals);
        return signals.sounding(names().stream().collect(Collectors.toMap(Function.identity(),
                name -> listening.heard(name, LEAST_PERCENT, embedding))));
    }
}
