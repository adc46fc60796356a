package dev.rapport.coaching.composition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32;

import dev.rapport.coaching.composition.Decision.Chosen;
import dev.rapport.coaching.composition.Decision.Shortcoming;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.BehaviourWording.Rewrite;
import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.coaching.wording.Slot;
import dev.rapport.coaching.wording.Template;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;

/**
 * Composes the one message of a talk. The same talk, history and wordings make the same message; a wording differs from
 * the one the learner read the last time the behaviour came up.
 */
public final class Composer {

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve");
    private static final int MOST_NAMES = 3;

    private final Wordings wordings;
    private final HouseWording house;
    private final CoachingPolicy policy;

    public Composer(Wordings wordings) {
        this.wordings = wordings;
        this.house = wordings.house();
        this.policy = new CoachingPolicy(wordings);
    }

    public Coaching compose(Talk talk, History history) {
        Decision decision = policy.decide(talk, history);
        String coverage = coverage(talk);
        if (decision instanceof Decision.Coach coach) {
            return coaching(talk, history, coach, coverage);
        }
        if (decision instanceof Decision.NotEnough thin) {
            return plain(talk, Kind.NOT_ENOUGH, opening(thin), house.notEnough().closing(),
                    talk.judged().notJudged().isEmpty() ? null : coverage);
        }
        if (decision instanceof Decision.CannotJudge cannot) {
            String reason = Words.printable(cannot.reason()).strip();
            String opening = house.cannotJudge().opening() + "\n"
                    + house.cannotJudge().reason().fill(Map.of(Slot.REASON, reason.isEmpty() ? "not told" : reason));
            return plain(talk, Kind.CANNOT_JUDGE, opening, house.cannotJudge().closing(), null);
        }
        return plain(talk, Kind.SUPPORT, String.join("\n", house.support()), null, null);
    }

    private Coaching coaching(Talk talk, History history, Decision.Coach coach, String coverage) {
        Point strength = coach.strength().map(c -> point(talk, history, c)).orElse(null);
        Point growth = coach.growth().map(c -> point(talk, history, c)).orElse(null);
        String opening = variant(strength == null ? house.neutralOpenings() : house.openings(), talk, "opening",
                history.messages()).toString();
        String closing = variant(growth == null ? house.strengthClosings() : house.closings(), talk, "closing",
                history.messages()).toString();
        String text = new TerminalText(house).of(opening, strength, growth, closing, coverage);
        return new Coaching(Kind.COACHING, opening, strength, growth, closing, talk.judged().judged(), reasons(talk),
                coverage, text);
    }

    private Coaching plain(Talk talk, Kind kind, String opening, String closing, String coverage) {
        // of a talk with words of danger in it nothing is told but where to find help
        boolean support = kind == Kind.SUPPORT;
        String text = new TerminalText(house).of(opening, null, null, closing, coverage);
        return new Coaching(kind, opening, null, null, closing, support ? List.of() : talk.judged().judged(),
                support ? Map.of() : reasons(talk), coverage, text);
    }

    private String opening(Decision.NotEnough thin) {
        List<String> lines = new ArrayList<>(List.of(house.notEnough().opening()));
        for (Shortcoming shortcoming : thin.shortcomings()) {
            if (shortcoming instanceof Shortcoming.FewTurns few) {
                lines.add(house.notEnough().fewTurns().fill(Map.of(Slot.TURNS, number(few.turns()), Slot.NEEDED,
                        number(few.needed()))).replace(" one times", " once"));
            } else if (shortcoming instanceof Shortcoming.UnsureWords unsure) {
                lines.add(house.notEnough().unsureWords().fill(Map.of(Slot.CONFIDENCE, percent(unsure.confidence()),
                        Slot.NEEDED, percent(unsure.needed()))));
            } else {
                lines.add(house.notEnough().nothingClear().toString());
            }
        }
        return String.join("\n", lines);
    }

    /** Rounded down, so that what is below a limit does not read as if it had reached it. */
    private static String percent(double share) {
        return Integer.toString((int) Math.floor(share * 100 + 1e-9));
    }

