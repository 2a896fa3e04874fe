package app.recado.build;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What the architecture asks of a class, beyond what ArchUnit has words for. */
final class Conditions {
  private static final String UI = "app.recado.client.ui.";
  private static final String RELAY = "app.recado.relay.";

  /** What every area may use, and the one that may use every area. */
  private static final Set<String> SHARED_UI =
      Set.of(
          "controls",
          "theme",
          "i18n",
          "action",
          "emoji",
          "files",
          "pdf",
          "spelling",
          "suggest",
          "canned",
          "macros");

  private static final Set<String> COMPOSING_UI = Set.of("shell");

  /** Rooms of the relay that are no features: everybody stores, and HTTP serves everybody. */
  private static final Set<String> SHARED_RELAY = Set.of("store", "http");

  private static final Set<Class<?>> CLOCKS =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  private static final List<String> SYSTEM_CLOCKS = List.of("currentTimeMillis", "nanoTime");

  private Conditions() {}

  static ArchCondition<JavaClass> notDependOnBoth(String one, String other) {
    return new ArchCondition<>("not depend on both " + one + " and " + other) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (touches(item, one) && touches(item, other)) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " sees both sides"));
        }
      }
    };
  }

  static ArchCondition<JavaClass> knowNoOtherUiArea() {
    return dependencies(
        "know no other area",
        (from, to) -> {
          String mine = room(from, UI);
          String theirs = room(to, UI);
          return mine == null
              || theirs == null
              || mine.equals(theirs)
              || SHARED_UI.contains(theirs)
              || COMPOSING_UI.contains(mine);
        });
  }

  static ArchCondition<JavaClass> meetOtherRelayFeaturesThroughTheirContracts() {
    return dependencies(
        "meet other features through interfaces and records",
        (from, to) -> {
          String mine = room(from, RELAY);
          String theirs = room(to, RELAY);
          return mine == null
              || theirs == null
              || mine.equals(theirs)
              || SHARED_RELAY.contains(mine)
              || SHARED_RELAY.contains(theirs)
              || isContract(to);
        });
  }

  static ArchCondition<JavaClass> reachForTimeOrChance() {
    return new ArchCondition<>("reach for time, chance or threads by themselves") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
          boolean reaches = isTimeOrChance(access);
          if (reaches) {
            events.add(SimpleConditionEvent.satisfied(item, access.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isTimeOrChance(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return (name.equals("now") && CLOCKS.stream().anyMatch(owner::isEquivalentTo))
        || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
        || (owner.isEquivalentTo(System.class) && SYSTEM_CLOCKS.contains(name))
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || (owner.isEquivalentTo(Thread.class)
            && (name.equals("<init>") || name.equals("sleep") || name.startsWith("startVirtual")));
  }

  private static ArchCondition<JavaClass> dependencies(
      String description, BiPredicate<JavaClass, JavaClass> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          if (!allowed.test(item, dependency.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isContract(JavaClass target) {
    return target.isInterface()
        || target.isRecord()
        || target.isEnum()
        || target.isAssignableTo(Throwable.class);
  }

  private static boolean touches(JavaClass item, String room) {
    return item.getPackageName().startsWith(room)
        || item.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith(room));
  }

  /** The package under {@code above} in which a class lives; null outside of all of them. */
  private static @Nullable String room(JavaClass item, String above) {
    String name = item.getPackageName() + ".";
    return name.startsWith(above) && name.length() > above.length()
        ? name.substring(above.length(), name.indexOf('.', above.length()))
        : null;
  }
}
