package dev.rapport.rules.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.TryOut;
import dev.rapport.rules.signals.TextReader;

/**
 * A talk with what every rule says of every turn, as it would have been said when the turn was spoken.
 *
 * @param rulebookVersion of the rulebook it was played through
 */
public record PlayedTalk(String rulebookVersion, List<PlayedTurn> turns) {

    /** A turn and what every rule says of it. */
    public record PlayedTurn(Turn turn, TryOut tryOut) {
    }

    public PlayedTalk {
        turns = List.copyOf(turns);
    }

    /** Pure: the same talk and rulebook give the same answers. */
    public static PlayedTalk play(PastedTalk talk, Judge judge, TextReader reader) {
        List<SeenTurn> before = new ArrayList<>();
        List<PlayedTurn> turns = new ArrayList<>();
        for (PastedTalk.Line line : talk.lines()) {
            Turn turn = new Turn(before.size() + 1, line.role(), line.role().name(), line.text(), line.startMillis(),
                    line.endMillis(), null);
            List<SeenTurn> now = new ArrayList<>(before);
            now.add(new SeenTurn(turn, reader.read(line.text()), Map.of()));
            TryOut tryOut = judge.tryOut(new Moment(talk.setting(), List.copyOf(now)));
            turns.add(new PlayedTurn(turn, tryOut));
            before.add(new SeenTurn(turn, now.get(now.size() - 1).signals(), tryOut.judgement().acts()));
        }
        return new PlayedTalk(judge.rulebook().version(), turns);
    }
}
