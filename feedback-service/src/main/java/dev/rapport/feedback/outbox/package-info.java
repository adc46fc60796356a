/** Tells other services what happened here: a row in the same transaction, published after it until acknowledged. */
package dev.rapport.feedback.outbox;
