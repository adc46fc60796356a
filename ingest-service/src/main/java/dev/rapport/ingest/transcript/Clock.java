package dev.rapport.ingest.transcript;

/** Times as transcripts write them. */
final class Clock {

    /** A week: whatever lies beyond is no time in a conversation. */
    static final long LATEST_MILLIS = 7L * 24 * 60 * 60 * 1000;

    private Clock() {
    }

    /**
     * {@code m:ss} or {@code h:mm:ss}, padded or not, with or without a fraction behind a point or comma.
     *
     * @return milliseconds; null if it is no such time
     */
    static Long millis(String time) {
        String t = time.strip();
        if (t.isEmpty() || t.length() > 20) {
            return null;
        }
        long[] parts = new long[3];
        int count = 0;
        int digits = 0;
        long fraction = 0;
        int i = 0;
        for (; i < t.length(); i++) {
            char c = t.charAt(i);
            if (c >= '0' && c <= '9') {
                parts[count] = parts[count] * 10 + (c - '0');
                if (++digits > 4) {
                    return null;
                }
            } else if (c == ':' && digits > 0 && count < 2) {
                count++;
                digits = 0;
            } else if ((c == '.' || c == ',') && digits > 0) {
                break;
            } else {
                return null;
            }
        }
        if (digits == 0 || count == 0) {
            return null;
        }
        if (i < t.length()) {
            String decimals = t.substring(i + 1);
            if (decimals.isEmpty() || decimals.length() > 9) {
                return null;
            }
            long scale = 100;
            for (int d = 0; d < decimals.length(); d++) {
                char c = decimals.charAt(d);
                if (c < '0' || c > '9') {
                    return null;
                }
                fraction += (c - '0') * scale;
                scale /= 10;
            }
        }
        long seconds = parts[count];
        long minutes = parts[count - 1];
        long hours = count == 2 ? parts[0] : 0;
        if (seconds > 59 || count == 2 && minutes > 59) {
            return null;
        }
        long millis = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
        return millis > LATEST_MILLIS ? null : millis;
    }

    /** A plain number of seconds, such as {@code 12.5}, or a clock time; null if it is neither. */
    static Long secondsOrClock(String time) {
        String t = time.strip();
        return t.indexOf(':') >= 0 ? millis(t) : scaled(t, 1000);
    }

    /** A plain number of milliseconds; null if it is none. */
    static Long plainMillis(String time) {
        return scaled(time.strip(), 1);
    }

    private static Long scaled(String number, int factor) {
        // Double.parseDouble also takes hexadecimal, NaN and type letters, which no transcript means
        if (number.length() > 40 || !number.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
            return null;
        }
        double value;
        try {
            value = Double.parseDouble(number) * factor;
        } catch (NumberFormatException noNumber) {
            return null;
        }
        // no time before the start and none so late that it cannot belong to a conversation; NaN fails both
        return value >= 0 && value <= LATEST_MILLIS ? (Long) Math.round(value) : null;
    }
}
