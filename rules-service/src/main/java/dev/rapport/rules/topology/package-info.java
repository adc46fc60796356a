/** The stream: turns in, observations out, the state of each conversation between them, exactly once. */
package dev.rapport.rules.topology;
