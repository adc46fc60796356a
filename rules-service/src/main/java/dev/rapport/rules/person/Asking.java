package dev.rapport.rules.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;

import dev.rapport.events.Ids;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;

/** Who sends the request that is being answered. They are believed: whoever lets requests in has checked them. */
@RequestScoped
public class Asking {

    /** The header that names the tenant; optional. */
    public static final String TENANT = "X-Rapport-Tenant";
    /** The header that names the person; optional. */
    public static final String PERSON = "X-Rapport-Person";
    /** Where the console keeps the person. */
    public static final String PERSON_COOKIE = "rapport-person";

    /** Tenant and person of a laptop. */
    private static final Person ALONE = new Person("local", "me");

    private final HttpHeaders headers;

    Asking(HttpHeaders headers) {
        this.headers = headers;
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can be no id
     */
    public Person person() {
        return new Person(tenant(), name());
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can be no id
     */
    public String tenant() {
        return id(TENANT, headers.getHeaderString(TENANT), ALONE.tenant());
    }

    private String name() {
        String header = headers.getHeaderString(PERSON);
        if (header != null && !header.isBlank()) {
            return id(PERSON, header, ALONE.name());
        }
        Cookie cookie = headers.getCookies().get(PERSON_COOKIE);
        return id(PERSON_COOKIE, cookie == null ? null : cookie.getValue(), ALONE.name());
    }

    private static String id(String where, String value, String otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!Ids.isValid(value)) {
            throw Problems.badRequest(new FieldError(where, "not an id",
                    "send 1 to 128 letters, digits, '.', '-' or '_'"));
        }
        return value;
    }
}
