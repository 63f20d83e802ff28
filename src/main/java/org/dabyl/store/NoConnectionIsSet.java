package org.dabyl.store;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the settings name no Redis: neither {@code spring.data.redis.url} nor a host, a port or the nodes of a set. */
final class NoConnectionIsSet implements Condition {

    private static final List<String> ONE = List.of("url", "host", "port");
    private static final List<String> MANY = List.of("sentinel", "cluster", "masterreplica");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Binder settings = Binder.get(context.getEnvironment());
        return ONE.stream().noneMatch(name -> isSet(settings, name))
                && MANY.stream().noneMatch(name -> isSet(settings, name + ".nodes"));
    }

    // an empty value, as docker compose passes on for an unset variable, sets nothing
    private static boolean isSet(Binder settings, String name) {
        return settings.bind("spring.data.redis." + name, Bindable.listOf(String.class))
                .map(values -> values.stream().anyMatch(value -> !value.isBlank()))
                .orElse(false);
    }
}
