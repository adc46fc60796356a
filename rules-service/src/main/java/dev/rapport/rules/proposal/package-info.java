/** Turns a learner's "not right" into a near miss that a manager may take into the examples of a rule. */
package dev.rapport.rules.proposal;
