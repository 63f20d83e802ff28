/** Tests of the rehearsal, and {@link org.dabyl.rehearsal.RehearsalServer} for the tests of others. */
@NullMarked
package org.dabyl.rehearsal;

import org.jspecify.annotations.NullMarked;
