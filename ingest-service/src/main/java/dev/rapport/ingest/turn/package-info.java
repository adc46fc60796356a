/** Takes turns in, one by one or many at once, and says which were refused and why. */
package dev.rapport.ingest.turn;
