package dev.rapport.rules.rulebook;

/**
 * Where something is written.
 *
 * @param file path below the rules folder, with slashes
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {
}
