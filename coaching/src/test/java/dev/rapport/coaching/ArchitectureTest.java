package dev.rapport.coaching;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.rapport.coaching", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("dev.rapport.coaching..", "dev.rapport.events..", "java..", "org.yaml.snakeyaml..");

    @ArchTest
    static final ArchRule wordingsKnowNothingOfTalks = noClasses().that().resideInAPackage("..wording..").should()
            .dependOnClassesThat().resideInAPackage("..composition..");
}
