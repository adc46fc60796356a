package dev.rapport.rules.rulebook.difference;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.rulebook.difference.Difference.LineChange;

/** Compares two lists of lines by their longest common subsequence. */
final class Lines {

    private Lines() {
    }

    /** What differs, in order; a line that is gone and one that came in its place are told together. */
    static List<LineChange> changes(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<LineChange> changes = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                pair(gone, come, changes);
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                gone.add(before.get(i++));
            } else {
                come.add(after.get(j++));
            }
        }
        pair(gone, come, changes);
        return changes;
    }

    private static void pair(List<String> gone, List<String> come, List<LineChange> changes) {
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            changes.add(new LineChange("", i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
        }
        gone.clear();
        come.clear();
    }
}
