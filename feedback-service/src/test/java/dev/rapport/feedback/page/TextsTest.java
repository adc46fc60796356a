package dev.rapport.feedback.page;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** That the pages say everything in each of their languages. */
class TextsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path PAGES = MAIN.resolve("resources/templates/page");
    /** Words that are the same in every language. */
    private static final Set<String> EVERYWHERE = Set.of("Rapport");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern
            .compile("\\s(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @Test
    void germanSaysWhatEnglishSays() throws IOException {
        Properties german = german();

        assertThat(keys()).filteredOn(key -> !german.containsKey(key)).as("missing in German").isEmpty();
        assertThat(german.stringPropertyNames()).as("known in German only").isSubsetOf(keys());
        assertThat(german.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void noTemplateSpeaksPastTheTexts() throws IOException {
        List<String> past = new ArrayList<>();
        try (Stream<Path> templates = Files.list(PAGES)) {
            for (Path template : templates.sorted().toList()) {
                literals(Files.readString(template)).forEach(word -> past.add(template.getFileName() + ": " + word));
            }
        }

        assertThat(past).isEmpty();
    }

    @Test
    void aLiteralIsFoundInTextAndInWhatIsReadAloud() {
        assertThat(literals("<p class=\"lead\">Hello {#if a > b}{text:you}{/if}, <q>you</q></p>"))
                .containsExactly("Hello", "you");
        assertThat(literals("<nav aria-label=\"Pages\" aria-labelledby=\"x\"><a title=\"{text:you}\">→ 3</a></nav>"))
                .containsExactly("Pages");
        assertThat(literals("{#title}{text:you}{/title} · Rapport<meta content='{\"a\":false}'>")).isEmpty();
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(page/|tags/).*\\.(html|java)")).toList()) {
                all.append(Files.readString(file));
            }
        }

        assertThat(keys()).allMatch(key -> Pattern.compile("text:" + key + "\\b|texts(?:\\(\\))?\\." + key
                + "\\(|Texts::" + key + "\\b").matcher(all).find());
    }

    @Test
    void theFirstLanguageOfOursIsSpoken() {
        assertThat(chosen("de-AT", "en")).isEqualTo("de");
        assertThat(chosen("en-GB", "de")).isEqualTo("en");
        assertThat(chosen("fr", "de-CH")).isEqualTo("de");
        assertThat(chosen("fr", "*")).isEqualTo("en");
        assertThat(chosen()).isEqualTo("en");
    }

    private static String chosen(String... acceptable) {
        return Language.chosen(Stream.of(acceptable).map(Locale::forLanguageTag).toList()).getLanguage();
    }

    private static List<String> literals(String template) {
        String markup = template.replaceAll("\\{[^{}]*}", "");
        List<String> spoken = new ArrayList<>(List.of(markup.replaceAll("<[^>]*>", " ")));
        Matcher attributes = SPOKEN_ATTRIBUTE.matcher(markup);
        while (attributes.find()) {
            spoken.add(attributes.group(1));
        }
        return spoken.stream().flatMap(text -> WORD.matcher(text).results()).map(found -> found.group())
                .filter(word -> !EVERYWHERE.contains(word)).toList();
    }

    private static Set<String> keys() {
        return Stream.of(Texts.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties german() throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(MAIN.resolve("resources/messages/text_de.properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
