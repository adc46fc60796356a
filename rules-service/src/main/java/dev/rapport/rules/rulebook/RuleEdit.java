package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.rapport.events.Severity;
import dev.rapport.rules.rulebook.RuleReader.Segment;
import dev.rapport.rules.rulebook.RuleText.WrittenRule;
import dev.rapport.rules.vocabulary.Word;

/**
 * Turns one written rule into another by changing as little of the text as can be: a piece (the name, an attribute, a
 * condition, a line of a group, the conclusion) that says the same as before is not touched.
 */
final class RuleEdit {

    /**
     * Something a rule says, in words as {@link RuleWriter} writes them.
     *
     * @param part what may take its place: "code", "owner", "condition" ...
     * @param line as written, its indentation included
     */
    private record Piece(String part, String line) {

        /** Without "when", "and" or "unless", so that a condition is known again in another place. */
        String saying() {
            String plain = line.strip();
            for (String joiner : List.of("when ", "and ")) {
                plain = plain.startsWith(joiner) ? plain.substring(joiner.length()) : plain;
            }
            return part + ":" + plain;
        }
    }

    /** Where a piece stands in the text. */
    private record Span(int from, int to) {
    }

    private final WrittenRule written;
    private final String text;
    private final List<Piece> before;
    private final List<Piece> after;
    private final List<Span> spans = new ArrayList<>();
    private final int[] lineStarts;
    private final String ending;

    RuleEdit(WrittenRule written, Rule before, Rule after) {
        this.written = written;
        this.text = written.text();
        this.lineStarts = lineStarts(text);
        this.ending = text.contains("\r\n") ? "\r\n" : "\n";
        this.before = inWrittenOrder(pieces(before));
        this.after = inOrderOf(this.before, pieces(after), after);
    }

    /** Attributes may be written in any order; the one the text has is kept. */
    private static List<Piece> inOrderOf(List<Piece> written, List<Piece> canonical, Rule after) {
        List<String> order = new ArrayList<>(written.stream().map(Piece::part).filter(RuleEdit::isAttribute).toList());
        List<Piece> attributes = new ArrayList<>(
                canonical.stream().filter(piece -> isAttribute(piece.part())).toList());
        int canonicalAttributes = attributes.size();
        if (after.severity() == Severity.MODERATE) {
            written.stream().filter(piece -> piece.line().equals("  severity moderate")).forEach(attributes::add);
        }
        for (int i = 0; i < attributes.size(); i++) {
            if (!order.contains(attributes.get(i).part())) {
                order.add(order.indexOf(attributes.get(i - 1).part()) + 1, attributes.get(i).part());
            }
        }
        List<Piece> ordered = new ArrayList<>(attributes);
        ordered.sort(Comparator.comparingInt(piece -> order.indexOf(piece.part())));
        ordered.addAll(canonical.subList(canonicalAttributes, canonical.size()));
        return ordered;
    }

