package org.dabyl.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.jspecify.annotations.Nullable;

/** What is known of the {@value #MOST} people of whom something was put in last. */
final class Newest<V> extends LinkedHashMap<Address, V> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 50_000;

    @Override
    protected boolean removeEldestEntry(Map.@Nullable Entry<Address, V> eldest) {
        return size() > MOST;
    }
}
