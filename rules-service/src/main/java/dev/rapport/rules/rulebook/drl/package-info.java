/** The DRL view of rules: a small part of the rule language of Drools, written and read by ourselves, never compiled. */
package dev.rapport.rules.rulebook.drl;
