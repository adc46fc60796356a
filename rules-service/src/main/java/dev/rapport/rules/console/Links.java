package dev.rapport.rules.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses of the pages of one version.
 *
 * @param version its number; null for the rulebook in force
 */
record Links(Integer version) {

    static final String LIVE = "live";

    String version(String rest) {
        return "/console/versions/" + (version == null ? LIVE : version.toString()) + rest;
    }

    public String rules() {
        return version("/rules");
    }

    public String rule(String code) {
        return version("/rules/" + code);
    }

    public String files() {
        return version("/files");
    }

    public String tableUrl() {
        return version("/table");
    }

    public String exchange() {
        return version("/exchange");
    }

    public String file(String path) {
        return version("/files/" + encoded(path));
    }

    public String home() {
        return version == null ? "/console" : version("");
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }
}
