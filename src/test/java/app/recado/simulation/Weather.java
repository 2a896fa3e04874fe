package app.recado.simulation;

/**
 * How bad a network is: the chance, in percent, of each thing that can happen to one request.
 *
 * @param lost it never arrives
 * @param cut it is done, its answer is lost
 * @param late it is done long after the desk gave it up
 * @param twice it arrives twice, the second time later
 * @param broken something in between answers in the relay's stead, before or after it was done
 * @param slowest the longest way in one direction, in milliseconds
 */
record Weather(int lost, int cut, int late, int twice, int broken, int slowest) {
  static final Weather CALM = new Weather(0, 0, 0, 0, 0, 40);
  static final Weather ROUGH = new Weather(3, 5, 3, 6, 2, 800);
  static final Weather STORM = new Weather(12, 18, 8, 15, 8, 6000);
}
