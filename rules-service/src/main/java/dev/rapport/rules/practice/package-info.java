/** Judges a line that a learner says again. */
package dev.rapport.rules.practice;
