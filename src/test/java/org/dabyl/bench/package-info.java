/** The benchmark: the program in a process of its own, against a simulated Telegram and a Redis that writes to disk. */
@NullMarked
package org.dabyl.bench;

import org.jspecify.annotations.NullMarked;