    private static boolean isAttribute(String part) {
        return !List.of("condition", "-", "then").contains(part);
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Piece> pieces(Rule rule) {
        List<Piece> pieces = new ArrayList<>();
        boolean conditions = false;
        for (String line : RuleWriter.write(rule).split("\n")) {
            conditions |= line.startsWith("  when ");
            String first = line.strip().split(" ", 2)[0];
            boolean last = line.startsWith("  then ");
            pieces.add(new Piece(last ? "then" : conditions ? first.equals("-") ? "-" : "condition" : first, line));
        }
        return pieces;
    }

    /** The pieces of the old rule as they follow each other in the text, and where each stands. */
    private List<Piece> inWrittenOrder(List<Piece> canonical) {
        List<Piece> ordered = new ArrayList<>();
        List<Word> words = written.words();
        int i = 2;
        add(ordered, canonical.get(0), words.get(0), words.get(1));
        while (!words.get(i).is("when")) {
            int length = words.get(i).is("review") ? 3 : 2;
            String part = words.get(i).text().toLowerCase(Locale.ROOT);
            // what a rule need not say, as "severity moderate", may be written all the same
            String value = words.get(i + length - 1).text();
            Piece piece = canonical.stream().filter(each -> each.part().equals(part)).findFirst()
                    .orElse(new Piece(part, "  " + part + " " + value.toLowerCase(Locale.ROOT)));
            add(ordered, piece, words.get(i), words.get(i + length - 1));
            i += length;
        }
        List<Piece> rest = canonical.stream().filter(each -> !isAttribute(each.part()))
                .toList();
        int next = 0;
        for (Segment segment : written.draft().segments()) {
            // "when unless" is one joiner of two words
            Word joiner = segment.at();
            int at = words.indexOf(joiner);
            Word from = joiner.is("unless") && words.get(at - 1).is("when") ? words.get(at - 1) : joiner;
            add(ordered, rest.get(next++), from, segment.words().get(segment.words().size() - 1));
            for (List<Word> bullet : segment.bullets()) {
                add(ordered, rest.get(next++), bullet.get(0), bullet.get(bullet.size() - 1));
            }
        }
        Word last = words.get(words.size() - 1);
        add(ordered, rest.get(next), written.draft().then, last);
        return ordered;
    }

    private void add(List<Piece> pieces, Piece piece, Word first, Word last) {
        pieces.add(piece);
        spans.add(new Span(lineStarts[first.line() - 1] + first.column() - 1,
                lineStarts[last.line() - 1] + last.endColumn() - 1));
    }

    /** The whole text of the file with the rule edited. */
    String text() {
        StringBuilder out = new StringBuilder();
        int[][] common = common();
        int copied = 0;
        int old = 0;
        int fresh = 0;
        while (old < before.size() || fresh < after.size()) {
            if (old < before.size() && fresh < after.size()
                    && before.get(old).saying().equals(after.get(fresh).saying())) {
                Span span = spans.get(old);
                out.append(text, copied, span.from());
                boolean sameJoiner = before.get(old).line().equals(after.get(fresh).line());
                if (sameJoiner) {
                    out.append(text, span.from(), span.to());
                } else {
                    put(out, span, after.get(fresh));
                }
                copied = span.to();
                old++;
                fresh++;
                continue;
            }
            boolean drop = old < before.size() && (fresh == after.size() || common[old + 1][fresh] >= common[old][fresh
                    + 1]);
            boolean samePlace = old < before.size() && fresh < after.size()
                    && before.get(old).part().equals(after.get(fresh).part())
                    && common[old + 1][fresh + 1] == common[old][fresh];
            if (samePlace) {
                Span span = spans.get(old++);
                out.append(text, copied, span.from());
                put(out, span, after.get(fresh++));
                copied = span.to();
            } else if (drop) {
                copied = drop(out, spans.get(old++), copied);
            } else {
                int end = restOfLine(copied);
                out.append(text, copied, end);
                copied = end;
                out.append(ending).append(after.get(fresh++).line());
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Lengths of the longest common rest of old and new pieces from each pair of places on. */
    private int[][] common() {
        int[][] common = new int[before.size() + 2][after.size() + 2];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).saying().equals(after.get(j).saying())
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Writes a piece in the place of another; comments between the words of the other follow on lines of their own. */
    private void put(StringBuilder out, Span span, Piece piece) {
        out.append(piece.line().strip());
        for (String comment : RuleText.comments(text.substring(span.from(), span.to()))) {
            out.append(' ').append(comment).append(ending);
        }
    }

    /** Leaves a piece out, with its line if nothing else stands there. Where copying goes on. */
    private int drop(StringBuilder out, Span span, int copied) {
        out.append(text, copied, span.from());
        List<String> comments = RuleText.comments(text.substring(span.from(), span.to()));
        int end = span.to();
        int lineEnd = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
        int lineStart = out.lastIndexOf("\n") + 1;
        boolean alone = out.substring(lineStart).isBlank() && text.substring(end, lineEnd).isBlank();
        comments.forEach(comment -> out.append(comment).append(ending));
        if (alone && comments.isEmpty()) {
            // the line feed before it goes, the one after it stays
            out.setLength(Math.max(0, lineStart - 1));
            if (out.length() > 0 && out.charAt(out.length() - 1) == '\r') {
                out.setLength(out.length() - 1);
                lineEnd = lineEnd > 0 && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            }
            return lineEnd;
        }
        return end;
    }

    /** End of the line if only a comment or nothing stands there, else where it is. */
    private int restOfLine(int at) {
        int feed = text.indexOf('\n', at);
        int end = feed < 0 ? text.length() : feed;
        String rest = text.substring(at, end).strip();
        int trimmed = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return rest.isEmpty() || rest.startsWith("#") ? trimmed : at;
    }
}
