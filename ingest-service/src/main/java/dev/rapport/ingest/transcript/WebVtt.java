package dev.rapport.ingest.transcript;

/** WebVTT as Zoom ({@code Name: words}), Teams ({@code <v Name>}) and others write it. See w3.org/TR/webvtt1. */
final class WebVtt implements Importer {

    @Override
    public String format() {
        return "webvtt";
    }

    @Override
    public int recognises(Upload upload) {
        Lines lines = upload.beginning();
        while (lines.next()) {
            if (!lines.blank()) {
                return lines.line().strip().startsWith("WEBVTT") ? 100 : 0;
            }
        }
        return 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Captions.read(upload, turns);
    }
}
