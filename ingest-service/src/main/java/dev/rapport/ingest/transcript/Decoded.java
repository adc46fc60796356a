package dev.rapport.ingest.transcript;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An upload as text, or why it is none. */
sealed interface Decoded {

    /** Without a byte order mark and without null bytes. */
    record Text(String text, List<Warning> warnings) implements Decoded {
    }

    record NotText(String reason, String todo) implements Decoded {
    }

    /** What a file can be instead of a transcript, told from its first bytes. */
    enum Kind {
        PDF("This is a PDF.", Decoded.SAVE_AS_TEXT, "%PDF"), PACKED("This is a Word document or another packed file.",
                Decoded.SAVE_AS_TEXT, "PK\u0003\u0004",
                "PK\u0005\u0006"), OLD_OFFICE("This is an old Word or Office document.", Decoded.SAVE_AS_TEXT,
                        "\u00D0\u00CF\u0011\u00E0"), RTF("This is a rich text document.", Decoded.SAVE_AS_TEXT,
                                "{\\rtf"), ARCHIVE("This is an archive.", "Unpack it and upload the transcript inside.",
                                        "\u001F\u008B", "7z\u00BC\u00AF", "Rar!",
                                        "BZh"), RECORDING("This is a recording, not a transcript.",
                                                "Have it transcribed with speakers first, then upload the transcript.",
                                                "ID3", "RIFF", "OggS", "fLaC", "\u001AE\u00DF\u00A3", "\u00FF\u00FB",
                                                "\u00FF\u00F3", "FORM"), PICTURE("This is a picture.",
                                                        Decoded.SAVE_AS_TEXT, "\u0089PNG", "\u00FF\u00D8\u00FF",
                                                        "GIF8");

        private final String reason;
        private final String todo;
        private final String[] beginnings;

        Kind(String reason, String todo, String... beginnings) {
            this.reason = reason;
            this.todo = todo;
            this.beginnings = beginnings;
        }
    }

    String SAVE_AS_TEXT = "Save or export the transcript as text (.txt, .vtt, .srt, .csv or .json) and upload that.";

    static Decoded of(byte[] upload) {
        if (upload.length == 0) {
            return new NotText("This file is empty.", "Choose the file that holds the conversation.");
        }
        String beginning = new String(upload, 0, Math.min(upload.length, 16), StandardCharsets.ISO_8859_1);
        for (Kind kind : Kind.values()) {
            for (String mark : kind.beginnings) {
                if (beginning.startsWith(mark)) {
                    return new NotText(kind.reason, kind.todo);
                }
            }
        }
        if (beginning.startsWith("ftyp", 4)) {
            return new NotText(Kind.RECORDING.reason, Kind.RECORDING.todo);
        }
        List<Warning> warnings = new ArrayList<>();
        String text = text(upload, warnings);
        return judged(withoutMarks(text, warnings), text, warnings);
    }

    private static Decoded judged(String text, String raw, List<Warning> warnings) {
        if (text.isBlank()) {
            return new NotText("This file is empty.", "Choose the file that holds the conversation.");
        }
        long odd = raw.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == '\uFFFD')
                .count();
        if (odd > 4 && odd * 20 > raw.length()) {
            return new NotText("This is not a text file.", SAVE_AS_TEXT);
        }
        String start = text.substring(0, Math.min(text.length(), 300)).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return new NotText("This is a web page.", SAVE_AS_TEXT);
        }
        if (start.startsWith("<?xml") || start.startsWith("<tt ")) {
            return new NotText("This is an XML file.", SAVE_AS_TEXT);
        }
        return new Text(text, List.copyOf(warnings));
    }

    private static String text(byte[] upload, List<Warning> warnings) {
        if (begins(upload, 0xEF, 0xBB, 0xBF)) {
            return utf8(upload, 3, warnings);
        }
        if (begins(upload, 0xFF, 0xFE, 0, 0)) {
            return new String(upload, 4, upload.length - 4, Charset.forName("UTF-32LE"));
        }
        if (begins(upload, 0, 0, 0xFE, 0xFF)) {
            return new String(upload, 4, upload.length - 4, Charset.forName("UTF-32BE"));
        }
        if (begins(upload, 0xFF, 0xFE)) {
            return new String(upload, 2, upload.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(upload, 0xFE, 0xFF)) {
            return new String(upload, 2, upload.length - 2, StandardCharsets.UTF_16BE);
        }
        int sample = Math.min(upload.length, 4096) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample; i++) {
            even += upload[2 * i] == 0 ? 1 : 0;
            odd += upload[2 * i + 1] == 0 ? 1 : 0;
        }
        if (odd * 5 > sample * 2 && even * 20 < sample) {
            return new String(upload, StandardCharsets.UTF_16LE);
        }
        if (even * 5 > sample * 2 && odd * 20 < sample) {
            return new String(upload, StandardCharsets.UTF_16BE);
        }
        return utf8(upload, 0, warnings);
    }

    private static boolean begins(byte[] upload, int... mark) {
        if (upload.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((upload[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A file that is wrong throughout is of the old Windows encoding; one that is wrong in places keeps the rest. */
    private static String utf8(byte[] upload, int from, List<Warning> warnings) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(upload, from, upload.length - from);
        CharBuffer chars = CharBuffer.allocate(upload.length - from);
        CoderResult result = strict.decode(bytes, chars, true);
        if (!result.isError()) {
            return chars.flip().toString();
        }
        int line = 1;
        for (int i = from; i < bytes.position(); i++) {
            line += upload[i] == '\n' ? 1 : 0;
        }
        String mended = new String(upload, from, upload.length - from, StandardCharsets.UTF_8);
        boolean nothingBeyondAscii = mended.chars().allMatch(c -> c < 0x80 || c == '\uFFFD');
        if (nothingBeyondAscii && from == 0) {
            warnings.add(new Warning(line, "This file is not UTF-8: it was read as Windows-1252.",
                    "Check letters with accents, or save the file as UTF-8."));
            return new String(upload, Charset.forName("windows-1252"));
        }
        warnings.add(new Warning(line, "There are bytes here that are no UTF-8: they were replaced by \uFFFD.",
                "Save the file as UTF-8."));
        return mended;
    }

    private static String withoutMarks(String text, List<Warning> warnings) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int at = unmarked.indexOf('\0');
        if (at < 0) {
            return unmarked;
        }
        int line = 1 + (int) unmarked.substring(0, at).chars().filter(c -> c == '\n').count();
        warnings.add(
                new Warning(line, "There are null bytes here: they were left out.", "Save the file as plain text."));
        return unmarked.replace("\0", "");
    }
}
