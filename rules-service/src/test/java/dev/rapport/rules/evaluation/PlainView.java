package dev.rapport.rules.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.learned.LearnedSignals;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.signals.Similarity;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.vocabulary.English;
import dev.rapport.rules.vocabulary.Likeness;
import dev.rapport.rules.vocabulary.PhraseHit;
import dev.rapport.rules.vocabulary.Resemblance;
import dev.rapport.rules.vocabulary.Sayings;
import dev.rapport.rules.vocabulary.Truth;
import dev.rapport.rules.vocabulary.View;

/** Looks everything up anew and remembers nothing: what the service's view must agree with. */
public final class PlainView implements View {

    private final Moment moment;
    private final Set<String> acts;
    private final Map<String, List<String>> phrases;
    private final PhraseLists lists;
    private final List<Rule> rules;

    /** Of a rulebook in which nothing is observed. */
    public PlainView(Moment moment, Set<String> acts, Map<String, List<String>> phrases, PhraseLists lists) {
        this(moment, acts, phrases, lists, List.of());
    }

    PlainView(Moment moment, Set<String> acts, Map<String, List<String>> phrases, PhraseLists lists,
            List<Rule> rules) {
        this.rules = rules;
        this.moment = moment;
        this.acts = acts;
        this.phrases = phrases;
        this.lists = lists;
    }

    @Override
    public Moment moment() {
        return moment;
    }

    @Override
    public boolean is(SeenTurn turn, String kind) {
        return turn == moment.current() ? acts.contains(kind) : turn.is(kind);
    }

    @Override
    public Span spanOfKind(String kind) {
        return null;
    }

    @Override
    public List<PhraseHit> hits(SeenTurn turn, String list) {
        return lists.find(turn.signals()).stream().filter(hit -> hit.list().equals(list))
                .map(hit -> new PhraseHit(hit.phrase(), hit.span())).toList();
    }

    @Override
    public Likeness likeness(SeenTurn turn, String list) {
        Similarity similarity = new Similarity();
        Likeness nearest = new Likeness("", 0, null);
        for (String phrase : phrases.get(list)) {
            int percent = (int) (similarity.between(turn.turn().text(), phrase) * 100);
            if (percent > nearest.percent()) {
                nearest = new Likeness(phrase, percent, null);
            }
        }
        return nearest;
    }

    @Override
    public Resemblance resemblance(SeenTurn turn, String list) {
        Sayings sayings = Sayings.of(phrases.get(list));
        Similarity similarity = new Similarity();
        Tuning tuning = Tuning.of(list, sayings, (a, b) -> (int) (similarity.between(a, b) * 100));
        return new Resemblance(nearest(turn, sayings.examples(), similarity),
                nearest(turn, sayings.counterExamples(), similarity), tuning.threshold());
    }

    private static Likeness nearest(SeenTurn turn, List<String> lines, Similarity similarity) {
        Likeness nearest = new Likeness("", 0, null);
        for (String line : lines) {
            int percent = (int) (similarity.between(turn.turn().text(), line) * 100);
            if (percent > nearest.percent()) {
                nearest = new Likeness(line, percent, null);
            }
        }
        return nearest;
    }

    @Override
    public Heard heard(SeenTurn turn, String kind, int least) {
        return LearnedSignals.inJar().listen(turn.signals()).heard(kind, least, new Similarity()::embedding);
    }

    @Override
    public Truth observed(List<String> behaviours) {
        return rules.stream()
                .filter(rule -> rule.conclusion() instanceof Conclusion.Observe observe
                        && behaviours.contains(English.plain(observe.behaviour())))
                .map(rule -> Interpreter.truth(rule, is -> is.predicate().look(this, is.arguments()).truth()))
                .reduce(Truth.NO, Truth::or);
    }

    @Override
    public <T> T once(Object key, Supplier<T> found) {
        return found.get();
    }

    @Override
    public void work(int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("work is never given back");
        }
    }
}
