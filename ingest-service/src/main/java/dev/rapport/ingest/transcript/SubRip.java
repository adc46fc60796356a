package dev.rapport.ingest.transcript;

/** SubRip captions (.srt): a number, a time line with comma or point, words. */
final class SubRip implements Importer {

    @Override
    public String format() {
        return "srt";
    }

    @Override
    public int recognises(Upload upload) {
        Lines lines = upload.beginning();
        while (lines.next()) {
            if (Cues.timeLine(lines.line())) {
                return 88;
            }
        }
        return 0;
    }

    @Override
    public void read(Upload upload, Turns turns) {
        Captions.read(upload, turns);
    }
}
