package dev.rapport.ingest.transcript;

/**
 * Something in a transcript that was left out or mended. Never holds anybody's words.
 *
 * @param line of the file, from 1
 * @param problem what was found
 * @param todo what its owner can do about it
 */
public record Warning(int line, String problem, String todo) {
}
