package dev.rapport.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.rapport.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheEvaluationKnowsTheEngine = noClasses().that().resideOutsideOfPackage("..evaluation..")
            .should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule signalsKnowNeitherRulesNorConversations = noClasses().that().resideInAPackage("..signals..")
            .should().dependOnClassesThat().resideInAnyPackage("..rulebook..", "..vocabulary..", "..evaluation..",
                    "..conversation..", "..topology..", "org.apache.kafka..", "io.quarkus..", "jakarta..");

    @ArchTest
    static final ArchRule decidingIsPure = noClasses().that()
            .resideInAnyPackage("..conversation..", "..vocabulary..", "..rulebook..", "..evaluation..").should()
            .dependOnClassesThat().resideInAnyPackage("..topology..", "..release..", "..health..", "org.apache.kafka..",
                    "io.quarkus..", "jakarta..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule theVocabularyKnowsNoRules = noClasses().that().resideInAPackage("..vocabulary..").should()
            .dependOnClassesThat().resideInAnyPackage("..rulebook..", "..evaluation..");

    @ArchTest
    static final ArchRule nothingAManagerWritesMeetsARegularExpression = noClasses().that()
            .resideInAnyPackage("..vocabulary..", "..evaluation..").should().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.regex.Pattern");

    @ArchTest
    static final ArchRule onlyTheTopologyKnowsKafka = noClasses().that().resideOutsideOfPackage("..topology..").should()
            .dependOnClassesThat().resideInAPackage("org.apache.kafka..");
}
