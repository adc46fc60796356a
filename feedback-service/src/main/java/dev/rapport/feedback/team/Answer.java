package dev.rapport.feedback.team;

import dev.rapport.events.ReactionGiven.Reaction;

/** What a learner thinks of a point of a rule; of two answers the one that comes later in a list counts. */
record Answer(String learner, String rule, Reaction reaction) {
}