    private Point point(Talk talk, History history, Chosen chosen) {
        BehaviourWording wording = chosen.wording();
        int before = history.timesSaid().getOrDefault(wording.code(), 0);
        boolean sure = chosen.observation().clarity() != Clarity.UNSURE;
        String says = variant(sure ? wording.says() : wording.asks(), talk, wording.code(), before)
                .fill(Map.of(Slot.COUNT, number(chosen.count()), Slot.TIMES, times(chosen.count())));
        boolean grow = wording.polarity() == Polarity.GROW;
        PartnerNames names = PartnerNames.of(talk.judged().partnerNames());
        return new Point(wording.name(), wording.code(), chosen.observation().ruleVersion(),
                chosen.observation().rulebookVersion(), chosen.observation().id(), chosen.observation().clarity(),
                chosen.count(), chosen.quote(), says, wording.why(), wording.source(), chosen.shown(),
                chosen.observation().because().stream().map(b -> tidy(b, names)).toList(),
                chosen.observation().otherwise() == null ? null : tidy(chosen.observation().otherwise(), names),
                grow ? rewrite(talk, chosen, before) : null, wording.ifThen(), wording.drill());
    }

    private static String tidy(String text, PartnerNames names) {
        return names.mask(Words.printable(text)).text();
    }

    private Rewritten rewrite(Talk talk, Chosen chosen, int before) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        Optional<PartnersWords> words = chosen.partnersWords();
        words.ifPresent(w -> {
            slots.put(Slot.FOCUS, w.sentence());
            if (w.clause() != null) {
                slots.put(Slot.CLAUSE, w.clause());
            }
            if (w.thing() != null) {
                slots.put(Slot.THING, w.thing());
            }
        });
        List<Template> fitting = chosen.wording().rewrites().stream().map(Rewrite::template)
                .filter(t -> t.usesPartnersWords() == words.isPresent() && slots.keySet().containsAll(t.slots()))
                .toList();
        // a bare noun phrase as a sentence by itself sounds clipped where there is a sentence to put it in
        List<Template> around = fitting.stream().filter(t -> t.slots().contains(Slot.THING)).toList();
        if (!around.isEmpty()) {
            fitting = around;
        }
        String say = variant(fitting, talk, chosen.wording().code() + " rewrite", before).fill(slots);
        return new Rewritten(chosen.quote().text(), say, words.map(PartnersWords::said).orElse(null));
    }

    /** Steps through the variants from a place that is the learner's own, so that no two in a row are the same. */
    private static Template variant(List<Template> variants, Talk talk, String about, int before) {
        CRC32 seed = new CRC32();
        seed.update(CoachingPolicy.seed(talk, about).getBytes(StandardCharsets.UTF_8));
        return variants.get((int) Math.floorMod(seed.getValue() + before, (long) variants.size()));
    }

    private Map<String, String> reasons(Talk talk) {
        return talk.judged().notJudged();
    }

    private String coverage(Talk talk) {
        List<String> judged = talk.judged().judged().stream().filter(c -> wordings.of(c).isPresent()).toList();
        TreeSet<String> open = new TreeSet<>();
        talk.judged().notJudged().keySet().stream().filter(c -> wordings.of(c).isPresent()).forEach(open::add);
        String all = Integer.toString(judged.size() + open.size());
        if (judged.isEmpty() && open.isEmpty()) {
            return null;
        }
        if (open.isEmpty()) {
            return house.allJudged().fill(Map.of(Slot.ALL, all));
        }
        List<String> names = open.stream().limit(MOST_NAMES)
                .map(c -> wordings.nameOf(c).substring(0, 1).toLowerCase(Locale.ROOT)
                        + wordings.nameOf(c).substring(1))
                .toList();
        int more = open.size() - names.size();
        List<String> parts = new ArrayList<>(names);
        if (more > 0) {
            parts.add(number(more) + " more");
        }
        // names may have commas of their own
        String last = parts.remove(parts.size() - 1);
        String listed = parts.isEmpty()
                ? last
                : String.join("; ", parts) + (parts.size() > 1 ? "; and " : " and ") + last;
        return house.notJudged().fill(Map.of(Slot.ALL, all, Slot.NAMES, listed));
    }

    private static String number(int n) {
        return n >= 0 && n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }

    private static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : number(n) + " times";
    }
}
