package dev.rapport.feedback;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.rapport.feedback", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage = classes().that().areAnnotatedWith(Entity.class).should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule packagesHaveNoCircles = slices().matching("dev.rapport.feedback.(*)..").should()
            .beFreeOfCycles();
}
