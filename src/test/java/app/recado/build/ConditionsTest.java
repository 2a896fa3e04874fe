package app.recado.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The gates' own test: each must fail where it should. */
class ConditionsTest {
  @Test
  void seesWhoReachesForTheClock() {
    JavaClasses reaching = new ClassFileImporter().importClasses(Reaching.class);
    assertThat(
            noClasses()
                .should(Conditions.reachForTimeOrChance())
                .evaluate(reaching)
                .getFailureReport()
                .getDetails())
        .hasSize(3);
  }

  @Test
  void passesWhoIsGivenTheClock() {
    JavaClasses given = new ClassFileImporter().importClasses(Given.class);
    assertThat(noClasses().should(Conditions.reachForTimeOrChance()).evaluate(given).hasViolation())
        .isFalse();
  }

  @Test
  void seesWhoDependsOnBothSides() {
    JavaClasses both = new ClassFileImporter().importClasses(Given.class);
    assertThat(
            classes()
                .should(Conditions.notDependOnBoth("java.time", "java.lang"))
                .evaluate(both)
                .hasViolation())
        .isTrue();
    assertThat(
            classes()
                .should(Conditions.notDependOnBoth("java.time", "java.sql"))
                .evaluate(both)
                .hasViolation())
        .isFalse();
  }

  private static final class Reaching {
    Object all() {
      return Instant.now() + " " + System.nanoTime() + Math.random();
    }
  }

  private record Given(InstantSource clock) {
    Instant now() {
      return clock.instant();
    }
  }
}
