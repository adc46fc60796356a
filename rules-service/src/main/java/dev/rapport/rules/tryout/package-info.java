/** Plays a talk that somebody pastes or picks through a rulebook, and says what every rule makes of every turn. */
package dev.rapport.rules.tryout;
