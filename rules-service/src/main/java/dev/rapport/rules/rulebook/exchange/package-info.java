/** Rulebooks in and out of files, and compared; from the command line without a server. */
package dev.rapport.rules.rulebook.exchange;
