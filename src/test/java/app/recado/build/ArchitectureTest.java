package app.recado.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house and which doors there are; see the page on architecture. */
@AnalyzeClasses(packages = "app.recado", importOptions = ArchitectureTest.Shipped.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> WIRING =
      resideInAPackage("app.recado.demo..")
          .or(nameMatching("app\\.recado\\.\\w+Main(\\$.*)?"))
          .as("the mains and the demo");

  private static final DescribedPredicate<JavaClass> OWNERS_OF_TIME =
      WIRING.or(resideInAPackage("app.recado.relay.admin..")).as("the wiring");

  // 1. protocol, and the two sides

  @ArchTest
  static final ArchRule PROTOCOL_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("app.recado.protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "app.recado.protocol..",
              "java..",
              "javax.imageio..",
              "com.google.gson..",
              "com.google.errorprone.annotations..",
              "org.jspecify.annotations..")
          .because(
              "whatever speaks to the relay must be able to use the protocol and nothing else");

  @ArchTest
  static final ArchRule SIDES_MEET_IN_THE_WIRING_ONLY =
      classes()
          .that(not(WIRING))
          .should(Conditions.notDependOnBoth("app.recado.relay", "app.recado.client"))
          .because("desk and relay are two programs that share the protocol and no code");

  // 2. JavaFX

  @ArchTest
  static final ArchRule JAVAFX_STAYS_IN_THE_DESKS_FRONT =
      noClasses()
          .that(not(WIRING))
          .and()
          .resideOutsideOfPackages(
              "app.recado.client.ui..", "app.recado.client.state..", "app.recado.client.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("the relay, the cache and the wire know nothing of a screen");

  @ArchTest
  static final ArchRule STATE_KNOWS_NO_NODES =
      noClasses()
          .that()
          .resideInAnyPackage("app.recado.client.state..", "app.recado.client.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation..")
          .because("state and engine are javafx.base alone: they run without a toolkit");

  @ArchTest
  static final ArchRule VIEW_MODELS_KNOW_NO_NODES =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .allowEmptyShould(true)
          .because("a view model is tested without a toolkit");

  // 3. libraries have one room each

  @ArchTest
  static final ArchRule OKHTTP_HAS_ITS_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackages("app.recado.client.api..", "app.recado.relay.connector..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("okhttp3..")
          .because("HTTP failures are classified once, where requests are made");

  @ArchTest
  static final ArchRule SQL_HAS_ITS_ROOMS =
      noClasses()
          .that(
              not(
                  resideInAnyPackage("app.recado.client.cache..", "app.recado.relay.store..")
                      .or(
                          resideInAPackage("app.recado.relay..")
                              .and(simpleNameEndingWith("Table")))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..")
          .because("statements live beside the schema they belong to");

  @ArchTest
  static final ArchRule THE_HTTP_SERVER_HAS_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.recado.relay.http..")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.helidon..")
          .because("the relay works without its HTTP skin");

  // 4. layers

  @ArchTest
  static final ArchRule UI_ASKS_THE_FACADE =
      noClasses()
          .that()
          .resideInAPackage("app.recado.client.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("app.recado.client.api..", "app.recado.client.cache..")
          .because("what is shown is truth and outbox together, which only the state knows");

  @ArchTest
  static final ArchRule SYNC_KNOWS_NO_UI =
      noClasses()
          .that()
          .resideInAnyPackage("app.recado.client.sync..", "app.recado.client.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("app.recado.client.ui..", "app.recado.client.platform..")
          .because("the engine runs without a desk around it");

  @ArchTest
  static final ArchRule API_AND_CACHE_ARE_LEAVES =
      noClasses()
          .that()
          .resideInAnyPackage("app.recado.client.api..", "app.recado.client.cache..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("app.recado.client.sync..", "app.recado.client.ui..")
          .because("sync uses api and cache, not the other way round");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("app.recado.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle is one package that pretends to be several");

  // 5. areas and features

  @ArchTest
  static final ArchRule UI_AREAS_STAND_ALONE =
      classes()
          .that()
          .resideInAPackage("app.recado.client.ui.*..")
          .should(Conditions.knowNoOtherUiArea())
          .because("only the shell composes areas, so that each can be read and tested alone");

  @ArchTest
  static final ArchRule RELAY_FEATURES_MEET_AT_THE_COUNTER =
      classes()
          .that()
          .resideInAPackage("app.recado.relay.*..")
          .should(Conditions.meetOtherRelayFeaturesThroughTheirContracts())
          .because("a feature's tables and rules are its own");

  // 6. null marks: NullMarkedTest

  // 7. time and chance come in through constructors

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_COME_IN =
      noClasses()
          .that(not(OWNERS_OF_TIME))
          .should(Conditions.reachForTimeOrChance())
          .because("a whole world of desks and a relay runs from one seed in virtual time");

  @ArchTest
  static final ArchRule ONLY_MAINS_PRINT =
      noClasses()
          .that(not(WIRING))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the console belongs to whoever started the program");

  /** Everything but what lies beside this test. */
  static final class Shipped implements ImportOption {
    private static final String TESTS =
        ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean includes(Location location) {
      return !location.contains(TESTS);
    }
  }
}
