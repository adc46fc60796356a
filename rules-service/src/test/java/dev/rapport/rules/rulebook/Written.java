package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Reading.NotUnderstood;
import dev.rapport.rules.vocabulary.Reading.Understood;
import dev.rapport.rules.vocabulary.Vocabulary;

/** Rules as a manager would write them, in a folder of a test. */
public final class Written {

    private final Path folder;

    private Written(Path folder) {
        this.folder = folder;
    }

    public static Written in(Path folder) {
        return new Written(folder);
    }

    public Written file(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Written bytes(String name, byte[] bytes) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Written phrases(String list, String... phrases) {
        return file("phrases/" + list + ".txt", String.join("\n", phrases) + "\n");
    }

    /** An act rule that makes a kind of turn. */
    public Written kind(String code, String kind, String condition) {
        return file("acts/" + code + ".rules", """
                rule "What %s is"
                  code %s
                  owner "Tests"
                  when %s
                  then the turn is a %s
                """.formatted(code, code, condition, kind));
    }

    public Written behaviour(String code, String... conditions) {
        return file("behaviours/" + code + ".rules", """
                rule "Behaviour %s"
                  code %s
                  owner "Tests"
                  when the speaker is the learner
                   and %s
                  then observe "behaviour %s" as something to grow, likely
                """.formatted(code, code, String.join("\n   and ", conditions), code)).example(code);
    }

    /** Examples that only have the right form. */
    public Written example(String code) {
        return file("examples/" + code + ".yaml", """
                rule: %s
                fires:
                  - name: fires
                    at: 1
                    turns: ["learner: Is it live?"]
                nearMisses:
                  - name: near
                    turns: ["learner: It is live."]
                """.formatted(code));
    }

    public Reading read() {
        return RulebookFolder.read(folder);
    }

    public Rulebook rulebook() {
        Reading reading = read();
        if (reading instanceof Reading.Refused refused) {
            throw new AssertionError(String.join("\n", refused.faults().stream().map(Fault::toString).toList()));
        }
        return ((Reading.Read) reading).rulebook();
    }

    public List<String> faults() {
        return read() instanceof Reading.Refused refused
                ? refused.faults().stream().map(Fault::toString).toList()
                : List.of();
    }

    /** Rules of one text, without kinds of turn and phrase lists. */
    public static List<Rule> rules(String text) {
        return rules(text, new Lexicon(List.of(), List.of()));
    }

    public static List<Rule> rules(String text, Lexicon lexicon) {
        Faults faults = new Faults();
        RuleReader reader = new RuleReader("test", faults);
        List<Rule> rules = reader.drafts(Scan.words("test", text, faults)).stream()
                .map(draft -> reader.finish(draft, lexicon)).toList();
        if (!faults.none()) {
            throw new AssertionError(faults.sorted().toString());
        }
        return rules;
    }

    /** One condition. */
    public static Condition.Is condition(String sentence, Lexicon lexicon) {
        var reading = Vocabulary.read(Scan.words("test", sentence, new Faults()), lexicon);
        if (reading instanceof NotUnderstood not) {
            throw new AssertionError(sentence + ": " + not.problems());
        }
        Understood understood = (Understood) reading;
        return new Condition.Is(understood.predicate(), understood.arguments());
    }

    /** What is wrong with one condition, as {@code column: what, expected ..., did you mean "..."?}. */
    static List<String> problems(String sentence, Lexicon lexicon) {
        var reading = Vocabulary.read(Scan.words("test", sentence, new Faults()), lexicon);
        return reading instanceof NotUnderstood not
                ? not.problems().stream()
                        .map(p -> new Fault("", p.line(), p.column(), p.what(), p.expected(), p.didYouMean()).toString()
                                .substring(":1:".length()))
                        .toList()
                : List.of();
    }
}
