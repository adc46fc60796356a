package dev.rapport.ingest.transcript;

/** The mean of the confidences of words. */
final class Mean {

    private double sum;
    private int count;

    void add(Double value) {
        if (value != null) {
            sum += value;
            count++;
        }
    }

    /** The mean of what was added since the last time; null if nothing was. */
    Double take() {
        Double mean = count == 0 ? null : (Double) (sum / count);
        sum = 0;
        count = 0;
        return mean;
    }
}
