package dev.rapport.coaching.composition;

import java.util.List;
import java.util.TreeMap;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.Choices;
import dev.rapport.coaching.wording.Wordings;

/** What each behaviour has to be seen in to count, for whoever follows those of many learners over time. */
public final class Behaviours {

    private Behaviours() {
    }

    /** @return those there are messages for, by code */
    public static List<Behaviour> of(Wordings wordings) {
        return new TreeMap<>(wordings.behaviours()).values().stream()
                .map(wording -> CoachingPolicy.behaviour(wording, wordings.house(), Choices.NONE)).toList();
    }
}
