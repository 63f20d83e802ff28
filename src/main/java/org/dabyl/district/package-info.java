/**
 * Where: districts, their tree, their neighbours, and which are nearest to a place.
 *
 * <p>A district is what people register for and what an alert is raised in. The operator writes them in one file; it is
 * read once at start, checked as a whole and never changed while the program runs, so that nothing here needs a lock, and
 * a mistake is told with its line before anybody relies on the file.
 */
@NullMarked
package org.dabyl.district;

import org.jspecify.annotations.NullMarked;
