/** Decides a moment: builds the rule base from the tree of rules, evaluates it within bounds, and says why. */
package dev.rapport.rules.evaluation;
