package app.recado.client.platform.linux;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Left out where one of these is not in {@code /usr/bin}; {@code .ci/run} installs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("desktop")
@ExtendWith(NeedsPrograms.Found.class)
public @interface NeedsPrograms {
  String[] value();

  /** Looks for them. */
  final class Found implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<NeedsPrograms> needs =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsPrograms.class);
      List<String> missing =
          needs.stream()
              .flatMap(each -> Arrays.stream(each.value()))
              .filter(program -> !Files.isExecutable(Path.of("/usr/bin", program)))
              .toList();
      return missing.isEmpty()
          ? ConditionEvaluationResult.enabled("everything is there")
          : ConditionEvaluationResult.disabled("not installed: " + missing);
    }
  }
}
