package dev.rapport.feedback.reflection;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.rapport.feedback.learner.Typed;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.transcript.Transcript;
import dev.rapport.feedback.transcript.Transcript.Line;
import dev.rapport.feedback.transcript.Transcripts;

/** Keeps what learners thought of their talks. */
@ApplicationScoped
@Transactional
public class Reflections {

    @Inject
    Transcripts transcripts;
    @Inject
    Clock clock;

    public Optional<Reflection> on(CoachingMessage message) {
        return row(message).map(ReflectionEntity::reflection);
    }

    /** Those of {@code messages} that something was said about, or passed over. */
    public Set<String> said(String tenant, Collection<String> messages) {
        return messages.isEmpty()
                ? Set.of()
                : ReflectionEntity.<ReflectionEntity>find("tenant = ?1 and message in ?2", tenant, messages).stream()
                        .map(row -> row.message).collect(Collectors.toSet());
    }

    /**
     * The last word counts.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a turn that the learner did not speak, or a note that is too
     *         long
     */
    public void keep(CoachingMessage message, Reflection reflection) {
        turn(message, "best", reflection.best());
        turn(message, "hardest", reflection.hardest());
        String note = Typed.text(reflection.note());
        if (note.length() > Reflection.LONGEST_NOTE) {
            throw Problems.badRequest(new FieldError("note", note.length() + " characters",
                    "write at most " + Reflection.LONGEST_NOTE));
        }
        ReflectionEntity row = row(message).orElseGet(ReflectionEntity::new);
        row.tenant = message.tenant();
        row.learner = message.learner();
        row.message = message.id();
        row.best = reflection.best();
        row.hardest = reflection.hardest();
        row.note = note.isEmpty() ? null : note;
        row.at = clock.instant();
        row.persist();
    }

    private void turn(CoachingMessage message, String field, Integer turn) {
        boolean theirs = turn == null || transcripts.of(message.tenant(), message.conversation()).stream()
                .map(Transcript::lines).flatMap(Collection::stream).filter(Line::mine).anyMatch(l -> l.turn() == turn);
        if (!theirs) {
            throw Problems.badRequest(new FieldError(field, "turn " + turn + " is none of the learner's that are kept",
                    "send the number of a turn they spoke, or leave it out"));
        }
    }

    private static Optional<ReflectionEntity> row(CoachingMessage message) {
        return ReflectionEntity.<ReflectionEntity>find("tenant = ?1 and message = ?2", message.tenant(), message.id())
                .firstResultOptional();
    }
}
