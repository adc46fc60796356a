/** Reads the transcript files people really have into turns: pure, tolerant, and never making up a speaker or a time. */
package dev.rapport.ingest.transcript;
