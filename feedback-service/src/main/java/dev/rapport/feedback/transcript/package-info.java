/**
 * The words of talks, as long as their learners may want to read them beside a message. Knows nothing of what was seen in
 * them but which turns are nobody's business.
 */
package dev.rapport.feedback.transcript;
