package dev.rapport.feedback.page;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The language of a learner's pages: the first one of ours that their browser asks for, or else English. */
@RequestScoped
class Language {

    private static final List<String> OTHERS = List.of("de");

    @Inject
    HttpHeaders headers;

    /** What the page says in it. */
    Texts texts() {
        String language = chosen(headers.getAcceptableLanguages()).getLanguage();
        return OTHERS.contains(language)
                ? MessageBundles.get(Texts.class, Localized.Literal.of(language))
                : MessageBundles.get(Texts.class);
    }

    /** The page in it. Left alone, Qute would take the browser's first language and ignore that its second one is ours. */
    TemplateInstance of(TemplateInstance page) {
        return page.setLocale(chosen(headers.getAcceptableLanguages()));
    }

    /**
     * @param acceptable the best first
     */
    static Locale chosen(List<Locale> acceptable) {
        return acceptable.stream().map(Locale::getLanguage)
                .filter(language -> language.equals(Locale.ENGLISH.getLanguage()) || OTHERS.contains(language))
                .findFirst().map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }
}
