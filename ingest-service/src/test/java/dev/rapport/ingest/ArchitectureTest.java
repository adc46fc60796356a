package dev.rapport.ingest;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** A rule here that matches no class fails: that is ArchUnit's default, and it stays so. */
@AnalyzeClasses(packages = "dev.rapport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] OUTSIDE = {"org.apache.kafka..", "jakarta..", "io.quarkus..", "io.quarkiverse..",
            "io.vertx..", "io.smallrye..", "io.micrometer..", "org.jboss.."};

    @ArchTest
    static final ArchRule READING_A_TRANSCRIPT_NEEDS_NO_BROKER_AND_NO_HTTP = noClasses().that()
            .resideInAPackage("dev.rapport.ingest.transcript").should().dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule READING_A_TRANSCRIPT_KNOWS_NO_OTHER_PACKAGE_OF_THIS_SERVICE = classes().that()
            .resideInAPackage("dev.rapport.ingest.transcript").should().onlyDependOnClassesThat()
            .resideInAnyPackage("dev.rapport.ingest.transcript", "dev.rapport.events", "java..",
                    "com.fasterxml.jackson..", "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule EVENTS_DEPEND_ON_NOTHING = classes().that().resideInAPackage("dev.rapport.events").should()
            .onlyDependOnClassesThat().resideInAnyPackage("dev.rapport.events", "java..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule DECISIONS_ARE_PURE = noClasses().that().haveNameMatching(
            "dev\\.rapport\\.ingest\\.(turn\\.TurnReader|turn\\.Reading.*|upload\\.Reception.*|upload\\.Told"
                    + "|conversation\\.(Announcement|Setting|LearnerId|Name|Characters|Directory|Known).*"
                    + "|consent\\..*|json\\..*)")
            .and().doNotHaveSimpleName("DirectoryFeed").and().doNotHaveSimpleName("DirectoryReadiness").should()
            .dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "jakarta.ws..", "io.vertx..",
                    "io.smallrye..", "io.micrometer..");

    @ArchTest
    static final ArchRule ONLY_THE_EDGE_SPEAKS_TO_KAFKA = noClasses().that()
            .resideOutsideOfPackages("dev.rapport.ingest.broker", "dev.rapport.parts..").and()
            .doNotHaveSimpleName("DirectoryFeed").should().dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("dev.rapport.ingest.(*)..").should()
            .beFreeOfCycles();

    /** What the frameworks must reach from outside. */
    private static final Set<String> FRAMEWORK = Set.of("jakarta.ws.rs.Path", "io.smallrye.config.ConfigMapping");

    /** Used from other packages in ways that leave no trace in bytecode: an inlined constant, the type of a result. */
    private static final Set<String> TRACELESS = Set.of("dev.rapport.ingest.conversation.Turns",
            "dev.rapport.ingest.transcript.Outcome");

    @ArchTest
    static final ArchRule A_CLASS_IS_PUBLIC_ONLY_IF_ANOTHER_PACKAGE_NEEDS_IT = classes().that()
            .resideInAPackage("dev.rapport.ingest..").and().haveModifier(JavaModifier.PUBLIC).and().areTopLevelClasses()
            .and(DescribedPredicate.describe("are not reached by a framework",
                    (JavaClass c) -> FRAMEWORK.stream().noneMatch(c::isAnnotatedWith)
                            && !TRACELESS.contains(c.getName())))
            .should(new ArchCondition<JavaClass>("be used from another package") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean used = item.getDirectDependenciesToSelf().stream()
                            .anyMatch(d -> !d.getOriginClass().getPackageName().equals(item.getPackageName()));
                    events.add(new SimpleConditionEvent(item, used, item.getName() + " is used only in its package"));
                }
            });
}
