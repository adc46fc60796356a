/** The pages of a manager: rules, try-out, versions, replay and history. All of them work without scripts. */
package dev.rapport.rules.console;
