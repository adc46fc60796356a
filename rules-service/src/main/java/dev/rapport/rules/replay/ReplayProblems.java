package dev.rapport.rules.replay;

import java.util.List;

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.Fault;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What can go wrong with a replay. */
final class ReplayProblems {

    private static final int MOST_FAULTS = 100;

    private ReplayProblems() {
    }

    static HttpProblem unknown(String id) {
        return Problems.of("unknown-replay", 404, "Unknown replay",
                "There is no replay " + id + ". The last ones stand under /replays; older ones are deleted.").build();
    }

    static HttpProblem unknownTalk(String conversation) {
        return Problems.of("unknown-conversation", 404, "Unknown conversation",
                "Conversation " + conversation + " is not in the archive: it was never there, its time is over, or"
                        + " its learner asked to be forgotten.")
                .build();
    }

    static HttpProblem faulty(List<Fault> faults) {
        return Problems.of("rulebook-with-faults", 422, "Rulebook with faults",
                "The draft cannot be tried: " + faults.get(0) + (faults.size() == 1 ? "" : ", and more")
                        + ". Mend what errors lists.")
                .with("errors", faults.stream().limit(MOST_FAULTS).map(Fault::toString).toList()).build();
    }

    static HttpProblem nothingLive() {
        return Problems.of("no-rulebook-in-force", 409, "No rulebook in force",
                "There is no rulebook in force to compare the draft with. Release one, or mend the default rulebook.")
                .build();
    }

    static HttpProblem tooMany() {
        return Problems.of("too-many-replays", 429, "Too many replays",
                "Other replays wait already. Wait for one to end, or cancel one.").build();
    }
}
