package dev.rapport.ingest.transcript;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClockTest {

    @ParameterizedTest
    @CsvSource(delimiter = '=', value = {"0:00=0", "1:05=65000", "61:05=3665000", "01:01:05=3665000", "0:0:5.320=5320",
            "00:00:05,320=5320", "00:05.5=5500", "0:05.0009=5000", "100:00:00=360000000", " 0:07 =7000"})
    void readsWhatTranscriptsWrite(String time, long millis) {
        assertThat(Clock.millis(time)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.3", "0:60", "0:60:00", "1:2:3:4", ":05", "0:", "0:05.", "0:05.x", "-0:05",
            "a:05", "0:05 AM",
            "9999:00:00", "99999:00", "0:\u0665\u0660"})
    void leavesAloneWhatIsNoTime(String time) {
        assertThat(Clock.millis(time)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12.5,12500", "0,0", "1e1,10000", "0:12,12000"})
    void plainNumbersAreSeconds(String time, long millis) {
        assertThat(Clock.secondsOrClock(time)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "Infinity", "1e300", "0x10p3", "12s", "", "604801"})
    void whatCannotBeSecondsOfATalkIsUnknown(String time) {
        assertThat(Clock.secondsOrClock(time)).isNull();
    }
}
