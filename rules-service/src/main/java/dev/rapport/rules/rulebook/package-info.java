/** Rules as people write them: the tree a rule is, its sentence view, the folder they stand in, and what is wrong there. */
package dev.rapport.rules.rulebook;
