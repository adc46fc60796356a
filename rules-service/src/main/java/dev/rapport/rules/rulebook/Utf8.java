package dev.rapport.rules.rulebook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Texts as they lie in files: UTF-8 and nothing else, so that no word is silently another one. */
public final class Utf8 {

    private Utf8() {
    }

    /**
     * @param file its name, for the fault
     * @param faults gets one, with line and column, if the bytes are no such text
     * @return empty after a fault
     */
    public static Optional<String> text(String file, byte[] bytes, Collection<Fault> faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            String before = text.toString();
            faults.add(new Fault(file, (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'), "this is no UTF-8 text", "a file saved as UTF-8",
                    null));
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }
}
