/** What messages say: the files of {@code rules/messages}, read and checked with positions. Knows nothing of conversations. */
package dev.rapport.coaching.wording;
