package dev.rapport.feedback.delivery;

import java.time.Instant;

/** A message that a stream may tell of. */
record NewMessage(String id, String tenant, String learner, Instant composedAt) {
}
