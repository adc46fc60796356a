/** The learner's pages: the list of messages, and one message beside the lines of the talk it quotes. */
package dev.rapport.feedback.page;
