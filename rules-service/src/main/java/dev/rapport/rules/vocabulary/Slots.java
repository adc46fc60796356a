package dev.rapport.rules.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.events.Role;

/** The gaps that sentences have in common. */
final class Slots {

    static final Slot.Choice<Ref> REF = new Slot.Choice<>("turn", refs(false), null);
    static final Slot.Choice<Ref> REFS = new Slot.Choice<>("turn", refs(true), null);
    static final Slot.Choice<Ref> WITH = new Slot.Choice<>("with", earlier(), null);
    static final Slot.Choice<Ref> FROM = new Slot.Choice<>("from", earlier(), null);
    static final Slot.Choice<Bound> BOUND = choice("bound", Bound.AT_LEAST, "at least", Bound.AT_MOST, "at most");
    static final Slot.Choice<Role> SIDE = side("side", "the learner", "the partner");
    static final Slot.Choice<Role> SIDES = side("side", "the learner's", "the partner's");
    static final Slot.Choice<Role> ANCHOR_SIDES = side("anchor side", "the learner's", "the partner's");
    static final Slot.Kinds A_KIND = new Slot.Kinds("kind", Slot.Kinds.Said.WITH_ARTICLE, false);
    static final Slot.Kinds ANY_KIND = new Slot.Kinds("kind", Slot.Kinds.Said.WITH_ARTICLE, true);
    static final Slot.Kinds BARE_KIND = new Slot.Kinds("kind", Slot.Kinds.Said.BARE, false);
    static final Slot.Kinds KINDS = new Slot.Kinds("kind", Slot.Kinds.Said.PLURAL, false);
    static final Slot.Kinds ANCHOR_KIND = new Slot.Kinds("anchor kind", Slot.Kinds.Said.BARE, false);
    static final Slot.Kinds WHOLE_KINDS = new Slot.Kinds("of kind", Slot.Kinds.Said.PLURAL, false);
    static final Slot.PhraseList LIST = new Slot.PhraseList("list");
    static final Slot.Text TEXT = new Slot.Text("words");
    static final Slot.Names NAMES = new Slot.Names("names");
    static final Slot.Number PERCENT = new Slot.Number("percent", 1, 100);
    static final Slot.Number TURNS = new Slot.Number("turns", 1, 200);
    static final Slot.Number TIMES = new Slot.Number("times", 1, 100);

    private Slots() {
    }

    static <T> Slot.Choice<T> choice(String name, T first, String firstLabel, T second, String secondLabel) {
        Map<String, T> labels = new LinkedHashMap<>();
        labels.put(firstLabel, first);
        labels.put(secondLabel, second);
        return new Slot.Choice<>(name, labels, null);
    }

    /** A clause that is there or not. */
    static Slot.Choice<Boolean> flag(String name, String label) {
        return new Slot.Choice<>(name, Map.of(label, true), false);
    }

    private static Slot.Choice<Role> side(String name, String learner, String partner) {
        return choice(name, Role.LEARNER, learner, Role.PARTNER, partner);
    }

    private static Map<String, Ref> earlier() {
        Map<String, Ref> labels = refs(false);
        labels.values().removeIf(ref -> ref == Ref.THE_TURN);
        return labels;
    }

    private static Map<String, Ref> refs(boolean possessive) {
        Map<String, Ref> labels = new LinkedHashMap<>();
        for (Ref ref : List.of(Ref.values())) {
            labels.put(possessive ? ref.possessive() : ref.words(), ref);
        }
        labels.put(possessive ? "this turn's" : "this turn", Ref.THE_TURN);
        return labels;
    }
}
