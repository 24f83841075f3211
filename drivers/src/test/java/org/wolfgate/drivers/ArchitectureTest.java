package org.wolfgate.drivers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the drivers: ports know no device family, and each library is seen by one package. */
@AnalyzeClasses(packages = "org.wolfgate.drivers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.wolfgate.drivers.";

    @ArchTest
    static final ArchRule portsKnowNoFamily = noAccess(
            "org.wolfgate.drivers",
            ROOT + "modbus..",
            ROOT + "profile..",
            ROOT + "sunspec..",
            ROOT + "relay..",
            ROOT + "gpio..",
            ROOT + "sim..");

    @ArchTest
    static final ArchRule theWallKnowsNoProfile =
            noAccess(ROOT + "modbus..", ROOT + "profile..", ROOT + "sunspec..", ROOT + "gpio..", ROOT + "sim..");

    @ArchTest
    static final ArchRule stepsOfRelaysKnowNoHardware =
            noAccess(ROOT + "relay..", ROOT + "gpio..", ROOT + "modbus..", "com.pi4j..");

    @ArchTest
    static final ArchRule sunSpecKnowsNoProfile =
            noAccess(ROOT + "sunspec..", ROOT + "profile..", ROOT + "gpio..", ROOT + "sim..");

    @ArchTest
    static final ArchRule pi4jStaysInGpio = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "gpio..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pi4j..");

    @ArchTest
    static final ArchRule profilesKnowNoSimulation = noAccess(ROOT + "profile..", ROOT + "sim..");

    @ArchTest
    static final ArchRule yamlKnowsNobody =
            noAccess(ROOT + "yaml..", "org.wolfgate.drivers", ROOT + "modbus..", ROOT + "profile..", ROOT + "sim..");

    @ArchTest
    static final ArchRule j2modStaysBehindTheWall = onlyIn(ROOT + "modbus", "com.ghgande..");

    @ArchTest
    static final ArchRule jSerialCommStaysBehindTheWall = onlyIn(ROOT + "wire", "com.fazecast..");

    @ArchTest
    static final ArchRule wiresKnowNoProtocol =
            noAccess(ROOT + "wire..", "org.wolfgate.drivers", ROOT + "modbus..", ROOT + "profile..", ROOT + "sim..");

    private static ArchRule onlyIn(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static ArchRule noAccess(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
