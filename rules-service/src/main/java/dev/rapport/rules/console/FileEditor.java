package dev.rapport.rules.console;

import java.util.List;

/**
 * The editor of one file as it stands.
 *
 * @param said what came of saving; null if nobody saved
 * @param saidHow {@code good} or {@code bad}
 */
record FileEditor(Desk.Shown version, Links links, String path, String text, List<Proof.Problem> problems,
        String said, String saidHow) {

    FileEditor {
        problems = List.copyOf(problems);
    }

    FileEditor saying(String how, String words) {
        return new FileEditor(version, links, path, text, problems, words, how);
    }

    public String self() {
        return links.file(path);
    }

    public String status() {
        return problems.isEmpty() ? "No problems." : Editor.count(problems.size(), "problem") + ".";
    }
}
