package dev.rapport.feedback.delivery.wire;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressGuardTest {

    private static final AddressGuard STRICT = new AddressGuard(false, List.of(PortRange.of("443")), List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "http://receiver.example/               | not https",
            "ftp://receiver.example/                | not https",
            "file:///etc/passwd                     | not https",
            "gopher://receiver.example:443/         | not https",
            "//receiver.example/                    | not https",
            "https:receiver.example                 | has no host name",
            "https://                               | not an address",
            "https:///hook                          | has no host name",
            "https://user:word@receiver.example/    | has a name or password in it",
            "https://receiver.example@127.0.0.1/    | has a name or password in it",
            "https://receiver.example%40127.0.0.1/  | has no host name",
            "https://127.0.0.1\\@receiver.example/  | not an address",
            "https://receiver.example:22/           | port 22 is not open for deliveries",
            "https://receiver.example:8443/         | port 8443 is not open for deliveries",
            "https://receiver.example/#inside       | has a fragment",
            "https://127.0.0.1/                     | a number where a host name belongs",
            "https://127.1/                         | has no host name",
            "https://2130706433/                    | a number where a host name belongs",
            "https://0x7f000001/                    | a number where a host name belongs",
            "https://0x7f.0.0.1/                    | has no host name",
            "https://0177.0.0.1/                    | a number where a host name belongs",
            "https://8.8.8.8/                       | a number where a host name belongs",
            "https://169.254.169.254/latest/        | a number where a host name belongs",
            "https://[::1]/                         | a number where a host name belongs",
            "https://[::ffff:127.0.0.1]/            | a number where a host name belongs",
            "https://[::ffff:a9fe:a9fe]/            | a number where a host name belongs",
            "https://[fe80::1%25eth0]/              | has no host name",
            "https://[fd00::1]/                     | a number where a host name belongs",
            "https://localhost/                     | a name of an inner network",
            "https://LOCALHOST/                     | a name of an inner network",
            "https://kubernetes/                    | a name of an inner network",
            "https://db.prod.svc.cluster.local/     | a name of an inner network",
            "https://metadata.google.internal/      | a name of an inner network",
            "https://receiver.example./             | a name of an inner network",
            "https://rec eiver.example/             | not an address",
            "https://r\u00e9ceiver.example/         | not an address",
            "https://127.0.0\u3002\u0031/           | not an address"})
    void whatLeadsInwardsOrHidesWhereItLeadsIsRefusedAsItIsWritten(String url, String problem) {
        assertThat(STRICT.objectionTo(url)).as(url).map(Objection::problem).contains(problem);
    }

    @Test
    void whatIsTooLongOrMissingIsRefused() {
        assertThat(STRICT.objectionTo((String) null)).isPresent();
        assertThat(STRICT.objectionTo("https://receiver.example/" + "a".repeat(2_000))).isPresent();
        assertThat(STRICT.objectionTo("https://receiver.example/\r\nHost: inside")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://receiver.example/hook", "https://receiver.example", "HTTPS://Receiver.Example/",
            "https://receiver.example:443/a?b=c%20d", "https://hooks.receiver.example/services/T0/B0/x",
            "https://1password.example/"})
    void aPublicReceiverIsTaken(String url) {
        assertThat(STRICT.objectionTo(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1",
            "100::1", "2001::1", "2001:db8::1", "2002:a00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1",
            "fe80::1", "fec0::1", "ff02::1"})
    void anAddressThatIsNotPublicIsRefusedWhateverItsName(String address) throws Exception {
        assertThat(STRICT.objectionTo(InetAddress.getByName(address))).as(address).map(Objection::problem)
                .contains("the name leads to an address that is not public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1",
            "192.167.255.255", "223.255.255.255", "2606:4700::1111", "2a00:1450::1"})
    void aPublicAddressIsTaken(String address) throws Exception {
        assertThat(STRICT.objectionTo(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void aHouseOpensItsOwnNetworkAndNoOther() throws Exception {
        AddressGuard house = new AddressGuard(true, List.of(PortRange.of("443"), PortRange.of("8000-8999")),
                List.of(Network.of("10.1.2.0/24"), Network.of("fd00:1::/32")));

        assertThat(house.objectionTo("http://10.1.2.7:8080/xapi")).isEmpty();
        assertThat(house.objectionTo("https://[fd00:1::7]/xapi")).isEmpty();
        assertThat(house.objectionTo("https://lrs.internal/xapi")).isEmpty();
        assertThat(house.objectionTo("http://10.1.3.7:8080/xapi")).isPresent();
        assertThat(house.objectionTo("https://lrs.internal:9000/")).map(Objection::todo)
                .contains("use one of [443, 8000-8999]");
        assertThat(house.objectionTo(InetAddress.getByName("10.1.2.7"))).isEmpty();
        assertThat(house.objectionTo(InetAddress.getByName("10.1.3.7"))).isPresent();
        assertThat(house.objectionTo(InetAddress.getByName("169.254.169.254"))).isPresent();
    }

    @Test
    void aSettingThatIsNoneIsTold() {
        assertThatThrownBy(() -> Network.of("lrs.example/24")).hasMessage(
                "lrs.example/24 is no network such as 10.1.0.0/16");
        assertThatThrownBy(() -> Network.of("10.0.0.0/33")).hasMessage("33 bits in a network of 10.0.0.0");
        assertThatThrownBy(() -> PortRange.of("0")).hasMessage("0-0 is no range of ports");
        assertThatThrownBy(() -> PortRange.of("https")).hasMessage(
                "https is no range of ports such as 443 or 8000-8999");
    }
}
