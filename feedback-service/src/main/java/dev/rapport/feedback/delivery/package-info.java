/** Brings a message to where its learner reads it, once for each channel, and at a time that suits. */
package dev.rapport.feedback.delivery;
