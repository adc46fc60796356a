package dev.rapport.rules.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.rapport.events.Evidence;
import dev.rapport.events.LineJudged;
import dev.rapport.events.LineJudged.Verdict;
import dev.rapport.events.LineTried;
import dev.rapport.events.Polarity;
import dev.rapport.events.Role;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.PastTurn;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Turn;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.signals.TextSignals;

/**
 * Judges a line that stands in for one of a talk, by the same rules that saw something in that one. First the line that was
 * really said is judged: a rule that does not see it any more cannot say that the new one is better. Pure.
 */
public final class PracticeJudge {

    /**
     * What a line has to be to give the partner something, besides showing a behaviour to keep. Not only questions: what goes
     * on after advice that nobody asked for may be a reflection or an acknowledgement.
     */
    private static final Set<String> GIVES = Set.of("open question", "follow-up question", "expansion invitation",
            "mirror question", "permission question", "reflection", "empathy", "validation", "affirmation",
            "appreciation", "repair");
    private static final String NOT_KEPT = "the talk is kept no more, and what is left of it does not show the moment";
    private static final String CHANGED = "the rule has changed since, and does not see that moment any more";
    private static final String NO_RULES = "no rulebook is in force";
    /** Of a talk that is kept nowhere nothing but its words is known. */
    private static final Setting UNKNOWN = new Setting("general", null);

    private PracticeJudge() {
    }

    /**
     * @param kept the talk, if the archive still has it
     * @param rules in force for the tenant; empty for none
     * @param reader of a text that was not read before
     */
    public static LineJudged judge(LineTried tried, Optional<PastTalk> kept, Optional<Rules> rules,
            Function<String, TextSignals> reader, Instant now) {
        if (rules.isEmpty()) {
            return cannotTell(tried, null, NO_RULES, now);
        }
        Setting setting = kept.map(talk -> new Setting(talk.opened().kind(), talk.opened().stage())).orElse(UNKNOWN);
        List<PastTurn> said = kept.map(PastTalk::turns).orElseGet(() -> left(tried, reader)).stream()
                .filter(each -> each.turn().number() <= tried.turn()).toList();
        String version = rules.get().version();
        PastTurn really = said.isEmpty() ? null : said.get(said.size() - 1);
        if (really == null || really.turn().number() != tried.turn() || really.turn().role() != Role.LEARNER) {
            return cannotTell(tried, version, NOT_KEPT, now);
        }
        List<SeenTurn> before = seen(said.subList(0, said.size() - 1), setting, rules.get());
        if (sighting(at(before, really, setting, rules.get()), tried.rule()).isEmpty()) {
            return cannotTell(tried, version, kept.isEmpty() ? NOT_KEPT : CHANGED, now);
        }
        Turn as = really.turn();
        Verdicts verdicts = at(before, new PastTurn(new Turn(as.number(), as.role(), as.speaker(), tried.line(),
                as.startMillis(), as.endMillis(), null), reader.apply(tried.line())), setting, rules.get());
        return judged(tried, version, verdicts, now);
    }

    private static LineJudged judged(LineTried tried, String version, Verdicts verdicts, Instant now) {
        List<String> kinds = verdicts.acts().keySet().stream().sorted().toList();
        List<String> shows = verdicts.seen().stream().filter(each -> each.polarity() == Polarity.KEEP)
                .map(Sighting::behaviour).distinct().sorted().toList();
        Optional<Sighting> again = sighting(verdicts, tried.rule());
        if (again.isPresent()) {
            return judged(tried, version, Verdict.SEEN_AGAIN, kinds, shows, again.get().because(),
                    again.get().otherwise(), now);
        }
        String undecided = verdicts.undecided().get(tried.rule());
        if (undecided != null) {
            return cannotTell(tried, version, undecided, now);
        }
        boolean gives = !shows.isEmpty() || kinds.stream().anyMatch(GIVES::contains);
        return judged(tried, version, gives ? Verdict.MENDED : Verdict.AVOIDED, kinds, shows, List.of(), null, now);
    }

    private static LineJudged cannotTell(LineTried tried, String version, String why, Instant now) {
        return judged(tried, version, Verdict.CANNOT_TELL, List.of(), List.of(), List.of(why), null, now);
    }

    private static LineJudged judged(LineTried tried, String version, Verdict verdict, List<String> kinds,
            List<String> shows, List<String> because, String otherwise, Instant now) {
        return new LineJudged(tried.tenant(), tried.learner(), tried.conversation(), tried.practice(), tried.rule(),
                version, verdict, kinds, shows, because, otherwise, now);
    }

    private static Optional<Sighting> sighting(Verdicts verdicts, String rule) {
        return verdicts.seen().stream().filter(each -> each.rule().equals(rule)).findFirst();
    }

    /** Turns before the one that is practised, each with what it is. */
    private static List<SeenTurn> seen(List<PastTurn> turns, Setting setting, Rules rules) {
        List<SeenTurn> seen = new ArrayList<>();
        for (PastTurn turn : turns) {
            Verdicts verdicts = at(seen, turn, setting, rules);
            seen.add(new SeenTurn(turn.turn(), turn.signals(), verdicts.acts()));
        }
        return seen;
    }

    private static Verdicts at(List<SeenTurn> before, PastTurn turn, Setting setting, Rules rules) {
        before.add(new SeenTurn(turn.turn(), turn.signals(), Map.of()));
        try {
            return rules.judge(new Moment(setting, before));
        } finally {
            // the moment is over, and a talk of thousands of turns is not copied for each of them
            before.remove(before.size() - 1);
        }
    }

    /** What the event itself tells of the talk. */
    private static List<PastTurn> left(LineTried tried, Function<String, TextSignals> reader) {
        return tried.around().stream().filter(each -> !each.text().isEmpty())
                .sorted(Comparator.comparingInt(Evidence::turn))
                .map(each -> new PastTurn(new Turn(each.turn(), each.role(), each.role().name(), each.text(),
                        each.startMillis(), null, null), reader.apply(each.text())))
                .toList();
    }
}
