package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.TextSignals;

/** A talk up to a moment: {@code chat().partner("...").learner("...").is("question")}. */
public final class Chat {

    private static final TextReader READER = new TextReader();

    private final List<SeenTurn> turns = new ArrayList<>();
    private String kind = "sales-discovery";
    private String stage;

    private Chat() {
    }

    public static Chat chat() {
        return new Chat();
    }

    public Chat kind(String told) {
        kind = told;
        return this;
    }

    public Chat stage(String told) {
        stage = told;
        return this;
    }

    public Chat learner(String text) {
        return says(Role.LEARNER, text);
    }

    public Chat partner(String text) {
        return says(Role.PARTNER, text);
    }

    public Chat says(Role role, String text) {
        return says(role, role == Role.LEARNER ? "Lena" : "Paul", text);
    }

    /** One of several people. */
    public Chat says(Role role, String speaker, String text) {
        turns.add(new SeenTurn(new Turn(turns.size() + 1, role, speaker, text, null, null, null), READER.read(text),
                Map.of()));
        return this;
    }

    /** The last turn is of these kinds. */
    public Chat is(String... kinds) {
        SeenTurn last = turns.remove(turns.size() - 1);
        Map<String, Clarity> acts = new LinkedHashMap<>(last.acts());
        for (String each : kinds) {
            acts.put(each, Clarity.CLEAR);
        }
        turns.add(new SeenTurn(last.turn(), last.signals(), acts));
        return this;
    }

    /** The last turn is one sentence of that form. */
    public Chat mood(Mood mood) {
        SeenTurn last = turns.remove(turns.size() - 1);
        TextSignals read = last.signals();
        turns.add(new SeenTurn(last.turn(),
                new TextSignals(read.version(), read.tokens(), List.of(new Sentence(0, read.tokens().size(), mood)),
                        read.words(), read.contentLemmas(), read.entities(), read.selfSentences(),
                        read.partnerAddressed(), read.pointsBack(), read.concreteSelfDetail(), read.focus()),
                last.acts()));
        return this;
    }

    /** The last turn lasts from second to second. */
    public Chat from(double start, double end) {
        SeenTurn last = turns.remove(turns.size() - 1);
        Turn turn = last.turn();
        turns.add(new SeenTurn(new Turn(turn.number(), turn.role(), turn.speaker(), turn.text(),
                (long) (start * 1000), (long) (end * 1000), null), last.signals(), last.acts()));
        return this;
    }

    public Moment moment() {
        return new Moment(new Setting(kind, stage), List.copyOf(turns));
    }

    /** The moment of the turn with that number. */
    public Moment moment(int turn) {
        return new Moment(new Setting(kind, stage), List.copyOf(turns.subList(0, turn)));
    }

    public int size() {
        return turns.size();
    }

    /** Labels every turn by the judge, as the service does. */
    public Chat judgedBy(Judge judge) {
        for (int i = 0; i < turns.size(); i++) {
            SeenTurn turn = turns.get(i);
            turns.set(i, new SeenTurn(turn.turn(), turn.signals(), judge.acts(moment(i + 1))));
        }
        return this;
    }
}
