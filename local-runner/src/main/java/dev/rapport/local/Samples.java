package dev.rapport.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The conversations that {@code ./rapport demo} plays, as {@code samples/samples.yaml} names them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Samples(List<Sample> samples) {

    /** One of them; its file is beside {@code samples.yaml}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sample(String file, String learner, String kind, String stage, String description) {
    }

    static Samples in(Path folder) {
        var list = folder.resolve("samples.yaml");
        try {
            return new JsonMapper(new YAMLFactory()).readValue(list.toFile(), Samples.class);
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Cannot read " + list + ": " + e.getMessage(), e);
        }
    }
}
