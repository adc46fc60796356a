package dev.rapport.ingest.upload;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The parts of a multipart upload; what is missing here may stand in the query. */
class UploadForm {

    @RestForm
    FileUpload file;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String learner;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String learnerId;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String conversation;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String kind;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String stage;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String language;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String consent;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String purpose;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String reference;
    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String startedAt;

    Told told() {
        return new Told(learner, learnerId, conversation, kind, stage, language, consent, purpose, reference,
                startedAt);
    }
}
