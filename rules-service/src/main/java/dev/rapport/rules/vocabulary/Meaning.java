package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * What a condition says of quantities, so that conditions can be held against each other without any talk.
 *
 * @param claims all of which hold where the condition does
 * @param any whether instead one of them is enough
 */
public record Meaning(List<Claim> claims, boolean any) {

    /** A quantity has one of these numbers. */
    public record Claim(Quantity of, Numbers in) {

        Claim not() {
            return new Claim(of, in.not());
        }
    }

    public Meaning {
        claims = List.copyOf(claims);
    }

    static Meaning of(Quantity quantity, Numbers in) {
        return new Meaning(List.of(new Claim(quantity, in)), false);
    }

    static Meaning of(Quantity quantity, boolean holds) {
        return of(quantity, Numbers.only(holds ? 1 : 0));
    }

    /** And this as well. */
    Meaning and(Quantity quantity, Numbers in) {
        if (any) {
            throw new IllegalStateException("one is enough already");
        }
        List<Claim> more = new ArrayList<>(claims);
        more.add(new Claim(quantity, in));
        return new Meaning(more, false);
    }

    /** Where the condition is false for certain: all or any the other way round. */
    public Meaning not() {
        return new Meaning(claims.stream().map(Claim::not).toList(), !any);
    }
}
