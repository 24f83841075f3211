package org.wolfgate.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The floors of the house: an import points down, and each library is seen by one package. */
@AnalyzeClasses(packages = "org.wolfgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "..agent.money..",
        "..agent.insurance..",
        "..agent.dispatch..",
        "..agent.pricing..",
        "..agent.orders..",
        "..agent.curtailment..",
        "..agent.metering..",
        "..agent.settlement..",
        "..agent.control..",
        "..agent.bringup.."
    };

    @ArchTest
    static final ArchRule importsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.wolfgate..")
            .withOptionalLayers(true)
            .layer("drivers")
            .definedBy("org.wolfgate.drivers..")
            .layer("money")
            .definedBy("org.wolfgate.agent.money..")
            .layer("market")
            .definedBy(
                    "org.wolfgate.agent.insurance..", "org.wolfgate.agent.dispatch..", "org.wolfgate.agent.pricing..")
            .layer("rules")
            .definedBy(
                    "org.wolfgate.agent.orders..",
                    "org.wolfgate.agent.curtailment..",
                    "org.wolfgate.agent.metering..",
                    "org.wolfgate.agent.settlement..")
            .layer("control")
            .definedBy("org.wolfgate.agent.control..")
            .layer("edges")
            .definedBy(
                    "org.wolfgate.agent.uplink..",
                    "org.wolfgate.agent.ledger..",
                    "org.wolfgate.agent.config..",
                    "org.wolfgate.agent.trust..",
                    "org.wolfgate.agent.flight..",
                    "org.wolfgate.agent.clock..")
            .layer("bringup")
            .definedBy("org.wolfgate.agent.bringup..")
            .layer("top")
            .definedBy(
                    "org.wolfgate.agent",
                    "org.wolfgate.agent.cli..",
                    "org.wolfgate.agent.console..",
                    "org.wolfgate.agent.desk..")
            .whereLayer("top")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bringup")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("edges")
            .mayOnlyBeAccessedByLayers("top")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("edges", "top")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("control", "edges", "top")
            .whereLayer("market")
            .mayOnlyBeAccessedByLayers("rules", "control", "edges", "top")
            .whereLayer("money")
            .mayOnlyBeAccessedByLayers("market", "rules", "control", "edges", "top");

    @ArchTest
    static final ArchRule pureRoomsReadNoClockFileOrSocket = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, Thread.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule j2mod = onlyIn("org.wolfgate.drivers.modbus..", "com.ghgande..");

    @ArchTest
    static final ArchRule jSerialComm = onlyIn("org.wolfgate.drivers.wire..", "com.fazecast..");

    @ArchTest
    static final ArchRule pi4j = onlyIn("org.wolfgate.drivers.gpio..", "com.pi4j..");

    @ArchTest
    static final ArchRule yaml = onlyIn("org.wolfgate.drivers.yaml..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule paho = onlyIn("org.wolfgate.agent.uplink..", "org.eclipse.paho..");

    @ArchTest
    static final ArchRule protobuf =
            onlyIn("org.wolfgate.agent.uplink.sparkplug..", "com.google.protobuf..", "org.eclipse.tahu..");

    @ArchTest
    static final ArchRule jose4j = onlyIn("org.wolfgate.agent.trust..", "org.jose4j..");

    @ArchTest
    static final ArchRule prometheus = onlyIn("org.wolfgate.agent", "io.prometheus..");

    @ArchTest
    static final ArchRule sqlite = onlyIn("org.wolfgate.agent.ledger..", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule simulatedDevicesStayOutOfTheAgent = noClasses()
            .that()
            .resideInAPackage("org.wolfgate.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.wolfgate.drivers.sim..");

    private static ArchRule onlyIn(String room, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
