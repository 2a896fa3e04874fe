/**
 * The tour: where there is no screen, the same desk does a whole working day through its real
 * controls. One process conducts (relay, customers, a colleague, the cable between), another is the
 * desk, with a robot at its mouse and keyboard; so the desk can really be killed.
 */
@NullMarked
package app.recado.demo.tour;

import org.jspecify.annotations.NullMarked;
