package dev.rapport.ingest.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.rapport.events.Consent;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Ids;
import dev.rapport.events.Participant;
import dev.rapport.events.Role;
import dev.rapport.ingest.consent.ConsentGate;
import dev.rapport.ingest.json.Fields;
import dev.rapport.ingest.json.Json;
import dev.rapport.ingest.problem.Fault;
import dev.rapport.ingest.problem.ProblemType;

/** What the body of {@code PUT /conversations/{id}} turns out to be. */
sealed interface Announcement {

    static final int MOST_PARTICIPANTS = 100;

    record Complete(ConversationOpened opened) implements Announcement {
    }

    record Refused(ProblemType type, String detail, List<Fault> faults) implements Announcement {
    }

    static Announcement read(String tenant, String conversation, Json body) {
        List<Fault> faults = new ArrayList<>();
        if (!(body instanceof Json.Members object)) {
            return new Refused(ProblemType.INVALID_CONVERSATION, "The body must be an object.",
                    List.of(new Fault(null, body.at().line(), body.at().column(),
                            "the body must be an object, not " + body.what(), "send an object")));
        }
        Fields fields = new Fields(object, faults);
        Consent consent = consent(fields);
        List<Participant> participants = participants(fields);
        String named = fields.text("learner").orElse(null);
        if (named != null && !Ids.isValid(named)) {
            fields.fault("learner", "learner must be 1 to 128 letters, digits, '.', '-' or '_'",
                    "send an id, or leave it out to have it made from the name");
        }
        Setting setting = Setting.read(fields.text("kind").orElse(null), fields.text("stage").orElse(null),
                fields.text("language").orElse(null), fields.text("startedAt").orElse(null), fields);

        if (!faults.isEmpty()) {
            return new Refused(ProblemType.INVALID_CONVERSATION, "See errors for what to correct.", faults);
        }
        Optional<String> objection = ConsentGate.objection(consent);
        if (objection.isPresent()) {
            return new Refused(ProblemType.NO_CONSENT, objection.get(), List.of());
        }
        List<Participant> learners = participants.stream().filter(p -> p.role() == Role.LEARNER).toList();
        if (learners.size() != 1) {
            return learners.isEmpty()
                    ? new Refused(ProblemType.NO_LEARNER,
                            "Exactly one participant has the role LEARNER: the one to be coached.", List.of())
                    : new Refused(ProblemType.TWO_LEARNERS, "Exactly one participant has the role LEARNER; to coach"
                            + " several people, send the conversation once for each under its own id.", List.of());
        }
        return new Complete(new ConversationOpened(tenant, conversation,
                named == null ? LearnerId.of(learners.get(0).name()) : named, participants, setting.kind(),
                setting.stage(), setting.language(), consent, setting.startedAt()));
    }

    private static Consent consent(Fields fields) {
        return fields.object("consent")
                .map(consent -> new Consent(consent.truth("given").orElse(false), consent.text("purpose").orElse(null),
                        consent.text("reference").filter(r -> isUsable(r, consent)).orElse(null)))
                .orElse(null);
    }

    private static boolean isUsable(String reference, Fields consent) {
        if (reference.length() > 500 || Characters.objection(reference).isPresent()) {
            consent.fault("reference", "reference must be text of at most 500 characters without null characters",
                    "shorten it, or leave it out");
            return false;
        }
        return true;
    }

    private static List<Participant> participants(Fields fields) {
        if (!fields.has("participants")) {
            fields.fault("participants", "participants is missing", "say who takes part, each with name and role");
            return List.of();
        }
        List<Fields> told = fields.objects("participants").orElse(List.of());
        if (told.size() > MOST_PARTICIPANTS) {
            fields.fault("participants", "there are more than " + MOST_PARTICIPANTS + " participants",
                    "leave out who says nothing");
            return List.of();
        }
        List<Participant> participants = new ArrayList<>();
        for (Fields one : told) {
            participant(one).ifPresent(participant -> {
                if (participants.stream().anyMatch(p -> Name.same(p.name(), participant.name()))) {
                    one.fault("name", "two participants have the same name", "tell them apart by name");
                }
                participants.add(participant);
            });
        }
        return participants;
    }

    private static Optional<Participant> participant(Fields one) {
        for (String field : List.of("name", "role")) {
            if (!one.has(field)) {
                one.fault(field, field + " is missing", "send name and role of each participant");
            }
        }
        Optional<String> name = one.text("name").filter(given -> {
            Optional<String> objection = Name.objection(given);
            objection.ifPresent(o -> one.fault("name", "name " + o, "send the name as it stands on the turns"));
            return objection.isEmpty();
        });
        Optional<Role> role = one.text("role").flatMap(given -> {
            Optional<Role> known = role(given);
            if (known.isEmpty()) {
                one.fault("role", "that role is not known", "send LEARNER for the one to be coached, else PARTNER");
            }
            return known;
        });
        return name.flatMap(n -> role.map(r -> new Participant(Name.clean(n), r)));
    }

    private static Optional<Role> role(String given) {
        return switch (given.strip().toUpperCase(Locale.ROOT)) {
            case "LEARNER" -> Optional.of(Role.LEARNER);
            case "PARTNER" -> Optional.of(Role.PARTNER);
            default -> Optional.empty();
        };
    }
}
