package dev.rapport.rules.console;

/**
 * Where a text that is being changed stands in the rulebook.
 *
 * @param path of its file
 * @param firstLine in the file, from 1
 * @param lastLine in the file as changed, so that the whole text lies between
 */
record Spot(String path, int firstLine, int lastLine) {

    static Spot of(String path, int firstLine, String text) {
        return new Spot(path, firstLine, firstLine + (int) text.chars().filter(c -> c == '\n').count());
    }

    boolean holds(String file, int line) {
        return file.equals(path) && line >= firstLine && line <= lastLine;
    }
}
