/** A conversation's turns with what was seen in them, and the {@code Moment}: the conversation as of one turn. */
package dev.rapport.rules.conversation;
