/** Finds what is wrong with a rulebook although it can be read: rules that never fire, repeat or contradict each other. */
package dev.rapport.rules.rulebook.review;
