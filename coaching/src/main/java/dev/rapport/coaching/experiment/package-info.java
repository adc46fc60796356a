/**
 * Whether messages help: who is left out by chance, and what changed with a message and without. Pure; knows nothing of
 * wording.
 */
package dev.rapport.coaching.experiment;
