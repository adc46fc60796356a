package dev.rapport.rules.release;

/**
 * Why a rulebook was refused.
 *
 * @param file relative to the folder of the rules
 * @param line from 1; null where the fault has no place
 * @param column from 1; null where the fault has no place
 * @param problem what is wrong
 * @param todo what would be right
 */
public record Complaint(String file, Integer line, Integer column, String problem, String todo) {

    @Override
    public String toString() {
        String place = line == null ? file : file + ":" + line + ":" + column;
        return place + ": " + problem + (todo == null || todo.isBlank() ? "" : ", " + todo);
    }
}
