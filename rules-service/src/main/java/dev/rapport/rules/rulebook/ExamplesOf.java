package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;

/**
 * Plays the example conversations of a rulebook: a firing one fires its rule at exactly the turns it says, a near miss never.
 * An act rule is asked itself, also where another rule of the same kind of turn fires as well.
 */
public final class ExamplesOf {

    /** Examples of one rule differ in a turn or two; the rest need not be read for each. */
    private static final int MOST_REMEMBERED = 4_096;

    private final Judge judge;
    private final Function<String, TextSignals> reader;
    private final Map<String, TextSignals> remembered = new ConcurrentHashMap<>();

    public ExamplesOf(Judge judge, TextReader reader) {
        this(judge, reader::read);
    }

    /** @param reader of the language that the examples are in */
    ExamplesOf(Judge judge, Function<String, TextSignals> reader) {
        this.judge = judge;
        this.reader = reader;
    }

    /** What fails, in the order of the examples; played side by side, because a large rulebook has thousands. */
    public List<Fault> faults() {
        return judge.rulebook().examples().parallelStream().map(this::fault).flatMap(Optional::stream).toList();
    }

    /** What is wrong with one example; empty if it shows what it says. */
    public Optional<Fault> fault(Example example) {
        Rule rule = judge.rulebook().rule(example.rule()).orElseThrow();
        List<SeenTurn> turns = new ArrayList<>();
        List<Integer> fired = new ArrayList<>();
        Setting setting = new Setting(example.kind(), example.stage());
        List<Moment> moments = new ArrayList<>();
        for (Example.Line line : example.turns()) {
            int number = turns.size() + 1;
            Turn turn = new Turn(number, line.role(), line.role().name(), line.text(), line.startMillis(),
                    line.endMillis(), null);
            List<SeenTurn> now = new ArrayList<>(turns);
            now.add(new SeenTurn(turn, read(line.text()), Map.of()));
            Moment moment = new Moment(setting, List.copyOf(now));
            moments.add(moment);
            Judge.Answer answer = judge.ask(rule, moment);
            if (answer.fires()) {
                fired.add(number);
            }
            turns.add(new SeenTurn(turn, moment.current().signals(), answer.acts()));
        }
        if (fired.equals(example.at())) {
            return Optional.empty();
        }
        String name = "\"" + example.name() + "\": " + rule.code();
        String fires = fired.isEmpty() ? " does not fire" : " fires at " + turns(fired);
        String expected = example.fires() ? "it at " + turns(example.at()) : "it not to fire";
        Optional<Integer> missed = example.at().stream().filter(at -> !fired.contains(at)).findFirst();
        String why = missed.map(at -> " (turn " + at + ": "
                + String.join("; ", judge.against(rule, moments.get(at - 1))) + ")").orElse("");
        return Optional.of(Fault.at(example.position(), name + fires + why, expected));
    }

    private TextSignals read(String text) {
        TextSignals known = remembered.get(text);
        if (known != null) {
            return known;
        }
        TextSignals read = reader.apply(text);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(text, read);
        }
        return read;
    }

    private static String turns(List<Integer> numbers) {
        return (numbers.size() == 1 ? "turn " : "turns ")
                + String.join(", ", numbers.stream().map(String::valueOf).toList());
    }
}
