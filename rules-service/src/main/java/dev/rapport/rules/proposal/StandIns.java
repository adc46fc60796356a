package dev.rapport.rules.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rapport.coaching.composition.PartnerNames;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.signals.TextReader;
import dev.rapport.rules.signals.Token;

/**
 * Puts made-up names where names stood, so that a sentence stays a sentence: an example becomes part of a rulebook and is
 * read by many. Names of the two who talk go for certain, other names as far as they are recognised; whoever accepts an
 * example reads it first.
 */
final class StandIns {

    private static final String PARTNER = "Robin";
    private static final String LEARNER = "Alex";
    private static final List<String> OTHERS = List.of("Arden", "Calder", "Fenn", "Holt", "Inver", "Kell", "Marlow",
            "Orton", "Selby", "Thirsk", "Wylam", "Yarrow");
    /** Written with a capital and nobody's name. */
    private static final Set<String> NO_NAMES = Set.of("i", "ok", "okay", "monday", "tuesday", "wednesday", "thursday",
            "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december", "english", "christmas", "easter", "mr", "mrs", "ms", "dr",
            "yes", "no", "thanks", "hello", "hi", "sorry", "well", "so", "right", "great", "mm", "mm-hm", "hmm", "oh",
            "robin", "alex");
    private static final int LONG_NUMBER = 5;

    private final TextReader reader;
    private final PartnerNames partners;
    private final PartnerNames learners;
    private final Map<String, String> others = new HashMap<>();

    StandIns(PastTalk talk, TextReader reader) {
        this.reader = reader;
        this.partners = names(talk, Role.PARTNER);
        this.learners = names(talk, Role.LEARNER);
    }

    private static PartnerNames names(PastTalk talk, Role role) {
        List<String> names = new ArrayList<>();
        talk.opened().participants().stream().filter(p -> p.role() == role && p.name() != null)
                .map(Participant::name).forEach(names::add);
        talk.turns().stream().filter(t -> t.turn().role() == role).map(t -> t.turn().speaker()).forEach(names::add);
        return PartnerNames.of(names);
    }

    String in(String text) {
        String masked = partners.mask(text).text().replace(PartnerNames.MASK, PARTNER);
        masked = learners.mask(masked).text().replace(PartnerNames.MASK, LEARNER);
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Token token : reader.read(masked).tokens()) {
            String instead = instead(token);
            if (instead != null && token.from() >= done) {
                out.append(masked, done, token.from()).append(instead);
                done = token.to();
            }
        }
        return out.append(masked.substring(done)).toString();
    }

    /** @return null to leave it */
    private String instead(Token token) {
        String written = token.text();
        if (written.indexOf('@') > 0) {
            return "someone@example.org";
        }
        if (written.chars().filter(Character::isDigit).count() >= LONG_NUMBER) {
            return "12345";
        }
        String low = written.toLowerCase(Locale.ROOT);
        boolean name = token.pos().equals("PROPN") && Character.isUpperCase(written.codePointAt(0))
                && !NO_NAMES.contains(low);
        return name ? others.computeIfAbsent(low, n -> OTHERS.get(others.size() % OTHERS.size())) : null;
    }
}
