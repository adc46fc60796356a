package dev.rapport.feedback.team;

import dev.rapport.coaching.history.EarlierTalk;

/** A talk that was looked into, and whose it was. */
record LearnersTalk(String learner, EarlierTalk talk) {
}
