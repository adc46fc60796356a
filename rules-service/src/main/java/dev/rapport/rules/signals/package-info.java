/** What can be seen in one text by itself: pure, versioned, knowing nothing of conversations or rules. */
package dev.rapport.rules.signals;
