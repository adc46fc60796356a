package dev.rapport.ingest.transcript;

import java.util.ArrayList;
import java.util.List;

/** The text of a caption: voices, tags and entities. */
final class CueText {

    /**
     * Words of one voice.
     *
     * @param voice null where no voice tag says whose words these are
     */
    record Piece(String voice, String words) {
    }

    private static final int LONGEST_TAG = 300;
    private static final int LONGEST_ENTITY = 10;

    private CueText() {
    }

    /** The pieces of a caption in their order, without tags, entities resolved; line breaks stay. */
    static List<Piece> pieces(String caption) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String voice = null;
        int i = 0;
        while (i < caption.length()) {
            char c = caption.charAt(i);
            int end = c == '<' ? tagEnd(caption, i) : c == '{' ? styleEnd(caption, i) : -1;
            if (end < 0) {
                i += c == '&' ? entity(caption, i, words) : plain(c, words);
                continue;
            }
            String tag = caption.substring(i + 1, end);
            if (voiceTag(tag) || tag.equals("/v")) {
                add(pieces, voice, words);
                voice = voiceTag(tag) ? voiceOf(tag) : null;
            } else if (tag.startsWith("br")) {
                words.append(' ');
            }
            i = end + 1;
        }
        add(pieces, voice, words);
        return pieces;
    }

    private static int plain(char c, StringBuilder words) {
        words.append(c);
        return 1;
    }

    private static void add(List<Piece> pieces, String voice, StringBuilder words) {
        if (Words.said(words.toString())) {
            pieces.add(new Piece(voice, words.toString()));
        }
        words.setLength(0);
    }

    private static boolean voiceTag(String tag) {
        return tag.length() > 1 && tag.charAt(0) == 'v'
                && (tag.charAt(1) == '.' || Character.isWhitespace(tag.charAt(1)));
    }

    /** {@code v.loud.first Ann} speaks as Ann: classes end at the first space. */
    private static String voiceOf(String tag) {
        int name = 1;
        while (name < tag.length() && !Character.isWhitespace(tag.charAt(name))) {
            name++;
        }
        StringBuilder voice = new StringBuilder();
        while (name < tag.length()) {
            name += tag.charAt(name) == '&' ? entity(tag, name, voice) : plain(tag.charAt(name), voice);
        }
        return Words.said(voice.toString()) ? voice.toString() : null;
    }

    /** Where the tag that begins at {@code at} ends; -1 if this is only a "less than". */
    private static int tagEnd(String caption, int at) {
        if (at + 1 >= caption.length()) {
            return -1;
        }
        char first = caption.charAt(at + 1);
        if (!Character.isLetterOrDigit(first) && first != '/') {
            return -1;
        }
        int most = Math.min(caption.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < most; i++) {
            char c = caption.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    /** SubRip files carry positions such as <code>{\an8}</code>. */
    private static int styleEnd(String caption, int at) {
        if (at + 1 >= caption.length() || caption.charAt(at + 1) != '\\') {
            return -1;
        }
        int most = Math.min(caption.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < most; i++) {
            if (caption.charAt(i) == '}') {
                return i;
            }
        }
        return -1;
    }

    /** Appends what the entity at {@code at} stands for, or the ampersand itself; returns how far to go on. */
    private static int entity(String caption, int at, StringBuilder words) {
        int most = Math.min(caption.length(), at + LONGEST_ENTITY);
        for (int i = at + 1; i < most; i++) {
            char c = caption.charAt(i);
            if (c == ';') {
                String meaning = meaning(caption.substring(at + 1, i));
                if (meaning == null) {
                    break;
                }
                words.append(meaning);
                return i + 1 - at;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                break;
            }
        }
        words.append('&');
        return 1;
    }

    private static String meaning(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            case "lrm" -> "\u200E";
            case "rlm" -> "\u200F";
            case "hellip" -> "\u2026";
            case "ndash" -> "\u2013";
            case "mdash" -> "\u2014";
            case "rsquo" -> "\u2019";
            case "lsquo" -> "\u2018";
            default -> entity.startsWith("#") ? numbered(entity.substring(1)) : null;
        };
    }

    private static String numbered(String number) {
        try {
            boolean hex = number.startsWith("x") || number.startsWith("X");
            int codePoint = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
