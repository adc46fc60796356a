/** What differs between two rulebooks, said in sentences. */
package dev.rapport.rules.rulebook.difference;
