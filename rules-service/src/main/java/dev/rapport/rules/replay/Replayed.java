package dev.rapport.rules.replay;

import dev.rapport.coaching.composition.Talk;
import dev.rapport.rules.archive.PastTalk;

/**
 * A past conversation judged twice.
 *
 * @param before by the rulebook in force
 * @param after by the draft; the very same object where the two do not differ
 */
record Replayed(PastTalk talk, Talk before, Talk after) {
}
