package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** A set of whole numbers: stretches that neither touch nor overlap, in ascending order. */
public record Numbers(List<Stretch> stretches) {

    static final long ENDLESS = Long.MAX_VALUE / 4;

    /** From {@code from} to {@code to}, both included. */
    public record Stretch(long from, long to) {
    }

    public static final Numbers NONE = new Numbers(List.of());

    public Numbers {
        stretches = List.copyOf(stretches);
    }

    public static Numbers between(long from, long to) {
        return from > to ? NONE : new Numbers(List.of(new Stretch(from, to)));
    }

    static Numbers atLeast(long least) {
        return between(least, ENDLESS);
    }

    static Numbers of(Bound bound, long limit) {
        return bound == Bound.AT_LEAST ? atLeast(limit) : between(-ENDLESS, limit);
    }

    static Numbers only(long number) {
        return between(number, number);
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** @throws IndexOutOfBoundsException if there is none */
    public long least() {
        return stretches.get(0).from();
    }

    /** @throws IndexOutOfBoundsException if there is none */
    public long most() {
        return stretches.get(stretches.size() - 1).to();
    }

    public Numbers and(Numbers other) {
        List<Stretch> both = new ArrayList<>();
        for (Stretch a : stretches) {
            for (Stretch b : other.stretches) {
                long from = Math.max(a.from(), b.from());
                long to = Math.min(a.to(), b.to());
                if (from <= to) {
                    both.add(new Stretch(from, to));
                }
            }
        }
        return new Numbers(both);
    }

    public Numbers or(Numbers other) {
        return not().and(other.not()).not();
    }

    /** Every other number. */
    public Numbers not() {
        List<Stretch> others = new ArrayList<>();
        long next = -ENDLESS;
        for (Stretch stretch : stretches) {
            if (stretch.from() > next) {
                others.add(new Stretch(next, stretch.from() - 1));
            }
            next = stretch.to() + 1;
        }
        if (next <= ENDLESS) {
            others.add(new Stretch(next, ENDLESS));
        }
        return new Numbers(others);
    }
}
