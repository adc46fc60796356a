package dev.rapport.feedback.team;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as it stands in its file. Only taken apart as far as to be shown: what it means is for rules-service to say.
 *
 * @param owner null if nobody is named
 * @param sentence from {@code when} to the end, in its own lines
 */
record RuleText(String code, String name, String owner, String sentence) {

    private static final Pattern BEGINS = Pattern.compile("^rule\\s+\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("^\\s+code\\s+([A-Z][0-9]{2,3})\\b");
    private static final Pattern OWNER = Pattern.compile("^\\s+owner\\s+\"([^\"]*)\"");
    private static final Pattern WHEN = Pattern.compile("^\\s+when\\b.*");

    /** @return the rules of a file in its order; one without a code is left out */
    static List<RuleText> of(String file) {
        List<RuleText> rules = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (BEGINS.matcher(line).find()) {
                add(block, rules);
                block.clear();
            }
            if (!line.strip().startsWith("#")) {
                block.add(line);
            }
        }
        add(block, rules);
        return rules;
    }

    private static void add(List<String> block, List<RuleText> rules) {
        String name = first(BEGINS, block);
        String code = first(CODE, block);
        if (name == null || code == null) {
            return;
        }
        int when = 0;
        while (when < block.size() && !WHEN.matcher(block.get(when)).matches()) {
            when++;
        }
        rules.add(new RuleText(code, name, first(OWNER, block),
                String.join("\n", block.subList(when, block.size())).stripTrailing().stripIndent()));
    }

    private static String first(Pattern pattern, List<String> block) {
        for (String line : block) {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        return null;
    }
}
