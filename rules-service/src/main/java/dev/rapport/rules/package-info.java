/** The service that decides what was seen, and the rulebooks it decides by. */
package dev.rapport.rules;
