package org.dabyl.smoke;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each class of stories the shared towns are empty again: what one story leaves behind, an open alert or a neighbour who would be
 * called too, is none of the next one's, in whatever order they run. A program
 * of one class ends with it, or dozens would poll beside the last.
 */
public final class Aftermath implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        Town.clearShared();
        Town.endPassing();
    }
}
