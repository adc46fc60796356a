package dev.rapport.events;

/** Record keys. Parts are joined by a slash, which no id of ours may contain (see {@link Ids}). */
public final class Keys {

    private Keys() {
    }

    public static String conversation(String tenant, String conversation) {
        return tenant + "/" + conversation;
    }

    public static String learner(String tenant, String learner) {
        return tenant + "/" + learner;
    }

    public static String rulebook(String tenant) {
        return tenant + "/rulebook";
    }

    public static String rule(String tenant, String rule) {
        return tenant + "/" + rule;
    }
}
