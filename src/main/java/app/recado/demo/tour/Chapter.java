package app.recado.demo.tour;

import java.util.List;

/** A part of the working day. */
interface Chapter {
  /** In the order in which they happen; each finds the desk as the one before left it. */
  List<Step> steps();
}
