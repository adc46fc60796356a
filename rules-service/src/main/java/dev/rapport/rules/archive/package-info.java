/** Keeps past conversations, with consent and for a while, so that a rulebook can be tried on them before it is released. */
package dev.rapport.rules.archive;
