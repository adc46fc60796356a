/** Collects observations, composes at most one message a talk, and remembers what the learner thinks of it. */
package dev.rapport.feedback;
