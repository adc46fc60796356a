package dev.rapport.rules.detection;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What people say of a line of a labelled set.
 *
 * @param conversation its id
 * @param turn its name
 * @param counts whether the line is labelled and in the part that may be measured on
 * @param ignored labels that are scored neither way here
 * @param uptake what people say of its uptake; null where they do not
 * @param quality of the conversation, high or low; null where it is not told
 */
record GoldLine(String conversation, String turn, String speaker, String text, boolean counts, Set<String> labels,
        Set<String> ignored, Double uptake, String quality) {

    private static final String PART = "dev";

    static GoldLine of(JsonNode line) {
        JsonNode uptake = line.path("uptake_zscore");
        JsonNode quality = line.path("conv_label");
        return new GoldLine(line.path("conversation").asText(), line.path("turn").asText(),
                line.path("speaker").asText(), line.path("text").asText(),
                line.path("annotated").asBoolean() && line.path("split").asText(PART).equals(PART),
                names(line.path("labels")), names(line.path("ignore")), uptake.isNumber() ? uptake.asDouble() : null,
                quality.isTextual() ? quality.asText() : null);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(each -> names.add(each.asText()));
        return names;
    }
}
