package app.recado.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pairs of measurements taken in turn, A B A B, and the ratio of each pair. */
final class Ratios {
  /** The share of one processor that the compiler takes once nearly all is compiled. */
  private static final double COMPILER_AT_REST = 0.05;

  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  /**
   * Measures pairs after a warm-up of whole pairs.
   *
   * @param product what is judged; A
   * @param raw what it is compared with; B
   */
  static Ratios alternate(int warmUp, int pairs, Measured product, Measured raw) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      product.measure();
      raw.measure();
    }
    Ratios ratios = new Ratios();
    for (int i = 0; i < pairs; i++) {
      double a = product.measure();
      double b = raw.measure();
      ratios.add(a, b);
    }
    return ratios;
  }

  /**
   * As {@link #alternate}, but warms up until the compiler has little left to do, so that what is
   * measured is the program as it runs, not how it is compiled on the processors it needs.
   *
   * @param mostWarmUp the pairs after which it no longer waits for that
   */
  static Ratios compiled(int mostWarmUp, int pairs, Measured product, Measured raw)
      throws Exception {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    double busy = 1;
    for (int i = 0; i < mostWarmUp && busy > COMPILER_AT_REST; i++) {
      long compiled = compiler.getTotalCompilationTime();
      long began = System.nanoTime();
      product.measure();
      raw.measure();
      double millis = (System.nanoTime() - began) / 1e6;
      busy = (compiler.getTotalCompilationTime() - compiled) / millis;
    }
    return alternate(0, pairs, product, raw);
  }

  void add(double product, double raw) {
    ours.add(product);
    theirs.add(raw);
  }

  double median() {
    return median(each());
  }

  double min() {
    return Arrays.stream(each()).min().orElseThrow();
  }

  double max() {
    return Arrays.stream(each()).max().orElseThrow();
  }

  double product() {
    return median(ours.stream().mapToDouble(Double::doubleValue).toArray());
  }

  double raw() {
    return median(theirs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Both medians, scaled, with a unit. */
  String absolute(double scale, String unit) {
    return String.format(
        Locale.ROOT, "%.2f against %.2f %s", product() * scale, raw() * scale, unit);
  }

  private double[] each() {
    double[] each = new double[ours.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = ours.get(i) / theirs.get(i);
    }
    return each;
  }

  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The value below which this share of the values lies. */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }

  /** One measurement: a time, a rate or a size, the same for both sides of a pair. */
  interface Measured {
    double measure() throws Exception;
  }
}
