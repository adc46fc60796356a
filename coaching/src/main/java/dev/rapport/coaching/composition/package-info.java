/** Decides what a message says: pure policy on observations, wordings and what the learner heard before. */
package dev.rapport.coaching.composition;
