package dev.rapport.ingest.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.rapport.ingest.problem.ProblemType;

/** What a caller sent, read no further than it may be long. */
public final class Body extends FilterInputStream {

    /** Bytes from which on a body is refused, whatever it holds: 20 MB. */
    public static final long TOO_LARGE = 20_000_000;

    private final long limit;
    private long left;

    private Body(InputStream sent, long tooLarge) {
        super(sent);
        this.limit = tooLarge;
        this.left = tooLarge - 1;
    }

    /** @param tooLarge bytes from which on it is refused with {@link ProblemType#TOO_LARGE} while being read */
    public static Body of(InputStream sent, long tooLarge) {
        return new Body(sent == null ? InputStream.nullInputStream() : sent, tooLarge);
    }

    public static Body of(InputStream sent) {
        return of(sent, TOO_LARGE);
    }

    /** @return all of it */
    public byte[] bytes() {
        try {
            return readAllBytes();
        } catch (IOException broken) {
            throw broken();
        }
    }

    /** @return all of it as text, without a byte order mark; empty if it is not UTF-8 */
    public Optional<String> text() {
        return utf8(bytes());
    }

    /** @return {@code bytes} as text, without a byte order mark; empty if they are not UTF-8 */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** What to answer when the caller stopped in the middle. */
    static RuntimeException broken() {
        return ProblemType.MALFORMED_REQUEST
                .because("The body broke off. Send the whole again; nothing is doubled by it.");
    }

    /** @return what is wrong with a body that is too large */
    public static String tooLarge(long limit) {
        return limit >= 1_000_000
                ? "A body must be smaller than " + limit / 1_000_000 + " MB. Send it in parts."
                : "This body must be smaller than " + limit / 1_000 + " kB.";
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw ProblemType.TOO_LARGE.because(tooLarge(limit));
        }
    }
}
