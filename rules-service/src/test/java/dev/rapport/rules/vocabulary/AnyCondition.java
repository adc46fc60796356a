package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any condition that the vocabulary can say, over a few kinds of turn and phrase lists. */
public final class AnyCondition {

    /** Kinds that hold a word of another, plurals of every sort, and words that sentences go on with. */
    public static final List<String> KINDS = List.of("question", "open question", "reply", "bit of advice", "advice",
            "turn to self", "question back");
    /** What a rulebook may have a rule for that others give way to. */
    public static final String FIRST_BEHAVIOUR = "first behaviour";
    public static final List<String> LISTS = List.of("warm words", "feelings");

    private AnyCondition() {
    }

    /**
     * @param make from the predicate and its arguments
     * @param costly whether conditions that need a language model are among them
     */
    public static <T> Arbitrary<T> of(List<String> kinds, boolean costly, BiFunction<Predicate, Arguments, T> make) {
        List<Predicate> predicates = Vocabulary.all().stream().filter(p -> costly || !p.costly()).toList();
        return Arbitraries.of(predicates)
                .flatMap(p -> arguments(p.slots(), kinds).map(arguments -> make.apply(p, arguments)));
    }

    private static Arbitrary<Arguments> arguments(List<Slot<?>> slots, List<String> kinds) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (Slot<?> slot : slots) {
            all = all.flatMap(so -> value(slot, kinds).map(value -> {
                Map<String, Object> more = new HashMap<>(so);
                more.put(slot.name(), value);
                return more;
            }));
        }
        return all.map(Arguments::new);
    }

    private static Arbitrary<?> value(Slot<?> slot, List<String> kinds) {
        if (slot instanceof Slot.Choice<?> choice) {
            return Arbitraries.of(new ArrayList<>(choice.values()));
        } else if (slot instanceof Slot.Number number) {
            return Arbitraries.integers().between(number.least(), number.most()).withDistribution(
                    net.jqwik.api.RandomDistribution.biased());
        } else if (slot instanceof Slot.Kinds named) {
            return Arbitraries.of(kinds).list().uniqueElements().ofMinSize(1).ofMaxSize(named.several() ? 3 : 1);
        } else if (slot instanceof Slot.PhraseList) {
            return Arbitraries.of(LISTS);
        } else if (slot instanceof Slot.Names) {
            return Arbitraries.of("safety check", "sales discovery", "first contact", FIRST_BEHAVIOUR, "a or b , c")
                    .list()
                    .uniqueElements().ofMinSize(1).ofMaxSize(3);
        }
        return Arbitraries.of("live", "you know", "a , b", "the  turn", "then", "a open question");
    }
}
