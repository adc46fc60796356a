package dev.rapport.rules.rulebook.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.Rulebooks;
import dev.rapport.rules.rulebook.table.RulebookTable.Outcome;
import dev.rapport.rules.rulebook.table.Sheets.Opened;

import static org.assertj.core.api.Assertions.assertThat;

/** A workbook that another program has opened and saved is still the same rulebook. */
class LibreOfficeTest {

    @TempDir
    Path folder;

    private static Path soffice() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "soffice")).filter(Files::isExecutable).findFirst().orElse(null);
    }

    private byte[] savedByLibreOffice(Path soffice, byte[] workbook, String kind) throws Exception {
        Path in = Files.createDirectories(folder.resolve("in")).resolve("rulebook." + kind);
        Files.write(in, workbook);
        Path out = Files.createDirectories(folder.resolve("out-" + kind));
        String to = kind.equals("xlsx") ? "ods" : "xlsx";
        Process process = new ProcessBuilder(soffice.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", to,
                "--outdir", out.toString(), in.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile()).start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("soffice ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        Path saved = out.resolve("rulebook." + to);
        assertThat(saved).as(Files.readString(folder.resolve("soffice.log"))).exists();
        return Files.readAllBytes(saved);
    }

    private static byte[] edited(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Row row : book.getSheet("Rules")) {
                Cell name = row.getCell(1);
                if (row.getCell(0).getStringCellValue().equals("B20")) {
                    name.setCellValue("=1+1 is no formula here");
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aWorkbookSavedByLibreOfficeIsTheSameRulebook() throws Exception {
        Path soffice = soffice();
        if (soffice == null) {
            System.out.println("parts: LibreOffice skipped, there is no soffice on the PATH");
        }
        Assumptions.assumeTrue(soffice != null, "there is no soffice on the PATH");
        RulebookFiles shipped = Rulebooks.shipped();
        byte[] workbook = edited(XlsxTable.write(RulebookTable.write(RulebookParts.of(shipped))));
        byte[] saved = savedByLibreOffice(soffice, savedByLibreOffice(soffice, workbook, "xlsx"), "ods");
        Opened opened = XlsxTable.read(saved);
        assertThat(opened).isInstanceOf(Opened.Open.class);
        Outcome outcome = RulebookTable.read(((Opened.Open) opened).sheets(),
                RulebookParts.of(new RulebookFiles(new TreeMap<>())));
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        RulebookParts parts = ((Outcome.Read) outcome).parts();
        RulebookFiles back = parts.into(shipped, true);
        assertThat(back.texts().keySet()).isEqualTo(shipped.texts().keySet());
        List<String> changed = shipped.texts().keySet().stream()
                .filter(path -> !shipped.text(path).equals(back.text(path))).toList();
        assertThat(changed).containsExactly("behaviours/questions.rules");
        String name = parts.rules().get("B20").rule().name();
        assertThat(name).isEqualTo("=1+1 is no formula here");
        String before = RulebookParts.of(shipped).rules().get("B20").rule().name();
        assertThat(back.text("behaviours/questions.rules"))
                .isEqualTo(shipped.text("behaviours/questions.rules").replace(before, name));
    }
}
