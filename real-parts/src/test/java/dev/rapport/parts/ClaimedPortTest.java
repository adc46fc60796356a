package dev.rapport.parts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimedPortTest {

    /** What another process says of the port. */
    public static void main(String[] port) {
        System.out.println(FreePorts.claim(Integer.parseInt(port[0])));
    }

    @Test
    void aPortThatOneProcessClaimsIsNotFreeForAnotherAlthoughNobodyListensYet() throws Exception {
        int mine = FreePorts.find(1).get(0);
        assertThat(FreePorts.claim(mine)).isTrue();
        assertThat(FreePorts.claim(mine)).as("claimed again by the same").isTrue();

        assertThat(FreePorts.isFree(mine)).isTrue();
        assertThat(saysAnother(mine)).isEqualTo("false");
        assertThat(saysAnother(FreePorts.find(1).get(0))).isEqualTo("true");
    }

    private static String saysAnother(int port) throws Exception {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ClaimedPortTest.class.getName(), Integer.toString(port)).start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        other.waitFor();
        return said;
    }
}
