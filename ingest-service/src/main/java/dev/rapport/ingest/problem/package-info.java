/** What can go wrong at this door, as RFC 9457 problems that say what to do about it. */
package dev.rapport.ingest.problem;
