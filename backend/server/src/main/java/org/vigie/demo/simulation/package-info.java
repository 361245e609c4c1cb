/**
 * A month of Aubrelle in minutes: residents, agents and teams act as they would, through the HTTP interfaces and nothing else, while the
 * simulated clock is put on to each next moment. What came of it is then counted in SQL, apart from the code that did it.
 */
@NullMarked
@NamedInterface("simulation")
package org.vigie.demo.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
