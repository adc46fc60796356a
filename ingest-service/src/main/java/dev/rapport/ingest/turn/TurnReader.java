package dev.rapport.ingest.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Participant;
import dev.rapport.events.TurnSpoken;
import dev.rapport.ingest.body.Body;
import dev.rapport.ingest.body.Lines;
import dev.rapport.ingest.conversation.Characters;
import dev.rapport.ingest.conversation.Name;
import dev.rapport.ingest.conversation.Turns;
import dev.rapport.ingest.json.Fields;
import dev.rapport.ingest.json.Json;
import dev.rapport.ingest.json.JsonReader;
import dev.rapport.ingest.json.MalformedJson;
import dev.rapport.ingest.problem.Fault;

/** Reads the turns of one conversation. No number or text of another type is ever bent into shape. */
final class TurnReader {

    /** A week. A greater time is most likely one since 1970. */
    static final long LAST_MILLIS = 7L * 24 * 60 * 60 * 1000;

    private final ConversationOpened conversation;
    private final Map<String, Participant> participants = new HashMap<>();

    TurnReader(ConversationOpened conversation) {
        this.conversation = conversation;
        conversation.participants().forEach(p -> participants.put(folded(p.name()), p));
    }

    /** @param line holds one turn */
    Reading read(Lines.Line line) {
        if (line.tooLong()) {
            return refused(line.number(), "the line is longer than " + Lines.LONGEST_LINE + " bytes",
                    "send the turn in parts, each under its own number");
        }
        Optional<String> text = Body.utf8(line.bytes());
        if (text.isEmpty()) {
            return refused(line.number(), "the line is not UTF-8", "send it as UTF-8");
        }
        try {
            return read(JsonReader.one(text.get(), line.number()));
        } catch (MalformedJson malformed) {
            return new Reading.Refused(null, List.of(malformed.fault()));
        }
    }

    Reading read(Json json) {
        if (!(json instanceof Json.Members object)) {
            return new Reading.Refused(null, List.of(new Fault(null, json.at().line(), json.at().column(),
                    "a turn must be an object, not " + json.what(), "send an object")));
        }
        List<Fault> faults = new ArrayList<>();
        Fields fields = new Fields(object, faults);
        Integer turn = number(fields);
        Optional<Participant> speaker = speaker(fields);
        String text = text(fields);
        Long start = millis(fields, "startMillis");
        Long end = millis(fields, "endMillis");
        if (start != null && end != null && end < start) {
            fields.fault("endMillis", "the turn ends before it starts", "send the later time as endMillis");
        }
        Double confidence = fields.number("confidence").orElse(null);
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            fields.fault("confidence", "confidence must be 0 to 1", "send a share of 1, or leave it out");
        }
        if (!faults.isEmpty()) {
            return new Reading.Refused(turn, faults);
        }
        return new Reading.Taken(new TurnSpoken(conversation.tenant(), conversation.conversation(), turn,
                speaker.orElseThrow().name(), speaker.orElseThrow().role(), text, start, end, confidence));
    }

    private static Reading refused(int line, String problem, String todo) {
        return new Reading.Refused(null, List.of(new Fault(null, line, null, problem, todo)));
    }

    private static Integer number(Fields fields) {
        if (isMissing(fields, "turn",
                "number the turns of a conversation from 1; a number makes sending again harmless")) {
            return null;
        }
        return fields.whole("turn").filter(told -> {
            boolean inRange = told >= 1 && told <= Turns.LAST;
            if (!inRange) {
                fields.fault("turn", "turn must be 1 to " + Turns.LAST, "number the turns of a conversation from 1");
            }
            return inRange;
        }).map(Long::intValue).orElse(null);
    }

    private Optional<Participant> speaker(Fields fields) {
        if (isMissing(fields, "speaker", "say whose turn it is, by the name of a participant")) {
            return Optional.empty();
        }
        return fields.text("speaker").flatMap(told -> {
            Optional<Participant> known = Optional.ofNullable(participants.get(folded(told)));
            if (known.isEmpty()) {
                fields.fault("speaker", "the speaker is not among the participants",
                        "open the conversation again with everybody in it (PUT), then send this turn again");
            }
            return known;
        });
    }

    private static String text(Fields fields) {
        if (isMissing(fields, "text", "send what was said")) {
            return null;
        }
        return fields.text("text").filter(told -> {
            Optional<String> objection = textObjection(told);
            objection.ifPresent(o -> fields.fault("text", "text " + o, todo(told)));
            return objection.isEmpty();
        }).orElse(null);
    }

    private static Optional<String> textObjection(String text) {
        if (text.length() > TurnSpoken.LONGEST_TEXT) {
            return Optional.of("has " + text.length() + " characters, more than " + TurnSpoken.LONGEST_TEXT);
        }
        Optional<String> unusable = Characters.objection(text);
        if (unusable.isPresent()) {
            return unusable.map(found -> "holds " + found);
        }
        return Characters.sayNothing(text) ? Optional.of("is empty") : Optional.empty();
    }

    private static String todo(String text) {
        if (text.length() > TurnSpoken.LONGEST_TEXT) {
            return "send it in parts, each under its own number";
        }
        return Characters.objection(text).isPresent()
                ? "send the text without it"
                : "leave the turn out, and its number unused";
    }

    private static Long millis(Fields fields, String field) {
        return fields.whole(field).filter(told -> {
            boolean inRange = told >= 0 && told <= LAST_MILLIS;
            if (!inRange) {
                fields.fault(field, field + " must be 0 to " + LAST_MILLIS,
                        "send milliseconds since the start of the conversation, or leave it out");
            }
            return inRange;
        }).orElse(null);
    }

    private static boolean isMissing(Fields fields, String field, String todo) {
        boolean missing = !fields.has(field);
        if (missing) {
            fields.fault(field, field + " is missing", todo);
        }
        return missing;
    }

    private static String folded(String name) {
        return Name.clean(name).toLowerCase(Locale.ROOT);
    }
}
