/** The form view of a rule: its parts as plain values that travel as JSON, and what is wrong with them field by field. */
package dev.rapport.rules.rulebook.form;
