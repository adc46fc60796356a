package dev.rapport.rules.rulebook.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.Rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

/** Export, edit, import: what did not change keeps every byte, so that Git shows the edit and nothing else. */
class ExchangeRulesTest {

    @TempDir
    Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... args) {
        printed.reset();
        PrintStream print = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return ExchangeRules.run(args, print, print);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path rules() throws IOException {
        Path rules = folder.resolve("rules");
        for (Map.Entry<String, String> file : Rulebooks.shipped().texts().entrySet()) {
            Path path = rules.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return rules;
    }

    private static RulebookFiles files(Path folder) {
        return RulebookFolder.contents(folder).files();
    }

    @Test
    void anExportImportedAgainChangesNoByteInAnyForm() throws IOException {
        Path rules = rules();
        RulebookFiles before = files(rules);
        for (String kind : List.of("xlsx", "csv", "drl", "json", "folder")) {
            Path out = folder.resolve(kind.equals("csv") || kind.equals("folder") ? "to-" + kind : "to." + kind);
            assertThat(run("export", rules.toString(), kind, out.toString())).as(printed()).isZero();
            assertThat(run("import", out.toString(), rules.toString())).as(printed()).isZero();
            assertThat(printed()).as(kind).isEqualTo("no difference\n");
            assertThat(files(rules)).as(kind).isEqualTo(before);
        }
    }

    @Test
    void anEditedExportChangesWhatWasEditedAndKeepsTheComments() throws IOException {
        Path rules = rules();
        RulebookFiles before = files(rules);
        Path drl = folder.resolve("rules.drl");
        run("export", rules.toString(), "drl", drl.toString());
        String text = Files.readString(drl);
        int b20 = text.indexOf("rule \"B20\"");
        int owner = text.indexOf("@owner(\"Rapport\")", b20);
        Files.writeString(drl, text.substring(0, owner) + "@owner(\"Ann\")" + text.substring(owner + 17));
        assertThat(run("import", drl.toString(), rules.toString())).as(printed()).isZero();
        assertThat(printed()).startsWith("Rule B20 ").endsWith("  - owner \"Rapport\"\n  + owner \"Ann\"\n");
        String path = "behaviours/questions.rules";
        int code = before.text(path).indexOf("code B20");
        int at = before.text(path).indexOf("owner \"Rapport\"", code);
        assertThat(files(rules)).isEqualTo(before.with(path, before.text(path).substring(0, at) + "owner \"Ann\""
                + before.text(path).substring(at + "owner \"Rapport\"".length())));
    }

    @Test
    void anImportThatWouldBreakTheRulebookChangesNothing() throws IOException {
        Path rules = rules();
        RulebookFiles before = files(rules);
        Path drl = Files.writeString(folder.resolve("bad.drl"), "rule \"B20\" when eval(true) then end");
        assertThat(run("import", drl.toString(), rules.toString())).isEqualTo(1);
        assertThat(printed()).startsWith("bad.drl:1:17: \"eval\" is refused: a rulebook has no eval");
        assertThat(files(rules)).isEqualTo(before);
        assertThat(run("import", folder.resolve("none.drl").toString(), rules.toString())).isEqualTo(2);
        assertThat(run("export", rules.toString(), "pdf", "x")).isEqualTo(2);
        assertThat(run("diff", rules.toString(), rules.toString())).isZero();
        assertThat(printed()).isEqualTo("no difference\n");
    }

    @Test
    void aTextThatNoCellCanHoldIsNamedAndNoTableIsWritten() throws IOException {
        Path rules = rules();
        Path examples = rules.resolve("examples/B20.yaml");
        Files.writeString(examples, Files.readString(examples) + "  - name: a long answer\n    turns: [\"partner: "
                + "well ".repeat(6_401).strip() + "\"]\n");
        for (String kind : List.of("xlsx", "csv")) {
            Path out = folder.resolve("out-" + kind);
            assertThat(run("export", rules.toString(), kind, out.toString())).isEqualTo(1);
            assertThat(printed())
                    .matches("(?s)Examples!H[0-9]+: \"Words\" of B20 has 32004 characters, expected at most"
                            + " 32000 in a cell: a shorter text, or an export as DRL, JSON or folder\n1 fault\n");
            assertThat(out).doesNotExist();
        }
        assertThat(run("export", rules.toString(), "json", folder.resolve("out.json").toString())).isZero();
    }
}
