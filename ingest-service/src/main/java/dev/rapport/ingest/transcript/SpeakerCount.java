package dev.rapport.ingest.transcript;

/** A speaker of a transcript and how many turns are theirs. */
public record SpeakerCount(String name, int turns) {
}
