package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kind of condition: its wording, what it means, and how it is decided. Without state; one instance each. */
public abstract class Predicate {

    /** How much a condition tells a reader about why a rule fired, from least to most. */
    public enum Weight {
        /** Who speaks, where and when. */
        SETTING,
        /** What the words of a turn are like. */
        WORDING,
        /** What a turn is. */
        KIND,
        /** What several turns make together. */
        PATTERN
    }

    private final String name;
    private final Weight weight;
    private final String explanation;
    private final List<Form> forms;

    /**
     * @param name never changed once released: stored rules may refer to it
     * @param explanation for the person who writes rules
     * @param forms all with the same slots; the first is the one written
     */
    Predicate(String name, Weight weight, String explanation, Form... forms) {
        this.name = name;
        this.weight = weight;
        this.explanation = explanation;
        this.forms = List.of(forms);
    }

    public final String name() {
        return name;
    }

    public final Weight weight() {
        return weight;
    }

    /** What it means and when to use it, for the person who writes rules. */
    public final String explanation() {
        return explanation;
    }

    final List<Form> forms() {
        return forms;
    }

    public final List<Slot<?>> slots() {
        return forms.get(0).slots();
    }

    /** The condition as a sentence, as it would be read back. */
    public final String sentence(Arguments arguments) {
        return forms.get(0).write(arguments);
    }

    /** Equal exactly for equal conditions. */
    public final String key(Arguments arguments) {
        StringBuilder key = new StringBuilder(name);
        for (Slot<?> slot : slots()) {
            key.append(' ').append(slot.name()).append('=').append(keyOf(slot, arguments));
        }
        return key.toString();
    }

    private static <T> String keyOf(Slot<T> slot, Arguments arguments) {
        return slot.key(arguments.get(slot));
    }

    /** Decides it at a moment. Pure: the same view gives the same finding. */
    public abstract Finding look(View view, Arguments arguments);

    /**
     * What it says of quantities, to find conditions that contradict or repeat each other. Empty where nothing certain can
     * be said.
     *
     * @param learner whether the learner speaks the current turn; null if that is not known. It makes "the other side" one
     *        of the two
     */
    public final Optional<Meaning> meaning(Arguments arguments, Boolean learner) {
        return Optional.ofNullable(means(arguments, learner));
    }

    /** Null where nothing certain can be said. */
    Meaning means(Arguments arguments, Boolean learner) {
        return null;
    }

    /** With what every sentence about a turn says: that somebody has spoken it. */
    static Meaning ofTurn(Ref ref, Boolean learner, Meaning meaning) {
        return ref == Ref.THE_TURN || meaning.any()
                ? meaning
                : meaning.and(Quantity.flag("was spoken", about(ref, learner)), Numbers.only(1));
    }

    /** That something is called one of these names. */
    static Meaning named(String measure, List<String> names) {
        Numbers in = Numbers.NONE;
        for (String name : names) {
            in = in.or(Numbers.only(Integer.toUnsignedLong(name.hashCode())));
        }
        return Meaning.of(Quantity.number(measure, "", 0, 1L << 32), in);
    }

    /** The same for the same turn, however it is called. The other side of a partner may be another partner. */
    static String about(Ref ref, Boolean learner) {
        return ref == Ref.OTHER_SIDES_LAST && Boolean.TRUE.equals(learner)
                ? Ref.PARTNERS_LAST.words()
                : ref.words();
    }

    /** Kinds that the current turn must have been checked for before this can be decided. */
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        if (arguments.has(Slots.REF) && arguments.get(Slots.REF) != Ref.THE_TURN) {
            return Set.of();
        }
        return kinds(arguments);
    }

    /** Whether it can ever be {@link Truth#CANNOT_TELL}. */
    public boolean mayBeUnknown() {
        return false;
    }

    /** Whether it needs a language model, so that everything cheaper is asked first. */
    public boolean costly() {
        return false;
    }

    /** Whether it asks what learned heads hear, so that they are at hand before the first turn. */
    public boolean listens() {
        return false;
    }

    /** All kinds of turn that it names. */
    public final Set<String> kinds(Arguments arguments) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Slot<?> slot : slots()) {
            if (slot instanceof Slot.Kinds named) {
                kinds.addAll(arguments.get(named));
            }
        }
        return kinds;
    }

    /** Behaviours of this turn, in plain form, that must be decided before it. */
    public Set<String> behaviours(Arguments arguments) {
        return Set.of();
    }

    /** All phrase lists that it names. */
    public final List<String> phraseLists(Arguments arguments) {
        List<String> lists = new ArrayList<>();
        for (Slot<?> slot : slots()) {
            if (slot instanceof Slot.PhraseList named) {
                lists.add(arguments.get(named));
            }
        }
        return lists;
    }

    @Override
    public final String toString() {
        return name;
    }
}
