package org.vigie.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule geometryIsMadeByTheOneFactory = noClasses()
            .that()
            .resideOutsideOfPackage("org.vigie.geo")
            .should()
            .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                    GeometryFactory.class))));

    @ArchTest
    static final ArchRule geoToolsStaysInGeo = noClasses()
            .that()
            .resideOutsideOfPackage("org.vigie.geo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.geotools..");

    @ArchTest
    static final ArchRule controllersArePackagePrivateInWeb = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..web");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule httpStaysInWeb = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.springframework.http..")
                    .or(resideInAPackage("jakarta.servlet.."))
                    .or(resideInAPackage("org.springframework.web.."))));

    @ArchTest
    static final ArchRule noPackageOfNoMeaning = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..service..", "..helper..");

    @ArchTest
    static final ArchRule noManagers = noClasses()
            .that()
            .areNotAssignableTo(org.springframework.transaction.PlatformTransactionManager.class)
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                    nameMatching(".*(Manager|Helper|Util|Utils|Impl)")));
}
