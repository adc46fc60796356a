package dev.rapport.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HouseFolderTest {

    @TempDir
    Path temporary;

    private HouseFolder folder() {
        return new HouseFolder(temporary.resolve("house"));
    }

    @Test
    void onlyOneHouseAtATimeHasTheFolder() {
        try (var hold = folder().take().orElseThrow()) {
            assertThat(hold.folder()).isEqualTo(folder().path());
            assertThat(folder().take()).isEmpty();
            assertThat(folder().isTaken()).isTrue();
        }
        assertThat(folder().isTaken()).isFalse();
        folder().take().orElseThrow().close();
    }

    @Test
    void whatAHouseSaysOfItselfIsReadAgain() {
        var said = new HouseState("h1", HouseState.Phase.READY, 17, false, "/checkout", "/checkout/rules",
                new Ports(1, 2, 3, 4, 5, 6), Map.of("broker", 18L), Instant.parse("2026-11-02T12:00:00Z"), 9_800);
        folder().create();
        folder().write(said);
        assertThat(folder().state()).contains(said);
    }

    @Test
    void aStateThatCannotBeReadIsNone() throws Exception {
        folder().create();
        Files.writeString(folder().path().resolve("house.json"), "{\"phase\": \"DANCING\"");
        assertThat(folder().state()).isEmpty();
    }

    @Test
    void theKeyOfItsSecretsIsMadeOnceAndReadByNobodyElse() throws Exception {
        folder().create();

        String key = folder().deliveryKey();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(folder().deliveryKey()).isEqualTo(key);
        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder().path().resolve("delivery.key"))))
                .isEqualTo("rw-------");
        folder().wipe();
        folder().create();
        assertThat(folder().deliveryKey()).isNotEqualTo(key);
    }

    @Test
    void othersMayNotReadIt() throws Exception {
        folder().create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                .isEqualTo("rwx------");
    }

    @Test
    void wipingLeavesWhatNoHousePutThere() throws Exception {
        folder().create();
        Files.writeString(folder().log("broker"), "x");
        var foreign = Files.writeString(folder().path().resolve("thesis.txt"), "mine");
        folder().wipe();
        assertThat(folder().path()).isDirectoryContaining("glob:**/thesis.txt");
        try (var rest = Files.list(folder().path())) {
            assertThat(rest).containsExactly(foreign);
        }
    }

    @Test
    void wipingRemovesTheFolderWhenNothingElseIsInIt() {
        folder().create();
        folder().take().orElseThrow().close();
        folder().wipe();
        assertThat(folder().path()).doesNotExist();
    }
}
