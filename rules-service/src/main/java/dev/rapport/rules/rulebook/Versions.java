package dev.rapport.rules.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.rapport.events.Severity;

/** Versions by content: the same words, the same version, wherever and whenever they were written. */
final class Versions {

    private static final int DIGITS = 12;

    private Versions() {
    }

    /** What the rule says, without who owns it and when it is reviewed, and the phrase lists it uses. */
    static String of(Rule rule, Map<String, List<String>> phrases) {
        StringBuilder content = new StringBuilder(rule.code()).append('\n').append(RuleWriter.body(rule));
        if (rule.severity() != Severity.MODERATE) {
            // only where it is said, so that no version changed when rules learned to say it
            content.append("severity ").append(RuleWriter.word(rule.severity())).append('\n');
        }
        rule.phraseLists().stream().sorted().forEach(list -> append(content, list, phrases.get(list)));
        return hash(content);
    }

    static String of(List<Rule> rules, Map<String, List<String>> phrases) {
        StringBuilder content = new StringBuilder();
        rules.forEach(rule -> content.append(RuleWriter.write(rule)));
        phrases.forEach((list, words) -> append(content, list, words));
        return hash(content);
    }

    private static void append(StringBuilder content, String list, List<String> phrases) {
        content.append('\n').append(list).append('\n');
        phrases.forEach(phrase -> content.append(' ').append(phrase).append('\n'));
    }

    static String hash(CharSequence content) {
        return fingerprint(content).substring(0, DIGITS);
    }

    static String fingerprint(CharSequence content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
