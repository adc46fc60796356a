package dev.rapport.rules.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.PastTurn;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.Judgement;
import dev.rapport.rules.rulebook.Example.Line;
import dev.rapport.rules.signals.TextReader;

/**
 * The end of a talk, up to the turn a learner disagrees about, as a near miss: as short as the rule still fires at its
 * last turn, with no real name in it.
 *
 * @param stage null if not told
 * @param firesYet whether the rule in force sees the behaviour at the last turn; if not it was mended since, or needs more
 *        of the talk than an example may have
 */
public record NearMiss(String rule, String kind, String stage, List<Line> turns, boolean firesYet) {

    /** Tried in this order; an example may have 200 turns. */
    private static final List<Integer> LENGTHS = List.of(1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 120, 200);
    /** Where the rule does not fire: enough to see what it was about. */
    private static final int WITHOUT = 6;

    public NearMiss {
        turns = List.copyOf(turns);
    }

    /**
     * @param turn number of the one at which the rule fired
     * @throws IllegalArgumentException if the talk has no such turn
     */
    static NearMiss of(PastTalk talk, int turn, String rule, Judge judge, TextReader reader) {
        List<PastTurn> upTo = talk.turns().stream().filter(t -> t.turn().number() <= turn).toList();
        if (upTo.isEmpty() || upTo.get(upTo.size() - 1).turn().number() != turn) {
            throw new IllegalArgumentException("no turn " + turn);
        }
        StandIns standIns = new StandIns(talk, reader);
        List<SeenTurn> masked = new ArrayList<>();
        for (PastTurn past : upTo.subList(Math.max(0, upTo.size() - LENGTHS.get(LENGTHS.size() - 1)), upTo.size())) {
            Turn t = past.turn();
            String text = standIns.in(t.text());
            masked.add(new SeenTurn(new Turn(t.number(), t.role(), t.role().name(), text, t.startMillis(),
                    t.endMillis(), null), reader.read(text), Map.of()));
        }
        Setting setting = new Setting(talk.opened().kind(), talk.opened().stage());
        int tried = 0;
        for (int length : LENGTHS) {
            int some = Math.min(length, masked.size());
            if (some > tried) {
                tried = some;
                List<SeenTurn> end = masked.subList(masked.size() - some, masked.size());
                if (firesAtTheEnd(end, setting, rule, judge)) {
                    return new NearMiss(rule, setting.kind(), setting.stage(), lines(end), true);
                }
            }
        }
        return new NearMiss(rule, setting.kind(), setting.stage(),
                lines(masked.subList(Math.max(0, masked.size() - WITHOUT), masked.size())), false);
    }

    private static boolean firesAtTheEnd(List<SeenTurn> turns, Setting setting, String rule, Judge judge) {
        List<SeenTurn> seen = new ArrayList<>();
        boolean fires = false;
        for (SeenTurn turn : turns) {
            List<SeenTurn> now = new ArrayList<>(seen);
            now.add(turn);
            Judgement judgement = judge.judge(new Moment(setting, now));
            fires = judgement.seen().stream().anyMatch(each -> each.rule().code().equals(rule));
            seen.add(new SeenTurn(turn.turn(), turn.signals(), judgement.acts()));
        }
        return fires;
    }

    private static List<Line> lines(List<SeenTurn> turns) {
        boolean timed = turns.stream().allMatch(t -> t.turn().startMillis() != null && t.turn().endMillis() != null
                && t.turn().startMillis() >= 0 && t.turn().endMillis() >= t.turn().startMillis());
        long begin = timed ? turns.stream().mapToLong(t -> t.turn().startMillis()).min().orElse(0) : 0;
        return turns.stream().map(t -> new Line(t.turn().role(), t.turn().text(),
                timed ? Long.valueOf(t.turn().startMillis() - begin) : null,
                timed ? Long.valueOf(t.turn().endMillis() - begin) : null)).toList();
    }

    /**
     * As an item of {@code nearMisses} in the rule's file of examples.
     *
     * @param name unlike that of any other example of the rule
     */
    public String yaml(String name) {
        StringBuilder yaml = new StringBuilder("  - name: ").append(quoted(name)).append('\n');
        yaml.append("    kind: ").append(quoted(kind)).append('\n');
        if (stage != null) {
            yaml.append("    stage: ").append(quoted(stage)).append('\n');
        }
        yaml.append("    turns:\n");
        for (Line line : turns) {
            String who = line.role().name().toLowerCase(Locale.ROOT);
            if (line.startMillis() == null) {
                yaml.append("      - ").append(quoted(who + ": " + line.text())).append('\n');
            } else {
                yaml.append("      - {").append(who).append(": ").append(quoted(line.text())).append(", start: ")
                        .append(line.startMillis()).append(", end: ").append(line.endMillis()).append("}\n");
            }
        }
        return yaml.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029'
                    || c == '\ufeff' || c > '\ufffd') {
                quoted.append(Character.isSurrogate(c) ? c : ' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The file of examples with this one at the end of its near misses; every other line stays as it is. */
    public static String added(String file, String rule, String item) {
        if (file == null || file.isBlank()) {
            return "rule: " + rule + "\nnearMisses:\n" + item;
        }
        List<String> lines = new ArrayList<>(file.lines().toList());
        int key = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("nearMisses:")) {
                key = i;
            }
        }
        if (key < 0) {
            lines.add("nearMisses:");
            key = lines.size() - 1;
        }
        int end = key + 1;
        for (int i = key + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean within = line.startsWith(" ") || line.startsWith("-") || line.isBlank() || line.startsWith("#");
            if (!within) {
                break;
            }
            end = line.isBlank() || line.startsWith("#") ? end : i + 1;
        }
        List<String> more = item.stripTrailing().lines().toList();
        boolean atTheMargin = key + 1 < lines.size() && lines.get(key + 1).startsWith("- ");
        lines.addAll(end, atTheMargin ? more.stream().map(l -> l.substring(2)).toList() : more);
        return String.join("\n", lines) + "\n";
    }
}
