package dev.rapport.feedback.message;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some of a learner's messages, newest first.
 *
 * @param next cursor of the following page; null on the last
 */
public record MessagePage(List<CoachingMessage> messages,
        @Schema(examples = "MjAyNi0wMy0wMlQwOTozMDowMFovbS02ZjFj", nullable = true) String next) {
}
